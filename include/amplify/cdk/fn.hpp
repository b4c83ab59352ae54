// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/condition.hpp>
#include <amplify/cdk/value.hpp>

#include <concepts>
#include <initializer_list>
#include <string_view>

/// CloudFormation's intrinsic functions.
namespace amplify::cdk::fn {

/// `Fn::Join`. Literal parts are joined at once; all literal gives a literal.
Any join(std::string_view separator, List<Str> parts);
/// The parts in a row: `join("", parts)`.
Any concat(std::initializer_list<Str> parts);
/// `Fn::Sub` with `${LogicalId}`, `${LogicalId.Attribute}` and pseudo parameters, as CloudFormation
/// reads them.
Any sub(std::string_view text);
/// `Fn::Sub` with variables of its own.
Any sub(std::string_view text, std::initializer_list<Json::Entry> variables);
Any select(Int index, List<Str> list);
Any split(std::string_view separator, Str text);
Any importValue(Str name);
/// `Ref` to a logical id of the same template, unchecked. Prefer a resource's own `ref()`.
Any ref(std::string_view logical_id);
/// `Fn::GetAtt` on a logical id of the same template, unchecked. Prefer a resource's own
/// `getAtt()`.
Any getAtt(std::string_view logical_id, std::string_view attribute);
Any base64(Str text);
/// `Fn::Cidr`: a list of `count` address blocks out of `ipBlock`, each with `cidrBits` bits for
/// hosts. Default: CloudFormation's.
Any cidr(Str ipBlock, Int count, Int cidrBits = {});
/// The availability zones of a region. Default: where the stack is.
Any getAzs(Str region = "");
/// `Fn::FindInMap` in a mapping of the same template, unchecked. Prefer `Mapping::findInMap`.
Any findInMap(
    std::string_view mapping, Str topLevelKey, Str secondLevelKey, Json defaultValue = {}
);
/// `Fn::Transform`: what a macro makes of the parameters.
Any transform(std::string_view name, std::initializer_list<Json::Entry> parameters);
/// How many elements the list has. Makes the template ask for CloudFormation's language extensions,
/// like `toJsonString`.
Any length(List<Json> list);
/// JSON text of a value whose tokens CloudFormation fills in first.
Any toJsonString(Json value);

/// One of two values. `aws::noValue()` leaves the property out.
Any conditionIf(const Condition& condition, Json then, Json otherwise);
ConditionExpression conditionEquals(Json left, Json right);
ConditionExpression conditionNot(ConditionExpression condition);
namespace detail {
ConditionExpression combined(
    std::string_view function, std::initializer_list<ConditionExpression> conditions
);
}
/// All of two or more. More than CloudFormation's ten are nested.
template <std::convertible_to<ConditionExpression>... More>
ConditionExpression conditionAnd(
    ConditionExpression first, ConditionExpression second, const More&... more
) {
  return detail::combined("Fn::And", {first, second, more...});
}
/// Any of two or more. More than CloudFormation's ten are nested.
template <std::convertible_to<ConditionExpression>... More>
ConditionExpression conditionOr(
    ConditionExpression first, ConditionExpression second, const More&... more
) {
  return detail::combined("Fn::Or", {first, second, more...});
}
/// Whether a text is in a list. This and those below are for rules alone.
ConditionExpression conditionContains(List<Str> list, Str text);
ConditionExpression conditionEachMemberEquals(List<Str> list, Str text);
ConditionExpression conditionEachMemberIn(List<Str> list, List<Str> other);
/// All values of the parameters of a type.
Any refAll(std::string_view parameterType);
/// An attribute of what a parameter names, such as the `Tags.Department` of a VPC.
Any valueOf(std::string_view parameter, std::string_view attribute);
/// An attribute of what all parameters of a type name.
Any valueOfAll(std::string_view parameterType, std::string_view attribute);

}  // namespace amplify::cdk::fn

/// CloudFormation's pseudo parameters.
namespace amplify::cdk::aws {
Any accountId();
Any noValue();
Any notificationArns();
Any partition();
Any region();
Any stackId();
Any stackName();
Any urlSuffix();
}  // namespace amplify::cdk::aws
