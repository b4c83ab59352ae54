// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

/// A GraphQL schema document (SDL) as its text has it, before any of it means something.
namespace amplify::sdl {

/// Where something starts in the text, both from 1; columns count characters.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

struct Argument;

/// A constant.
struct Value {
  enum class Kind { null, boolean, integer, number, string, enumeration, list, object };
  Kind kind = Kind::null;
  /// Digits, name or text; `true` or `false`.
  std::string text{};
  std::vector<Value> items{};
  // No initializer: clang would want to know what an argument is.
  std::vector<Argument> members;
  Position at{};
};

/// A name with its value, in a directive or an object.
struct Argument {
  std::string name{};
  Value value{};
  Position at{};
};

struct Directive {
  std::string name{};
  std::vector<Argument> arguments{};
  Position at{};
};

struct TypeReference {
  std::string name{};
  bool required = false;
  bool list = false;
  bool elementRequired = false;
  Position at{};
};

struct ArgumentDefinition {
  std::string name{};
  TypeReference type{};
  bool hasDefault = false;
  std::vector<Directive> directives{};
  Position at{};
};

/// A field of a type or input, or a value of an enum, which is a name alone.
struct Field {
  std::string name{};
  std::vector<ArgumentDefinition> arguments{};
  TypeReference type{};
  bool hasDefault = false;
  std::vector<Directive> directives{};
  Position at{};
};

struct Type {
  enum class Kind { object, input, enumeration };
  Kind kind = Kind::object;
  /// `extend type …`
  bool extension = false;
  std::string name{};
  std::vector<Directive> directives{};
  std::vector<Field> fields{};
  Position at{};
};

struct Document {
  std::vector<Type> types{};
};

}  // namespace amplify::sdl
