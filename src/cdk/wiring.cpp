// SPDX-License-Identifier: Apache-2.0
#include "cdk/wiring.hpp"

#include "cdk/findings.hpp"
#include "cdk/logical_id.hpp"

#include <fmt/format.h>

namespace amplify::cdk {

using detail::ConstructNode;
using detail::Data;
using detail::make_list;
using detail::make_object;
using detail::make_string;

namespace {

const Data* get_attribute(std::string_view id, std::string_view attribute) {
  return make_object({{"Fn::GetAtt", make_list({make_string(id), make_string(attribute)})}});
}

const Data* get_ref(std::string_view id) { return make_object({{"Ref", make_string(id)}}); }

bool is_local(const ConstructNode& target) {
  return target.as<detail::ConditionData>() != nullptr ||
         target.as<detail::MappingData>() != nullptr;
}

class Locator {
 public:
  Locator(Plan& plan, const detail::Reference& reference, const Use& use)
      : plan_(plan), reference_(reference), target_(*reference.target), use_(use) {}

  Located find(StackPlan& consumer) {
    const auto key = std::pair(static_cast<const ConstructNode*>(&target_), reference_.attribute);
    if (const auto known = consumer.located.find(key); known != consumer.located.end()) {
      return known->second;
    }
    const auto result = find_new(consumer);
    consumer.located.emplace(key, result);
    return result;
  }

 private:
  Located find_new(StackPlan& consumer) {
    auto* const producer = target_.tree == &plan_.tree ? plan_.stack_of(target_) : nullptr;
    if (is_local(target_)) return in_template(producer, consumer);
    if (producer == &consumer) return here();
    // In a stack that isn't part of the tree because of an error that is recorded already.
    if (producer == nullptr && target_.tree == &plan_.tree) return {get_ref("AWS::NoValue")};
    if (producer == nullptr || producer->root != consumer.root) return out_of_reach(producer);
    if (auto* const nested = consumer.nested_toward(*producer)) return take_from(*nested);
    return pass_into(consumer);
  }

  /// Conditions and mappings don't get out of their template.
  Located in_template(const StackPlan* producer, const StackPlan& consumer) {
    if (producer != &consumer) {
      plan_.report(
          *use_.user, "CrossStackReferenceError",
          fmt::format("it uses {}, which holds in its own template alone", target_.path()),
          fmt::format("make one in {}", consumer.node->path())
      );
    }
    if (reference_.attribute == detail::name_attribute) return {make_string(target_.id)};
    return {make_object({{"Condition", make_string(target_.id)}})};
  }

  Located here() {
    check_attribute(plan_, *use_.user, reference_);
    const auto id = logical_id_of(target_);
    return {
        reference_.attribute.empty() ? get_ref(id) : get_attribute(id, reference_.attribute),
        plan_.resource_of(target_)
    };
  }

  Located take_from(StackPlan& nested) {
    const auto name = crossing_name(reference_);
    const auto inner = find(nested);
    plan_.claim(nested.outputs.names, name, target_);
    nested.passed_out.emplace(name, inner.value);
    return {get_attribute(nested.resource->id, "Outputs." + name), nested.resource};
  }

  Located pass_into(StackPlan& consumer) {
    const auto name = "referenceto" + crossing_name(reference_);
    const auto outer = find(*consumer.parent);
    plan_.claim(consumer.parameters.names, name, target_);
    consumer.passed_in.emplace(name, outer.value);
    if (outer.resource != nullptr) {
      consumer.resource->uses.push_back({outer.resource, use_});
    }
    return {get_ref(name)};
  }

  Located out_of_reach(const StackPlan* producer) {
    plan_.report(
        *use_.user, "CrossStackReferenceError",
        fmt::format(
            "it refers to {}, which belongs to another {}", target_.path(),
            producer != nullptr ? "root stack" : "app"
        ),
        "define both in one root stack; or export the value by an Output with an exportName, and "
        "import it by fn::importValue"
    );
    return {get_ref("AWS::NoValue")};
  }

  Plan& plan_;
  const detail::Reference& reference_;
  const ConstructNode& target_;
  const Use& use_;
};

}  // namespace

Located locate(
    Plan& plan, StackPlan& consumer, const detail::Reference& reference, const Use& use
) {
  return Locator(plan, reference, use).find(consumer);
}

}  // namespace amplify::cdk
