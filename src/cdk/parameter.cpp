// SPDX-License-Identifier: Apache-2.0
#include "cdk/parameter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

namespace amplify::cdk {

using detail::Access;
using detail::ConstructNode;
using detail::Data;
using detail::Kind;
using detail::make_integer;
using detail::make_number;
using detail::make_string;

namespace {

/// CloudFormation's own types, of which there are lists, too.
constexpr std::string_view aws_types[] = {
    "AWS::EC2::AvailabilityZone::Name",
    "AWS::EC2::Image::Id",
    "AWS::EC2::Instance::Id",
    "AWS::EC2::KeyPair::KeyName",
    "AWS::EC2::SecurityGroup::GroupName",
    "AWS::EC2::SecurityGroup::Id",
    "AWS::EC2::Subnet::Id",
    "AWS::EC2::VPC::Id",
    "AWS::EC2::Volume::Id",
    "AWS::Route53::HostedZone::Id",
};

/// What is between `start` and `>`; nothing for other texts.
std::optional<std::string_view> inside(std::string_view text, std::string_view start) {
  if (!text.starts_with(start) || !text.ends_with('>')) return std::nullopt;
  text.remove_prefix(start.size());
  text.remove_suffix(1);
  return text;
}

bool is_aws_type(std::string_view type) {
  return std::ranges::find(aws_types, type) != std::end(aws_types);
}

bool is_list_type(std::string_view type) {
  const auto element = inside(type, "List<");
  return type == "CommaDelimitedList" || (element && is_aws_type(*element));
}

bool is_parameter_type(std::string_view type) {
  if (const auto stored = inside(type, "AWS::SSM::Parameter::Value<")) {
    return stored == "String" || stored == "List<String>" || is_aws_type(*stored) ||
           is_list_type(*stored);
  }
  return type == "String" || type == "Number" || type == "List<Number>" ||
         type == "AWS::SSM::Parameter::Name" || is_aws_type(type) || is_list_type(type);
}

const Data* integer_or_null(const std::optional<std::int64_t>& number) {
  return number ? make_integer(*number) : nullptr;
}

const Data* number_or_null(const std::optional<double>& number) {
  if (!number) return nullptr;
  const auto whole = static_cast<std::int64_t>(*number);
  return static_cast<double>(whole) == *number ? make_integer(whole) : make_number(*number);
}

class ParameterChecker {
 public:
  ParameterChecker(Plan& plan, const ConstructNode& node)
      : plan_(plan), node_(node), props_(*node.as<ParameterProps>()) {}

  void run() {
    if (!is_parameter_type(props_.type)) {
      plan_.report(
          node_, "InvalidParameterTypeError",
          fmt::format("`{}` is no type of parameters", props_.type),
          "write String, Number, List<Number>, CommaDelimitedList, an AWS-specific type such as "
          "AWS::EC2::VPC::Id, or AWS::SSM::Parameter::Value<String>"
      );
      return;
    }
    check_tokens();
    const bool is_number = props_.type == "Number";
    const bool is_text = !is_number && props_.type != "List<Number>";
    if (!is_text && (props_.minLength || props_.maxLength || !props_.allowedPattern.empty())) {
      refuse("it has constraints for texts", "use .minValue and .maxValue, or the type String");
    }
    if (!is_number && (props_.minValue || props_.maxValue)) {
      refuse("it has constraints for numbers", "use .minLength and .maxLength, or the type Number");
    }
    check_order(props_.minLength, props_.maxLength, "minLength", "maxLength");
    check_order(props_.minValue, props_.maxValue, "minValue", "maxValue");
    check_default();
  }

 private:
  void check_tokens() {
    const std::pair<std::string_view, const Data*> values[] = {
        {"defaultValue", Access::data(props_.defaultValue)},
        {"allowedValues", Access::data(props_.allowedValues)},
    };
    for (const auto& [name, value] : values) {
      if (value != nullptr && has_token(*value)) report_token(plan_, node_, name);
    }
  }

  template <class Number>
  void check_order(
      const std::optional<Number>& low, const std::optional<Number>& high,
      std::string_view low_name, std::string_view high_name
  ) {
    if (!low || !high || *low <= *high) return;
    refuse(fmt::format("its {} is above its {}", low_name, high_name), "exchange them");
  }

  void check_default() {
    const auto* const value = Access::data(props_.defaultValue);
    if (value == nullptr || has_token(*value)) return;
    if (value->kind == Kind::list || value->kind == Kind::object) {
      refuse("its default is a list or an object", "write a text, with commas between elements");
      return;
    }
    if (value->kind == Kind::string) {
      const auto size = static_cast<std::int64_t>(value->string().size());
      if (props_.minLength && size < *props_.minLength) refuse_default("shorter than minLength");
      if (props_.maxLength && size > *props_.maxLength) refuse_default("longer than maxLength");
      check_allowed(value->string());
    }
    if (value->kind == Kind::integer || value->kind == Kind::number) {
      const auto number =
          value->kind == Kind::integer ? static_cast<double>(value->integer) : value->number;
      if (props_.minValue && number < *props_.minValue) refuse_default("below minValue");
      if (props_.maxValue && number > *props_.maxValue) refuse_default("above maxValue");
    }
  }

  void check_allowed(std::string_view text) {
    const auto* const allowed = Access::data(props_.allowedValues);
    if (allowed == nullptr || allowed->kind != Kind::list) return;
    const bool is_there = std::ranges::any_of(allowed->list(), [&](const Data* each) {
      return each->kind == Kind::string && each->string() == text;
    });
    if (!is_there) refuse_default("none of the allowedValues");
  }

  void refuse_default(std::string_view why) {
    refuse(fmt::format("its default is {}", why), "change the default or the constraint");
  }

  void refuse(std::string message, std::string help) {
    plan_.report(node_, "ParameterConstraintError", std::move(message), std::move(help));
  }

  Plan& plan_;
  const ConstructNode& node_;
  const ParameterProps& props_;
};

}  // namespace

bool has_token(const Data& value) {
  switch (value.kind) {
    case Kind::reference:
    case Kind::lazy:
      return true;
    case Kind::list:
      return std::ranges::any_of(value.list(), [](const Data* each) { return has_token(*each); });
    case Kind::object:
      return detail::is_function_call(value) ||
             std::ranges::any_of(value.object(), [](const detail::Member& member) {
               return has_token(*member.value);
             });
    default:
      return false;
  }
}

void report_token(Plan& plan, const ConstructNode& node, std::string_view place) {
  plan.report(
      node, "TokenNotAllowedError",
      fmt::format("`{}` has a token, and CloudFormation takes literals alone there", place),
      "write the value itself"
  );
}

const Data* parameter_entry(Plan& plan, const ConstructNode& node) {
  ParameterChecker(plan, node).run();
  const auto& props = *node.as<ParameterProps>();
  return detail::make_ordered_object({
      {"Type", make_string(props.type)},
      {"Default", Access::data(props.defaultValue)},
      {"Description", detail::text_or_null(props.description)},
      {"AllowedValues", Access::data(props.allowedValues)},
      {"AllowedPattern", detail::text_or_null(props.allowedPattern)},
      {"ConstraintDescription", detail::text_or_null(props.constraintDescription)},
      {"MinLength", integer_or_null(props.minLength)},
      {"MaxLength", integer_or_null(props.maxLength)},
      {"MinValue", number_or_null(props.minValue)},
      {"MaxValue", number_or_null(props.maxValue)},
      {"NoEcho", props.noEcho ? detail::make_boolean(true) : nullptr},
  });
}

}  // namespace amplify::cdk
