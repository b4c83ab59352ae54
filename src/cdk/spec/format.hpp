// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

// One resource type as spec/cloudformation.txt has it; spec/README.md tells the format. Texts are
// views of it.

namespace amplify::cdk::spec {

/// Inclusive; without a bound, everything is allowed on that side.
struct Bounds {
  std::optional<double> low{};
  std::optional<double> high{};
};

struct Property {
  std::string_view name;
  /// In C++; empty where the rule makes it from the name.
  std::string_view cxx;
  std::string_view type;
  bool required = false;
  /// `~`: a change replaces the resource; `?`: it may; 0: it doesn't.
  char replacement = 0;
  /// Those that are known of a text, or of the elements of a list.
  std::vector<std::string_view> values{};
  /// Of a text or list.
  Bounds length{};
  /// Of a number.
  Bounds range{};
  /// Regular expression that a text matches somewhere; empty for every text.
  std::string_view pattern{};
};

/// A property type.
struct Type {
  /// By which the types of properties call it, and in C++.
  std::string_view cxx;
  std::vector<Property> properties{};
};

struct Attribute {
  std::string_view name;
  std::string_view cxx;
  std::string_view type;
};

struct ResourceType {
  /// Without the service: `Queue`.
  std::string_view name;
  std::string_view cxx;
  /// What `Ref` gives: names of properties or attributes.
  std::vector<std::string_view> ref{};
  /// The property for tags; empty when there is none.
  std::string_view tags_property{};
  /// `standard`, a list of keys and values; `map`; or `asg`.
  std::string_view tags_form{};
  std::vector<Property> properties{};
  std::vector<Attribute> attributes{};
  std::vector<Type> types{};

  const Type* find(std::string_view cxx_name) const;
};

/// From the lines of one resource type.
ResourceType parse_resource(std::string_view lines);

/// One step into the text of a type.
struct TypeText {
  enum class Kind { simple, list, map, either };
  Kind kind;
  /// Of a list or map, its elements; the alternatives of an either; else the name.
  std::vector<std::string_view> parts;
};
TypeText parse_type(std::string_view text);

std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace amplify::cdk::spec
