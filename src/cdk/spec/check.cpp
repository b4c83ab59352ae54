// SPDX-License-Identifier: Apache-2.0
#include "cdk/spec/check.hpp"

#include "cdk/overrides.hpp"
#include "cdk/spec/pattern.hpp"
#include "cdk/spec/table.hpp"
#include "cdk/spec/words.hpp"

#include <amplify/detail/suggestion.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace amplify::cdk::spec {
namespace {

using detail::Data;
using detail::Kind;

constexpr std::string_view custom_resource = "AWS::CloudFormation::CustomResource";

const std::vector<Property>& tag_properties() {
  static const std::vector<Property> properties = {
      {.name = "Key", .cxx = {}, .type = "string", .required = true},
      {.name = "Value", .cxx = {}, .type = "string", .required = true},
  };
  return properties;
}

bool is_no_value(const Data& data) {
  return detail::is_function_call(data) && data.members[0].key == "Ref" &&
         data.members[0].value->kind == Kind::string &&
         data.members[0].value->string() == "AWS::NoValue";
}

std::optional<double> number_in(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole ? std::optional(number) : std::nullopt;
}

bool is_out(double number, const Bounds& bounds) {
  return (bounds.low && number < *bounds.low) || (bounds.high && number > *bounds.high);
}

/// As CloudFormation counts them: code points.
std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::string_view nearest(std::string_view written, const std::vector<Property>& properties) {
  return amplify::detail::suggestion(written)
      .among(properties.size(), [&](std::size_t i) { return properties[i].name; })
      .best();
}

class Checker {
 public:
  explicit Checker(const ResourceType& type, bool is_open) : type_(type), is_open_(is_open) {}

  std::vector<Fault> run(const Data* properties, std::string_view name) {
    if (properties == nullptr) {
      members(*detail::make_object({}), type_.properties, name);
    } else {
      members(*properties, type_.properties, name);
    }
    return std::move(faults_);
  }

 private:
  void members(
      const Data& object, const std::vector<Property>& properties, std::string_view owner
  ) {
    bool is_complete = true;
    for (const auto& [key, value] : object.object()) {
      if (key == "Fn::Transform" || key.starts_with("Fn::ForEach::")) {
        is_complete = false;  // it adds members
        continue;
      }
      const auto property = std::ranges::find(properties, key, &Property::name);
      path_.emplace_back(key);
      if (property == properties.end()) {
        unknown(key, properties, owner);
      } else if (!is_no_value(*value)) {
        this->value(*value, property->type, *property);
      }
      path_.pop_back();
    }
    if (!is_complete) return;
    for (const auto& property : properties) {
      if (property.required) require(object, property, owner);
    }
  }

  void require(const Data& object, const Property& property, std::string_view owner) {
    const auto* const value = object.find(property.name);
    if (value != nullptr && !is_no_value(*value)) return;
    path_.emplace_back(property.name);
    fault(
        Severity::error, "MissingPropertyError", fmt::format("{} needs `{}`", owner, property.name),
        fmt::format("give it {}", name_of(property.type))
    );
    path_.pop_back();
  }

  void unknown(
      std::string_view key, const std::vector<Property>& properties, std::string_view owner
  ) {
    if (is_open_ && path_.size() == 1) return;
    const auto near = nearest(key, properties);
    fault(
        Severity::error, "UnknownPropertyError", fmt::format("{} has no `{}`", owner, key),
        !near.empty() ? fmt::format("did you mean `{}`?", near)
                      : "take it out; if it is newer than the specification, acknowledge this error"
    );
  }

  void value(const Data& data, std::string_view type, const Property& property) {
    if (detail::is_function_call(data)) return token(data, type, property);
    const auto [kind, parts] = parse_type(type);
    switch (kind) {
      case TypeText::Kind::list:
        return list(data, type, parts[0], property);
      case TypeText::Kind::map:
        return map(data, type, parts[0], property);
      case TypeText::Kind::either:
        return either(data, type, parts, property);
      case TypeText::Kind::simple:
        return simple(data, type, property);
    }
  }

  void list(
      const Data& data, std::string_view type, std::string_view element, const Property& property
  ) {
    if (data.kind != Kind::list) return wrong_type(data, type);
    // Of a list in a list, or of its texts, the bounds are another's.
    if (type == property.type) length(data.size, "elements", property);
    for (std::size_t i = 0; i < data.size; ++i) {
      path_.push_back(std::to_string(i));
      if (!is_no_value(*data.elements[i])) value(*data.elements[i], element, property);
      path_.pop_back();
    }
  }

  void map(
      const Data& data, std::string_view type, std::string_view element, const Property& property
  ) {
    if (data.kind != Kind::object) return wrong_type(data, type);
    for (const auto& [key, member] : data.object()) {
      path_.emplace_back(key);
      if (!is_no_value(*member) && !key.starts_with("Fn::")) value(*member, element, property);
      path_.pop_back();
    }
  }

  /// Fits when it fits any. What is told otherwise is about the one that it looks like.
  void either(
      const Data& data, std::string_view type, const std::vector<std::string_view>& alternatives,
      const Property& property
  ) {
    auto before = std::exchange(faults_, {});
    std::optional<std::vector<Fault>> closest;
    for (const auto alternative : alternatives) {
      if (alternative == "json" && data.kind != Kind::object) continue;  // others have their own
      value(data, alternative, property);
      const bool fits = std::ranges::none_of(faults_, [](const Fault& fault) {
        return fault.severity == Severity::error;
      });
      auto found = std::exchange(faults_, {});
      if (fits) {
        closest = std::move(found);
        break;
      }
      if (found.front().property != here()) closest = std::move(found);
    }
    faults_ = std::move(before);
    if (!closest) return wrong_type(data, type);
    std::ranges::move(*closest, std::back_inserter(faults_));
  }

  void simple(const Data& data, std::string_view type, const Property& property) {
    if (type == "json") return;
    if (type == "string") return text(data, property);
    if (type == "integer" || type == "number") return number(data, type, property);
    if (type == "boolean") return boolean(data);
    if (data.kind != Kind::object) return wrong_type(data, type);
    if (type == "tag") return members(data, tag_properties(), "a tag");
    members(data, type_.find(type)->properties, type);
  }

  void text(const Data& data, const Property& property) {
    switch (data.kind) {
      case Kind::string:
        break;
      case Kind::boolean:
      case Kind::integer:
      case Kind::number:
        return coerced(data, "string");
      default:
        return wrong_type(data, "string");
    }
    const auto text = data.string();
    if (!property.values.empty() &&
        std::ranges::find(property.values, text) == property.values.end()) {
      unknown_value(data, property);
    }
    if (property.type != "string") return;  // the other facts are a list's
    length(letters_in(text), "letters", property);
    if (!property.pattern.empty() && matches(property.pattern, text) == false) {
      fault(
          Severity::error, "PropertyPatternError",
          fmt::format("{} doesn't match `{}`", shown(data), property.pattern),
          "write a text that matches"
      );
    }
  }

  void unknown_value(const Data& data, const Property& property) {
    const auto near =
        amplify::detail::suggestion(data.string())
            .among(property.values.size(), [&](std::size_t i) { return property.values[i]; })
            .best();
    constexpr std::size_t most = 12;
    fault(
        Severity::warning, "UnknownValueWarning",
        fmt::format("{} is none of the known values", shown(data)),
        !near.empty() ? fmt::format("did you mean `{}`?", near)
        : property.values.size() <= most
            ? fmt::format("these are `{}`", fmt::join(property.values, "`, `"))
            : std::string("see the page of the resource for those")
    );
  }

  void number(const Data& data, std::string_view type, const Property& property) {
    std::optional<double> number;
    if (data.kind == Kind::integer) number = static_cast<double>(data.integer);
    if (data.kind == Kind::number) number = data.number;
    if (data.kind == Kind::string) {
      number = number_in(data.string());
      if (number) coerced(data, type);
    }
    const bool whole = number && *number == static_cast<double>(static_cast<std::int64_t>(*number));
    if (!number || (type == "integer" && !whole)) return wrong_type(data, type);
    if (is_out(*number, property.range)) {
      fault(
          Severity::error, "PropertyRangeError",
          fmt::format("{} is not {}", shown(data), text_of(property.range)),
          fmt::format("write a number {}", text_of(property.range))
      );
    }
  }

  void boolean(const Data& data) {
    if (data.kind == Kind::boolean) return;
    const bool is_word =
        data.kind == Kind::string && (data.string() == "true" || data.string() == "false");
    if (is_word) return coerced(data, "boolean");
    wrong_type(data, "boolean");
  }

  void length(std::size_t size, std::string_view of_what, const Property& property) {
    if (!is_out(static_cast<double>(size), property.length)) return;
    const auto bounds = text_of(property.length);
    fault(
        Severity::error, "PropertyLengthError",
        fmt::format("it has {} {}, and CloudFormation takes {}", size, of_what, bounds),
        fmt::format("give it {} {}", bounds, of_what)
    );
  }

  /// What the function gives is known when the template is deployed, but some give lists only, and
  /// some texts only.
  void token(const Data& data, std::string_view type, const Property& property) {
    const auto& [function, argument] = data.members[0];
    if (function == "Fn::If") {
      if (argument->kind != Kind::list || argument->size != 3) return;
      for (std::size_t branch = 1; branch < 3; ++branch) {
        if (!is_no_value(*argument->elements[branch]))
          value(*argument->elements[branch], type, property);
      }
      return;
    }
    constexpr std::array lists = {"Fn::Cidr", "Fn::GetAZs", "Fn::Split"};
    constexpr std::array texts = {"Fn::Base64", "Fn::Join", "Fn::Sub", "Fn::ToJsonString"};
    const auto kind = parse_type(type).kind;
    const bool is_scalar =
        type == "string" || type == "integer" || type == "number" || type == "boolean";
    const bool gives_list = std::ranges::find(lists, function) != lists.end();
    const bool gives_text = std::ranges::find(texts, function) != texts.end();
    const bool takes_text = is_scalar || type == "json" || kind == TypeText::Kind::either;
    if ((gives_list && is_scalar) || (gives_text && !takes_text)) {
      fault(
          Severity::error, "PropertyTypeError",
          fmt::format(
              "{} gives {}, and it takes {}", function, gives_list ? "a list" : "a text",
              name_of(type)
          ),
          gives_list ? "take one element by fn::select, or join them by fn::join"
                     : "write the value, or a reference that gives it"
      );
    }
  }

  void wrong_type(const Data& data, std::string_view type) {
    fault(
        Severity::error, "PropertyTypeError",
        fmt::format("{} is not {}", shown(data), name_of(type)),
        fmt::format("write {}", name_of(type))
    );
  }

  void coerced(const Data& data, std::string_view type) {
    fault(
        Severity::warning, "CoercedValueWarning",
        fmt::format("CloudFormation converts {} to {}", shown(data), name_of(type)),
        fmt::format("write {}", name_of(type))
    );
  }

  std::string here() const { return detail::print_path(path_); }

  void fault(Severity severity, std::string_view id, std::string message, std::string help) {
    faults_.push_back({severity, id, here(), std::move(message), std::move(help)});
  }

  const ResourceType& type_;
  /// Whether it may have more properties than the specification says.
  bool is_open_;
  std::vector<std::string> path_{};
  std::vector<Fault> faults_{};
};

Fault unknown_type(std::string_view type) {
  const auto near = nearest_type(type);
  return {
      Severity::info, "UnknownResourceType", "",
      fmt::format("the specification has no {}, so its properties are unchecked", type),
      near.empty() ? std::string() : fmt::format("did you mean `{}`?", near)
  };
}

bool is_custom(std::string_view type) {
  return type.starts_with("Custom::") || type == custom_resource;
}

/// `AWS::SQS::Queue`, `Custom::Name`
bool is_type_name(std::string_view type) {
  constexpr std::string_view others = "_@-:";
  const bool plain = std::ranges::all_of(type, [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           others.find(c) != std::string_view::npos;
  });
  const auto colons = type.find("::");
  return plain && colons != 0 && colons != std::string_view::npos && !type.ends_with(':');
}

}  // namespace

std::vector<Fault> check(std::string_view type, const Data* properties) {
  if (!is_type_name(type)) {
    return {
        {Severity::error, "InvalidResourceTypeError", "", fmt::format("`{}` is no type", type),
         "write one such as `AWS::SQS::Queue` or `Custom::Name`"}
    };
  }
  const bool is_open = is_custom(type);
  const auto* const known = find(is_open ? custom_resource : type);
  if (known == nullptr) return {unknown_type(type)};
  return Checker(*known, is_open).run(properties, type);
}

bool has_attribute(std::string_view type, std::string_view attribute) {
  const auto* const known = is_custom(type) ? nullptr : find(type);
  if (known == nullptr || known->attributes.empty()) return true;
  return std::ranges::any_of(known->attributes, [&](const Attribute& each) {
    return attribute == each.name ||
           (attribute.starts_with(each.name) && attribute[each.name.size()] == '.');
  });
}

std::string_view nearest_attribute(std::string_view type, std::string_view attribute) {
  const auto& all = find(type)->attributes;
  return amplify::detail::suggestion(attribute)
      .among(all.size(), [&](std::size_t i) { return all[i].name; })
      .best();
}

}  // namespace amplify::cdk::spec
