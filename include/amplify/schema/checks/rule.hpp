// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/detail/suggestion.hpp>
#include <amplify/schema/checks/finding.hpp>
#include <amplify/schema/detail/meta.hpp>
#include <amplify/schema/rules.hpp>

#include <cstddef>
#include <string_view>

namespace amplify::detail {

/// A rule as the user writes it, without its operations.
constexpr std::string_view text_of(const AuthorizationRule& rule) {
  switch (rule.strategy) {
    case ir::Allow::owner:
      return "allow.owner()";
    case ir::Allow::private_:
      return rule.provider == ir::Provider::identityPool ? "allow.authenticated(`identityPool`)"
                                                         : "allow.authenticated()";
    case ir::Allow::public_:
    case ir::Allow::groups:
    case ir::Allow::custom:
      break;
  }
  return rule.provider == ir::Provider::apiKey ? "allow.publicApiKey()" : "allow.guest()";
}

/// The rules of one model.
class rules_check {
 public:
  constexpr rules_check(const model_meta& model, findings& found) : model_(model), found_(found) {}

  constexpr void rule(const AuthorizationRule& rule) {
    provider(rule);
    if (rule.limits > 1)
      fault({".to(...) is called twice on ", text_of(rule)}, {"list all operations in one call"});
    else if (rule.limits > 0)
      operations(rule);
  }

  /// AppSync would let either of the two decide.
  constexpr void unequal(const AuthorizationRule& one, const AuthorizationRule& other) {
    if (one.strategy == other.strategy && one.provider == other.provider)
      fault({text_of(one), " is listed twice"}, {"keep one and list its operations in .to(...)"});
  }

 private:
  constexpr void fault(pieces what, pieces help) {
    found_.add({model_.name.text, ".authorization"}, what, help);
  }

  constexpr void provider(const AuthorizationRule& rule) {
    if (!rule.unknown_provider.empty())
      fault(
          {"`", rule.unknown_provider, "` is no provider of allow.authenticated"},
          {"write `userPools` or `identityPool`"}
      );
  }

  constexpr void operations(const AuthorizationRule& rule) {
    if (rule.unknown_operation.data() != nullptr)
      unknown(rule.unknown_operation);
    else if (rule.operation_count == 0)
      fault({".to() permits nothing: ", text_of(rule)}, {"list operations or remove the rule"});
    if (!rule.repeated_operation.empty())
      fault({"`", rule.repeated_operation, "` is listed twice"}, {"remove one of the two"});
    if (!rule.permits(ir::Operation::read)) return;
    for (auto part :
         {ir::Operation::get, ir::Operation::list, ir::Operation::sync, ir::Operation::listen,
          ir::Operation::search})
      if (rule.permits(part)) {
        const auto text = operation_names[static_cast<std::size_t>(part)];
        fault({"`read` includes `", text, "`"}, {"remove `", text, "` or `read`"});
      }
  }

  constexpr void unknown(std::string_view text) {
    suggestion nearest(text);
    nearest.among(operation_count, [](std::size_t i) { return operation_names[i]; });
    if (nearest.best().empty())
      fault(
          {"`", text, "` is no operation"},
          {"there are create, update, delete and read, or get, list, sync, listen, search"}
      );
    else
      fault({"`", text, "` is no operation"}, {"did you mean `", nearest.best(), "`?"});
  }

  const model_meta& model_;
  findings& found_;
};

}  // namespace amplify::detail
