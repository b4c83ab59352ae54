// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/client/expression.hpp>
#include <amplify/client/input.hpp>
#include <amplify/schema/detail/meta.hpp>
#include <amplify/schema/detail/record_type.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What compiled code makes of a request.
namespace amplify {
struct GraphQLError;

namespace detail {

struct request_text {
  std::string document{}, variables{};
  /// The field of the root type, under which the answer is.
  std::string field{};
};

enum class request_kind : std::uint8_t {
  get,
  list,
  create,
  update,
  delete_,
  listDeleted,
  restore,
  purge,
  onCreate,
  onUpdate,
  onDelete,
  /// The query of an index, or an operation of the user's: by name.
  query,
  mutation,
  subscription
};

struct request_target {
  const schema_view& schema;
  request_kind kind = request_kind::get;
  /// The model.
  std::uint32_t type = no_index;
  std::string_view name{};
};

/// `selection` is null for scalars and enums; `connection` says that the API wraps a list of items.
request_text make_request(
    const request_target& target, const std::vector<named_json>& arguments,
    const record_type* selection, bool connection
);

/// The arguments that pick items by the key of an index, or of the table if `index` is null.
std::vector<named_json> key_arguments(
    const schema_view& schema, const type_meta& model, const index_meta* index,
    const expression& condition
);

/// The value of a record's field as JSON.
std::string field_json(const record_view& record, std::string_view name);

/// `value` is an optional or a list of items; `next_token` may be null.
void parse_response(
    std::string_view answer, std::string_view field, const value_type& type, void* value,
    std::optional<std::string>* next_token, std::vector<GraphQLError>& errors
);

template <class T>
inline constexpr value_type
    connection_of{.kind = value_kind::connection, .element = &value_type_of<T>, .container = &container_of<std::vector<T>>};

}  // namespace detail
}  // namespace amplify
