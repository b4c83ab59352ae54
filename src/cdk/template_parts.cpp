// SPDX-License-Identifier: Apache-2.0
#include "cdk/template_parts.hpp"

#include "cdk/node.hpp"

#include <amplify/cdk/mapping.hpp>
#include <amplify/cdk/rule.hpp>

#include <utility>

namespace amplify::cdk {

using detail::Access;
using detail::ConstructNode;
using detail::make_reference;

Condition::Condition(
    const Construct& scope, std::string_view id, ConditionExpression expression,
    std::source_location where
)
    : Construct(ConstructNode::add(
          scope, id, where, detail::ConditionData{.expression = Access::data(expression)}
      )) {}

Condition::operator ConditionExpression() const {
  return Access::make<ConditionExpression>(make_reference(node_));
}

const detail::Data* detail::condition_name(const Condition& condition) {
  return make_reference(&ConstructNode::of(condition), name_attribute);
}

Mapping::Mapping(
    const Construct& scope, std::string_view id, Json values, std::source_location where
)
    : Construct(
          ConstructNode::add(scope, id, where, detail::MappingData{.values = Access::data(values)})
      ) {}

Any Mapping::findInMap(Str topLevelKey, Str secondLevelKey, Json defaultValue) const {
  return detail::find_in_map(
      make_reference(node_, detail::name_attribute), topLevelKey, secondLevelKey, defaultValue
  );
}

Rule::Rule(const Construct& scope, std::string_view id, RuleProps props, std::source_location where)
    : Construct(ConstructNode::add(scope, id, where, std::move(props))) {}

}  // namespace amplify::cdk
