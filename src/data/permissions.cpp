// SPDX-License-Identifier: Apache-2.0
#include "data/permissions.hpp"

#include "data/custom_operations.hpp"
#include "data/model_operations.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

namespace amplify::appsync {
namespace {

using ir::Allow;
using ir::Operation;
using ir::Provider;

std::string quoted(const std::vector<std::string>& words) {
  std::vector<std::string> quotes;
  for (const std::string& word : words)
    quotes.push_back(fmt::format("\"{}\"", word));
  return fmt::format("{}", fmt::join(quotes, ", "));
}

/// The provider as an argument of a strategy whose usual one is the user pool.
std::string provider_argument(Provider provider) {
  return provider == Provider::oidc ? "\"oidc\"" : "";
}

std::string arguments(std::initializer_list<std::string> texts) {
  std::vector<std::string> given;
  std::ranges::copy_if(texts, std::back_inserter(given), [](const auto& text) {
    return !text.empty();
  });
  return fmt::format("{}", fmt::join(given, ", "));
}

std::string strategy(const ir::Rule& rule) {
  const std::string provider = provider_argument(rule.provider);
  switch (rule.allow) {
    case Allow::owner:
      if (rule.ownerField.empty() || rule.ownerField == "owner")
        return fmt::format("owner({})", provider);
      return fmt::format("ownerDefinedIn({})", arguments({quoted({rule.ownerField}), provider}));
    case Allow::groups:
      if (!rule.groupsField.empty())
        return fmt::format(
            "groupsDefinedIn({})", arguments({quoted({rule.groupsField}), provider})
        );
      if (rule.groups.size() == 1)
        return fmt::format("group({})", arguments({quoted(rule.groups), provider}));
      return fmt::format(
          "groups({{{}}}{})", quoted(rule.groups), provider.empty() ? "" : ", " + provider
      );
    case Allow::private_:
      return rule.provider == Provider::identityPool ? "authenticated(\"identityPool\")"
                                                     : fmt::format("authenticated({})", provider);
    case Allow::public_:
      return rule.provider == Provider::identityPool ? "guest()" : "publicApiKey()";
    case Allow::custom:
      break;
  }
  return "custom()";
}

std::string claim_text(const ir::Rule& rule) {
  if (!rule.identityClaim.empty()) return fmt::format(".identityClaim(\"{}\")", rule.identityClaim);
  if (!rule.groupClaim.empty()) return fmt::format(".withClaimIn(\"{}\")", rule.groupClaim);
  return {};
}

bool is_user(const Caller& caller) {
  using enum Caller::Kind;
  return caller.kind == owner || caller.kind == user || caller.kind == group;
}

/// Whether the caller may be in the role, a single part; `condition` is set when it depends on the
/// item.
bool is_in_part(const Caller& caller, const Role& role, std::string& condition) {
  using enum Caller::Kind;
  switch (role.allow) {
    case Allow::owner:
      if (caller.kind != owner) return false;
      condition =
          fmt::format("items whose `{}` is the caller", role.field.empty() ? "owner" : role.field);
      return true;
    case Allow::groups:
      if (caller.kind != group) return false;
      if (role.field.empty()) return role.group == caller.group;
      condition = fmt::format("items whose `{}` is {}", role.field, caller.group);
      return true;
    case Allow::private_:
      return role.provider == Provider::identityPool ? caller.kind == identity : is_user(caller);
    case Allow::public_:
      return caller.kind == (role.provider == Provider::identityPool ? guest : apiKey);
    case Allow::custom:
      break;
  }
  return caller.kind == lambda;
}

/// The same of a role with all its parts.
bool is_in(const Caller& caller, const Role& role, std::string& condition) {
  std::vector<Caller> kinds{caller};
  kinds.insert(kinds.end(), caller.also.begin(), caller.also.end());
  std::vector<std::string> conditions;
  const bool in_all = std::ranges::all_of(role.parts(), [&](const Role& part) {
    std::string own;
    const bool in =
        std::ranges::any_of(kinds, [&](const Caller& kind) { return is_in_part(kind, part, own); });
    if (!own.empty()) conditions.push_back(std::move(own));
    return in;
  });
  if (in_all) condition = fmt::format("{}", fmt::join(conditions, ", and "));
  return in_all;
}

bool grants_any(const ir::Rule& rule, const std::vector<Operation>& operations) {
  return std::ranges::any_of(operations, [&](Operation each) { return grants(rule, each); });
}

/// What a call asks for: operations on a model, perhaps on one field of it.
struct Question {
  const ir::Model* model = nullptr;
  const ir::CustomOperation* operation = nullptr;
  std::vector<Operation> operations{};
  const ir::Field* field = nullptr;
};

const std::vector<Operation> reading{Operation::get, Operation::list};

std::optional<Question> question(const ir::Definition& schema, std::string_view text) {
  for (const ir::Model& model : schema.models) {
    for (const ModelOperation& each : model_operations(model)) {
      if (text == fmt::format("{}.{}", each.type, each.field))
        return Question{.model = &model, .operations = each.grantedBy};
    }
    for (const ir::Field& field : model.fields) {
      if (text == model.name + "." + field.name)
        return Question{.model = &model, .operations = reading, .field = &field};
    }
  }
  for (const ir::CustomOperation& operation : schema.operations) {
    if (text == fmt::format("{}.{}", root_type(operation.kind), operation.name))
      return Question{.operation = &operation};
  }
  return {};
}

/// Collects how rules bear on a call.
class Explainer {
 public:
  explicit Explainer(const Caller& caller) : caller_(caller) {}

  void consider(
      const std::vector<ir::Rule>& rules, const std::string& of,
      const std::vector<Operation>& operations
  ) {
    for (const ir::Rule& rule : rules)
      consider(rule, of, operations);
  }

  /// The conditions of the roles that the caller may be in, of those given; an empty one: always.
  std::set<std::string> conditions(const std::vector<Role>& roles) const {
    std::set<std::string> all;
    for (const Role& role : roles) {
      std::string condition;
      if (is_in(caller_, role, condition)) all.insert(condition);
    }
    return all;
  }

  void decide(const std::set<std::string>& conditions) {
    using enum Explanation::Verdict;
    if (conditions.empty()) return;
    result_.verdict = conditions.contains("") ? allowed : conditional;
    if (result_.verdict == conditional)
      result_.conditions.assign(conditions.begin(), conditions.end());
  }

  void lack(const std::string& field) { result_.withoutFields.push_back(field); }
  Explanation take() { return std::move(result_); }

 private:
  void consider(
      const ir::Rule& rule, const std::string& of, const std::vector<Operation>& operations
  ) {
    Consideration each{.rule = text_of(rule), .of = of};
    const auto found = conditions(roles(rule));
    if (found.empty()) {
      each.why = "is about others";
    } else if (!operations.empty() && !grants_any(rule, operations)) {
      each.why = fmt::format("doesn't grant {}", name_of(operations.front()));
    } else {
      each.grants = true;
      if (!found.contains("")) each.why = "for " + *found.begin();
    }
    result_.rules.push_back(std::move(each));
  }

  const Caller& caller_;
  Explanation result_{};
};

/// The roles that may do any of the operations with a field.
std::vector<Role> roles_for(
    const AccessMatrix& matrix, const std::string& field, const std::vector<Operation>& operations
) {
  std::vector<Role> all;
  for (const Role& role : matrix.roles()) {
    if (std::ranges::any_of(operations, [&](Operation each) {
          return matrix.allows(role, field, each);
        }))
      all.push_back(role);
  }
  return all;
}

Explanation explain_model(const Question& asked, const Caller& caller) {
  const ir::Model& model = *asked.model;
  const AccessMatrix matrix(model);
  Explainer explainer(caller);
  if (asked.field != nullptr) {
    const auto& own = asked.field->rules;
    explainer.consider(
        own.empty() ? model.rules : own,
        own.empty() ? model.name : model.name + "." + asked.field->name, asked.operations
    );
    explainer.decide(explainer.conditions(roles_for(matrix, asked.field->name, asked.operations)));
    return explainer.take();
  }
  explainer.consider(model.rules, model.name, asked.operations);
  for (const ir::Field& field : model.fields)
    explainer.consider(field.rules, model.name + "." + field.name, asked.operations);
  // An item goes with all its fields.
  const bool whole = asked.operations == std::vector{Operation::delete_};
  const auto may = explainer.conditions(
      whole ? matrix.roles_with_all_fields(Operation::delete_) : matrix.roles(asked.operations)
  );
  explainer.decide(may);
  if (!may.empty() && !whole) {
    for (const ir::Field& field : model.fields) {
      if (explainer.conditions(roles_for(matrix, field.name, asked.operations)).empty())
        explainer.lack(field.name);
    }
  }
  return explainer.take();
}

}  // namespace

std::vector<std::string> part_names(const Role& role) {
  std::vector<std::string> names;
  for (const Role& part : role.parts())
    names.push_back(name_of(part));
  return names;
}

std::string name_of(const Role& role) {
  if (!role.also.empty()) return fmt::format("{}", fmt::join(part_names(role), " and "));
  const std::string provider = role.provider == Provider::oidc ? " (OpenID Connect)" : "";
  switch (role.allow) {
    case Allow::owner:
      return fmt::format("owner in {}{}", role.field.empty() ? "owner" : role.field, provider);
    case Allow::groups:
      return role.field.empty() ? fmt::format("group {}{}", role.group, provider)
                                : fmt::format("group in {}{}", role.field, provider);
    case Allow::private_:
      return role.provider == Provider::identityPool ? "signed in (identity pool)"
                                                     : "signed in" + provider;
    case Allow::public_:
      return role.provider == Provider::identityPool ? "guests" : "API key";
    case Allow::custom:
      break;
  }
  return "Lambda authorizer";
}

std::string_view name_of(Operation operation) {
  switch (operation) {
    case Operation::create:
      return "create";
    case Operation::update:
      return "update";
    case Operation::delete_:
      return "delete";
    case Operation::read:
      return "read";
    case Operation::get:
      return "get";
    case Operation::list:
      return "list";
    case Operation::sync:
      return "sync";
    case Operation::listen:
      return "listen";
    case Operation::search:
      break;
  }
  return "search";
}

std::string text_of(const ir::Rule& rule) {
  std::string text = "allow." + strategy(rule) + claim_text(rule);
  if (!rule.also.empty()) {
    for (const ir::Rule& part : rule.also)
      text += fmt::format(", {}", text_of(part));
    text = fmt::format("allow.all({})", text);
  }
  if (rule.operations.empty()) return text;
  std::vector<std::string> operations;
  for (const Operation operation : rule.operations)
    operations.emplace_back(name_of(operation));
  return fmt::format("{}.to({})", text, quoted(operations));
}

std::vector<Permission> permissions(const ir::Model& model) {
  const AccessMatrix matrix(model);
  const auto deleters = matrix.roles_with_all_fields(Operation::delete_);
  std::vector<Permission> all;
  for (const Role& role : matrix.roles()) {
    std::map<std::vector<Operation>, std::vector<std::string>> fields;
    for (const ir::Field& field : model.fields) {
      std::vector<Operation> operations;
      for (const Operation each : granted_operations) {
        const bool granted = each == Operation::delete_
                                 ? std::ranges::find(deleters, role) != deleters.end()
                                 : matrix.allows(role, field.name, each);
        if (granted) operations.push_back(each);
      }
      if (!operations.empty()) fields[operations].push_back(field.name);
    }
    for (auto& [operations, names] : fields) {
      if (names.size() == model.fields.size()) names.clear();
      all.push_back(
          {.who = name_of(role),
           .parts = part_names(role),
           .fields = names,
           .operations = operations}
      );
    }
  }
  return all;
}

namespace {

std::optional<Caller> one_caller(std::string_view text) {
  using enum Caller::Kind;
  constexpr std::string_view group_prefix = "group:";
  if (text.starts_with(group_prefix) && text.size() > group_prefix.size())
    return Caller{.kind = group, .group = std::string(text.substr(group_prefix.size()))};
  constexpr std::pair<std::string_view, Caller::Kind> kinds[] = {
      {"owner", owner},       {"user", user},     {"guest", guest},
      {"identity", identity}, {"apiKey", apiKey}, {"lambda", lambda},
  };
  const auto* const found =
      std::ranges::find(kinds, text, &std::pair<std::string_view, Caller::Kind>::first);
  return found == std::end(kinds) ? std::nullopt : std::optional(Caller{.kind = found->second});
}

}  // namespace

std::optional<Caller> caller(std::string_view text) {
  const std::size_t end = text.find(',');
  auto first = one_caller(text.substr(0, end));
  if (!first || end == text.npos) return first;
  const auto rest = caller(text.substr(end + 1));
  if (!rest) return {};
  first->also = rest->also;
  first->also.push_back({.kind = rest->kind, .group = rest->group});
  return first;
}

std::optional<Explanation> explain(
    const ir::Definition& schema, std::string_view field, const Caller& caller
) {
  const auto asked = question(schema, field);
  if (!asked) return {};
  if (asked->operation == nullptr) return explain_model(*asked, caller);
  Explainer explainer(caller);
  explainer.consider(asked->operation->rules, asked->operation->name, {});
  explainer.decide(explainer.conditions(roles(asked->operation->rules)));
  return explainer.take();
}

std::vector<std::string> explainable_fields(const ir::Definition& schema) {
  std::vector<std::string> all;
  for (const ir::Model& model : schema.models) {
    for (const ModelOperation& each : model_operations(model))
      all.push_back(fmt::format("{}.{}", each.type, each.field));
    for (const ir::Field& field : model.fields)
      all.push_back(model.name + "." + field.name);
  }
  for (const ir::CustomOperation& operation : schema.operations)
    all.push_back(fmt::format("{}.{}", root_type(operation.kind), operation.name));
  return all;
}

}  // namespace amplify::appsync
