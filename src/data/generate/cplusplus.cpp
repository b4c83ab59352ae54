// SPDX-License-Identifier: Apache-2.0
#include "data/generate/cplusplus.hpp"

#include "data/generate/cplusplus_names.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace amplify::generate {
namespace {

constexpr std::string_view containers = R"(
/// An optional value of a type that contains itself, which std::optional can't hold.
template <class T>
class Box {
 public:
  Box() = default;
  Box(T value) : value_(std::make_unique<T>(std::move(value))) {}
  Box(const Box& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
  Box(Box&&) noexcept = default;
  Box& operator=(Box other) noexcept {
    value_ = std::move(other.value_);
    return *this;
  }
  ~Box() = default;

  bool has_value() const { return value_ != nullptr; }
  explicit operator bool() const { return has_value(); }
  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return value_.get(); }
  const T* operator->() const { return value_.get(); }
  T& emplace() { return *(value_ = std::make_unique<T>()); }
  void reset() { value_.reset(); }

 private:
  std::unique_ptr<T> value_{};
};

/// A list of a type that contains it: members with an initializer need more of a std::vector than
/// it has before the type is complete.
template <class T>
class List : public std::vector<T> {
 public:
  using std::vector<T>::vector;
  List();
  List(const List&) = default;
  List(List&&) noexcept = default;
  List& operator=(const List&) = default;
  List& operator=(List&&) noexcept = default;
  ~List();
};
template <class T>
List<T>::List() {}
template <class T>
List<T>::~List() {}
)";

constexpr std::string_view json_helpers = R"(
/// Values that aren't there are left out, and left as they are when they aren't there to be read.
struct Json {
  template <class T>
  static nlohmann::json write(const T& value) {
    return value;
  }
  template <class T>
  static nlohmann::json write(const std::optional<T>& value) {
    return value ? write(*value) : nlohmann::json();
  }
  template <class T>
  static nlohmann::json write(const Box<T>& value) {
    return value ? write(*value) : nlohmann::json();
  }
  template <class T>
  static nlohmann::json write(const std::vector<T>& values) {
    auto list = nlohmann::json::array();
    for (const T& value : values)
      list.push_back(write(value));
    return list;
  }
  template <class T>
  static nlohmann::json write(const List<T>& values) {
    return write(static_cast<const std::vector<T>&>(values));
  }

  template <class T>
  static void read(const nlohmann::json& json, T& value) {
    json.get_to(value);
  }
  template <class T>
  static void read(const nlohmann::json& json, std::optional<T>& value) {
    json.is_null() ? value.reset() : read(json, value.emplace());
  }
  template <class T>
  static void read(const nlohmann::json& json, Box<T>& value) {
    json.is_null() ? value.reset() : read(json, value.emplace());
  }
  template <class T>
  static void read(const nlohmann::json& json, std::vector<T>& values) {
    values.clear();
    for (const auto& each : json.get_ref<const nlohmann::json::array_t&>()) {
      T value{};
      read(each, value);
      values.push_back(std::move(value));
    }
  }
  template <class T>
  static void read(const nlohmann::json& json, List<T>& values) {
    read(json, static_cast<std::vector<T>&>(values));
  }

  template <class T>
  static void put(nlohmann::json& object, const char* key, const T& value) {
    if (auto json = write(value); !json.is_null()) object[key] = std::move(json);
  }
  template <class T>
  static void get(const nlohmann::json& object, const char* key, T& value) {
    if (const auto found = object.find(key); found != object.end() && !found->is_null())
      read(*found, value);
  }
};
)";

struct Member {
  /// In the GraphQL schema, and so in JSON.
  std::string key{};
  std::string name{};
  std::string type{};
};

/// A struct, or the variables of an operation, by its whole name.
struct Converted {
  std::string name{};
  std::vector<Member> members{};
};

class Header {
 public:
  Header(
      const Document& document, const std::vector<Statement>& statements, const CppOptions& options
  )
      : document_(document), statements_(statements), options_(options), names_(document) {}

  std::string text() {
    for (const graphql::Type& type : document_.types())
      if (type.kind == graphql::Kind::enumeration) add_enum(type);
    add_forward_declarations();
    for (const graphql::Type& type : document_.types())
      if (is_struct(&type)) add_struct(type);
    for (const Statement& statement : statements_)
      add_statement(statement);
    if (options_.json) add_conversions();
    return head() + std::move(text_) + fmt::format("\n}}  // namespace {}\n", options_.space);
  }

 private:
  static bool is_struct(const graphql::Type* type) {
    return type && type->kind != graphql::Kind::enumeration && !is_root(type->name);
  }

  std::string head() const {
    std::string text = fmt::format("// {}\n#pragma once\n\n", warning);
    if (options_.json) text += "#include <nlohmann/json.hpp>\n\n";
    for (const std::string_view header :
         {"cstddef", "cstdint", "memory", "optional", "stdexcept", "string", "string_view",
          "utility", "vector"})
      text += fmt::format("#include <{}>\n", header);
    text += fmt::format("\nnamespace {} {{\n\nnamespace detail {{\n{}", options_.space, containers);
    if (options_.json) text += json_helpers;
    return text + "\n}  // namespace detail\n";
  }

  void add_enum(const graphql::Type& type) {
    const std::string name = names_.type(type.name);
    std::vector<std::string> values;
    std::vector<std::string> texts;
    for (const graphql::Field& value : type.fields) {
      values.push_back(CppNames::usable(value.name));
      texts.push_back('"' + value.name + '"');
    }
    text_ += fmt::format("\nenum class {} {{ {} }};\n", name, fmt::join(values, ", "));
    text_ += fmt::format(
        "constexpr std::string_view to_string({} value) {{\n"
        "  constexpr std::string_view names[]{{{}}};\n"
        "  return names[static_cast<std::size_t>(value)];\n"
        "}}\n",
        name, fmt::join(texts, ", ")
    );
    if (!options_.json) return;
    for (std::string& value : values)
      value = fmt::format("{}::{}", name, value);
    text_ += fmt::format(
        "inline void to_json(nlohmann::json& json, {0} value) {{ json = to_string(value); }}\n"
        "inline void from_json(const nlohmann::json& json, {0}& value) {{\n"
        "  for (const auto each : {{{1}}}) {{\n"
        "    if (json == to_string(each)) {{\n"
        "      value = each;\n"
        "      return;\n"
        "    }}\n"
        "  }}\n"
        "  throw std::invalid_argument(\"{2} has no value \" + json.dump());\n"
        "}}\n",
        name, fmt::join(values, ", "), type.name
    );
  }

  void add_forward_declarations() {
    text_ += "\n";
    for (const graphql::Type& type : document_.types())
      if (is_struct(&type)) text_ += fmt::format("struct {};\n", names_.type(type.name));
  }

  /// After the structs that it contains. Which of them contain it in turn, shows on the way.
  void add_struct(const graphql::Type& type) {
    if (!begun_.insert(type.name).second) return;
    for (const graphql::Field& field : type.fields) {
      const TypeReference reference = type_reference(field.type);
      const graphql::Type* const part = document_.find(reference.name);
      if (!reference.list && is_struct(part)) add_struct(*part);
    }
    Converted result{.name = names_.type(type.name)};
    for (const graphql::Field& field : type.fields)
      result.members.push_back(
          {field.name, names_.member(field.name, type.name), member_type(field.type)}
      );
    complete_.insert(type.name);
    text_ += fmt::format("\nstruct {} {{\n{}}};\n", result.name, members(result, 2));
    converted_.push_back(std::move(result));
  }

  static std::string members(const Converted& type, std::size_t indent) {
    std::string text;
    for (const Member& member : type.members)
      text += fmt::format("{:{}}{} {}{{}};\n", "", indent, member.type, member.name);
    return text;
  }

  std::string member_type(const std::string& text) const {
    const TypeReference type = type_reference(text);
    const std::string name =
        document_.find(type.name) ? names_.type(type.name) : cplusplus_scalar(type.name);
    const auto optional = [](const std::string& value, bool required) {
      return required ? value : fmt::format("std::optional<{}>", value);
    };
    const graphql::Type* const part = document_.find(type.name);
    const bool complete = !is_struct(part) || complete_.contains(type.name);
    if (type.list) {
      return optional(
          fmt::format(
              "{}<{}>", complete ? "std::vector" : "detail::List",
              optional(name, type.elementRequired)
          ),
          type.required
      );
    }
    if (!complete) return fmt::format("detail::Box<{}>", name);
    return optional(name, type.required);
  }

  void add_statement(const Statement& statement) {
    const std::string name = names_.operation(statement.name + std::string(statement.root));
    Converted variables{.name = name + "::Variables"};
    for (const graphql::Argument& argument : statement.field->arguments)
      variables.members.push_back(
          {argument.name, names_.member(argument.name, "Variables"), member_type(argument.type)}
      );
    const std::string result = member_type(statement.field->type);
    text_ += fmt::format(
        "\nstruct {0} {{\n"
        "  static constexpr std::string_view document = R\"({1})\";\n"
        "  struct Variables {{\n{2}  }};\n"
        "  using Result = {3};\n",
        name, print(statement), members(variables, 4), result
    );
    if (options_.json) {
      text_ +=
          "  /// The body of the request.\n"
          "  static nlohmann::json request(const Variables& variables);\n"
          "  /// From the body of the answer.\n"
          "  static Result result(const nlohmann::json& answer);\n";
      operations_.emplace_back(name, statement.field->name);
    }
    text_ += "};\n";
    converted_.push_back(std::move(variables));
  }

  void add_conversions() {
    text_ += "\n";
    for (const Converted& type : converted_)
      text_ += fmt::format(
          "void to_json(nlohmann::json& json, const {0}& value);\n"
          "void from_json(const nlohmann::json& json, {0}& value);\n",
          type.name
      );
    for (const Converted& type : converted_)
      add_conversion(type);
    for (const auto& [name, field] : operations_)
      text_ += fmt::format(
          "\ninline nlohmann::json {0}::request(const Variables& variables) {{\n"
          "  return {{{{\"query\", document}}, {{\"variables\", variables}}}};\n"
          "}}\n"
          "inline {0}::Result {0}::result(const nlohmann::json& answer) {{\n"
          "  Result value{{}};\n"
          "  detail::Json::get(answer.at(\"data\"), \"{1}\", value);\n"
          "  return value;\n"
          "}}\n",
          name, field
      );
  }

  void add_conversion(const Converted& type) {
    const std::string_view value = type.members.empty() ? "" : " value";
    text_ += fmt::format(
        "\ninline void to_json(nlohmann::json& json, const {}&{}) {{\n"
        "  json = nlohmann::json::object();\n",
        type.name, value
    );
    for (const Member& member : type.members)
      text_ +=
          fmt::format("  detail::Json::put(json, \"{}\", value.{});\n", member.key, member.name);
    text_ += fmt::format(
        "}}\ninline void from_json(const nlohmann::json&{}, {}&{}) {{\n",
        type.members.empty() ? "" : " json", type.name, value
    );
    for (const Member& member : type.members)
      text_ +=
          fmt::format("  detail::Json::get(json, \"{}\", value.{});\n", member.key, member.name);
    text_ += "}\n";
  }

  const Document& document_;
  const std::vector<Statement>& statements_;
  const CppOptions& options_;
  CppNames names_;
  std::string text_;
  std::set<std::string> begun_;
  std::set<std::string> complete_;
  std::vector<Converted> converted_;
  /// With the name of their field.
  std::vector<std::pair<std::string, std::string>> operations_;
};

}  // namespace

std::string cplusplus(
    const Document& document, const std::vector<Statement>& statements, const CppOptions& options
) {
  return Header(document, statements, options).text();
}

}  // namespace amplify::generate
