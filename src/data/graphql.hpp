// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
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

/// A string literal.
std::string string_value(std::string_view text);
/// `@deprecated`, with the reason if it isn't empty.
std::string deprecated(std::string_view reason);

}  // namespace amplify::graphql
