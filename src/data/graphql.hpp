// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

/// As much of a GraphQL schema document as an API needs, and its printer.
namespace amplify::graphql {

struct Argument {
  std::string name{};
  std::string type{};
};

struct Field {
  std::string name{};
  std::string type{};
  std::vector<Argument> arguments{};
  /// Whole directives: `@aws_iam`.
  std::vector<std::string> directives{};
};

enum class Kind { object, input, enumeration };

struct Type {
  Kind kind = Kind::object;
  std::string name{};
  std::vector<std::string> directives{};
  /// For an enum, the values: only names.
  std::vector<Field> fields{};
};

std::string print(const std::vector<Type>& document);

}  // namespace amplify::graphql
