// SPDX-License-Identifier: Apache-2.0
#include "data/names.hpp"
#include "data/sdl/context.hpp"
#include "data/sdl/directives.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace amplify::sdl {
namespace {

template <class T>
struct Word {
  std::string_view text;
  T value;
};

constexpr std::array<Word<ir::Allow>, 5> strategies = {{
    {"owner", ir::Allow::owner},
    {"groups", ir::Allow::groups},
    {"private", ir::Allow::private_},
    {"public", ir::Allow::public_},
    {"custom", ir::Allow::custom},
}};

constexpr std::array<Word<ir::Provider>, 6> providers = {{
    {"apiKey", ir::Provider::apiKey},
    {"identityPool", ir::Provider::identityPool},
    {"iam", ir::Provider::identityPool},
    {"userPools", ir::Provider::userPools},
    {"oidc", ir::Provider::oidc},
    {"function", ir::Provider::function},
}};

constexpr std::array<ir::Operation, 9> operations = {
    ir::Operation::create, ir::Operation::update, ir::Operation::delete_,
    ir::Operation::read,   ir::Operation::get,    ir::Operation::list,
    ir::Operation::sync,   ir::Operation::listen, ir::Operation::search,
};

constexpr std::array<std::string_view, 9> members = {
    "allow",  "provider",      "operations", "ownerField", "groupsField",
    "groups", "identityClaim", "groupClaim", "also",
};

ir::Provider default_provider(ir::Allow allow) {
  switch (allow) {
    case ir::Allow::public_:
      return ir::Provider::apiKey;
    case ir::Allow::custom:
      return ir::Provider::function;
    case ir::Allow::owner:
    case ir::Allow::groups:
    case ir::Allow::private_:
      break;
  }
  return ir::Provider::userPools;
}

class RuleReader {
 public:
  RuleReader(const Value& object, const std::string& where, Faults& faults)
      : object_(object), where_(where), faults_(faults) {}

  ir::Rule rule() {
    check_members();
    ir::Rule rule;
    const Value* allow = member(object_, "allow");
    if (!allow) fault(object_.at, "the rule doesn't say whom it lets in", "write {allow: owner}");
    rule.allow = word(allow, strategies, rule.allow);
    rule.provider = word(member(object_, "provider"), providers, default_provider(rule.allow));
    rule.ownerField = text("ownerField");
    if (rule.allow == ir::Allow::owner && rule.ownerField.empty()) rule.ownerField = "owner";
    rule.identityClaim = text("identityClaim");
    rule.groupsField = text("groupsField");
    rule.groupClaim = text("groupClaim");
    rule.groups = groups();
    rule.operations = granted();
    rule.also = parts(rule);
    return rule;
  }

 private:
  /// What `allow.all(...)` has beyond its first part; Amplify's SDL doesn't know it.
  std::vector<ir::Rule> parts(const ir::Rule& first) {
    const Value* value = member(object_, "also");
    if (!value) return {};
    std::vector<ir::Rule> list;
    for (const Value& object : value->items)
      list.push_back(RuleReader(object, where_, faults_).rule());
    const auto fits = [&](const ir::Rule& rule) {
      const bool joins = rule.allow == ir::Allow::owner || rule.allow == ir::Allow::groups;
      return joins && rule.provider == first.provider && rule.operations.empty() &&
             rule.also.empty();
    };
    if (list.empty() || !std::ranges::all_of(list, fits))
      fault(
          value->at, "`also` takes rules for owners and groups, of the same provider",
          R"(write also: [{allow: groups, groups: ["Admins"]}])"
      );
    return list;
  }

  void fault(Position at, std::string message, std::string help = {}) {
    faults_.add(at, where_, std::move(message), std::move(help));
  }

  void check_members() {
    for (const Argument& given : object_.members) {
      if (std::ranges::find(members, given.name) == members.end()) {
        fault(
            given.at, fmt::format("a rule has no `{}`", given.name),
            did_you_mean(given.name, {members.begin(), members.end()})
        );
      }
    }
  }

  template <class Words, class T>
  T word(const Value* value, const Words& words, T otherwise) {
    if (!value || value->kind == Value::Kind::null) return otherwise;
    std::vector<std::string_view> candidates;
    for (const auto& candidate : words) {
      if (value->kind == Value::Kind::enumeration && candidate.text == value->text)
        return candidate.value;
      candidates.push_back(candidate.text);
    }
    fault(
        value->at, fmt::format("expected {}", fmt::join(candidates, ", ")),
        did_you_mean(value->text, candidates)
    );
    return otherwise;
  }

  std::string text(std::string_view name) {
    const Value* value = member(object_, name);
    if (!value || value->kind == Value::Kind::null) return {};
    if (value->kind != Value::Kind::string || value->text.empty())
      fault(value->at, fmt::format("`{}` takes a string", name));
    return value->text;
  }

  std::vector<std::string> groups() {
    const Value* value = member(object_, "groups");
    if (!value) return {};
    std::vector<std::string> list = texts(value);
    const bool strings = value->kind == Value::Kind::string || list.size() == value->items.size();
    if (list.empty() || !strings)
      fault(value->at, "`groups` takes the names of groups", R"(write groups: ["Admins"])");
    return list;
  }

  std::vector<ir::Operation> granted() {
    const Value* value = member(object_, "operations");
    if (!value || value->kind == Value::Kind::null) return {};
    if (value->kind == Value::Kind::list && value->items.empty())
      fault(value->at, "`operations` is empty, so the rule permits nothing", "remove the rule");
    std::vector<Word<ir::Operation>> words;
    for (const ir::Operation operation : operations)
      words.push_back({appsync::operation_name(operation), operation});
    std::vector<ir::Operation> list;
    const auto add = [&](const Value& item) {
      const auto before = faults_.count();
      const auto operation = word(&item, words, ir::Operation::read);
      if (faults_.count() == before) list.push_back(operation);
    };
    if (value->kind == Value::Kind::list) {
      std::ranges::for_each(value->items, add);
    } else {
      add(*value);
    }
    return list;
  }

  const Value& object_;
  const std::string& where_;
  Faults& faults_;
};

}  // namespace

std::vector<ir::Rule> auth_rules(const Directive& auth, const std::string& where, Faults& faults) {
  const Value* rules = argument(auth, "rules");
  if (rules->kind == Value::Kind::object) return {RuleReader(*rules, where, faults).rule()};
  std::vector<ir::Rule> list;
  for (const Value& object : rules->items)
    list.push_back(RuleReader(object, where, faults).rule());
  if (list.empty()) faults.add(auth.at, where, "@auth has no rules", "write [{allow: owner}]");
  return list;
}

std::vector<ir::Rule> native_rules(const std::vector<Directive>& directives) {
  std::vector<ir::Rule> rules;
  for (const Directive& directive : directives) {
    if (directive.name == "aws_api_key") {
      rules.push_back({.allow = ir::Allow::public_, .provider = ir::Provider::apiKey});
    } else if (directive.name == "aws_oidc") {
      rules.push_back({.allow = ir::Allow::private_, .provider = ir::Provider::oidc});
    } else if (directive.name == "aws_lambda") {
      rules.push_back({.allow = ir::Allow::custom, .provider = ir::Provider::function});
    } else if (directive.name == "aws_cognito_user_pools") {
      std::vector<std::string> groups = texts(argument(directive, "cognito_groups"));
      const auto allow = groups.empty() ? ir::Allow::private_ : ir::Allow::groups;
      rules.push_back({.allow = allow, .groups = std::move(groups)});
    }
  }
  return rules;
}

}  // namespace amplify::sdl
