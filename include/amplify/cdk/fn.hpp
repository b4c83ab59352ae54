// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/value.hpp>

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
