// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/types.hpp>

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

/// A schema as plain data: all that the layers after the schema language see of it.
namespace amplify::ir {

/// `std::monostate` means no default.
using Literal = std::variant<std::monostate, bool, std::int64_t, double, std::string>;

/// Where a field's values come from: a scalar, or an enum of `Definition::enums` by name.
struct FieldType {
  Scalar scalar = Scalar::string;
  /// Empty for a scalar.
  std::string enumeration{};

  bool isEnum() const { return !enumeration.empty(); }
};

struct Field {
  std::string name{};
  FieldType type{};
  /// The field itself may not be null: the list, if it is one.
  bool required = false;
  bool array = false;
  /// No element of the list may be null.
  bool elementRequired = false;
  Literal defaultValue{};
};

struct Rule {
  Allow allow = Allow::owner;
  Provider provider = Provider::userPools;
  /// For `Allow::owner`: the field that holds the owner.
  std::string ownerField = "owner";
  /// As written in `.to(...)`; empty means create, update, delete and read.
  std::vector<Operation> operations{};
};

struct Model {
  std::string name{};
  /// In the order of definition, which clients see.
  std::vector<Field> fields{};
  std::vector<Rule> rules{};
};

struct EnumType {
  std::string name{};
  std::vector<std::string> values{};
};

/// Models and enums are sorted by name, so that the order of definition leaves no trace in the
/// output.
struct Definition {
  std::vector<Model> models{};
  std::vector<EnumType> enums{};
};

}  // namespace amplify::ir
