// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/graphql.hpp"

#include <amplify/client/detail/request_text.hpp>

#include <map>
#include <string>

namespace amplify::detail {

/// The fields of the root types of the API that a schema makes.
class Api {
 public:
  /// That of a schema, made when it is first asked for.
  static const Api& of(const schema_view& schema);

  /// The field that a request is about. The schema has it.
  const graphql::Field& field(const request_target& target) const;

 private:
  explicit Api(const schema_view& schema);

  std::map<std::string, graphql::Field, std::less<>> fields_;
};

/// `query`, `mutation` or `subscription`.
std::string_view operation_word(request_kind kind);

}  // namespace amplify::detail
