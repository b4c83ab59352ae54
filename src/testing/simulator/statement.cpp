// SPDX-License-Identifier: Apache-2.0
#include "testing/simulator/statement.hpp"

#include "testing/simulator/conditions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace amplify::assertions {
namespace {

const json* find(const json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &*found;
}

std::string joined(const std::vector<Text>& texts) {
  std::vector<std::string> parts;
  for (const Text& text : texts)
    parts.push_back(text.print());
  return fmt::format("{}", fmt::join(parts, ", "));
}

Verdict listed(Truth truth, std::string_view what, const std::vector<Text>& list) {
  if (truth == Truth::yes) return Verdict::yes();
  if (truth == Truth::no) return Verdict::no(fmt::format("its {} is {}", what, joined(list)));
  return Verdict::unknown(
      fmt::format("whether its {} matches is known at deployment only: {}", what, joined(list))
  );
}

/// Compares one statement with the request.
class Evaluator {
 public:
  Evaluator(
      const Deployment& deployment, const Policy& policy, const Request& request,
      bool is_of_resource
  )
      : deployment_(deployment),
        policy_(policy),
        request_(request),
        is_of_resource_(is_of_resource) {}

  Evaluation run(std::size_t index, const json& statement) const {
    Evaluation result{.policy = &policy_, .index = index, .statement = statement};
    if (!statement.is_object() || find(statement, "Effect") == nullptr) {
      result.applies =
          both(policy_.attached, Verdict::unknown("the statement is known at deployment only"));
      result.named.directly = result.applies;
      return result;
    }
    const json& effect = *find(statement, "Effect");
    if (effect == "Allow") result.effect = Effect::allow;
    if (effect == "Deny") result.effect = Effect::deny;
    result.action = action_matches(statement);
    result.applies = both(result.action, resource_matches(statement));
    const json conditions = statement.value("Condition", json());
    result.applies = both(
        std::move(result.applies),
        conditions_hold(deployment_, *policy_.scope, conditions, variables(), request_.context)
    );
    result.applies = both(std::move(result.applies), policy_.attached);
    if (is_of_resource_) result.named = principals_of(statement);
    return result;
  }

 private:
  Variables variables() const {
    const bool has = policy_.document.value("Version", json()) == "2012-10-17";
    return has ? Variables::yes : Variables::no;
  }

  std::vector<Text> texts(const json& value) const {
    return deployment_.texts(*policy_.scope, value);
  }

  Verdict action_matches(const json& statement) const {
    const json* const actions = find(statement, "Action");
    const json* const not_actions = find(statement, "NotAction");
    if ((actions == nullptr) == (not_actions == nullptr)) {
      return Verdict::unknown("it has no Action, or NotAction as well");
    }
    const auto list = texts(actions != nullptr ? *actions : *not_actions);
    Truth truth = Truth::no;
    for (const Text& each : list) {
      const Filled filled = fill(each.lower(), Wildcards::yes, Variables::no, request_.context);
      truth = std::max(truth, matches(filled.text, Text(request_.action).lower()));
    }
    return actions != nullptr ? listed(truth, "Action", list)
                              : listed(negated(truth), "NotAction", list);
  }

  Verdict resource_matches(const json& statement) const {
    const json* const resources = find(statement, "Resource");
    const json* const not_resources = find(statement, "NotResource");
    if (resources == nullptr && not_resources == nullptr) {
      if (!policy_.target) return Verdict::unknown("it has no Resource");
      // Trust policies are about their role, permissions about their function.
      return Verdict::yes();
    }
    const auto list = texts(resources != nullptr ? *resources : *not_resources);
    Verdict result = Verdict::no({});
    for (const Text& each : list)
      result = either(std::move(result), one_resource_matches(each, resources == nullptr));
    const Truth truth = resources != nullptr ? result.truth : negated(result.truth);
    if (truth == Truth::unknown && !result.why.empty()) return Verdict::unknown(result.why);
    return listed(truth, resources != nullptr ? "Resource" : "NotResource", list);
  }

  Verdict one_resource_matches(const Text& resource, bool is_negated) const {
    Filled filled = fill(resource, Wildcards::yes, variables(), request_.context);
    // A variable without a value matches nothing; what negating that gives isn't documented.
    if (is_negated && filled.verdict.truth == Truth::no)
      return Verdict::unknown(std::move(filled.verdict.why));
    if (filled.verdict.truth != Truth::yes) return filled.verdict;
    const Truth truth = matches_arn(filled.text, request_.resource);
    return truth == Truth::unknown ? Verdict::unknown({}) : Verdict{truth, {}};
  }

  Named principals_of(const json& statement) const {
    Named result;
    const json* const principal = find(statement, "Principal");
    const json* const not_principal = find(statement, "NotPrincipal");
    if (principal != nullptr) return named_in(*principal);
    if (not_principal == nullptr) {
      result.directly = Verdict::unknown("it has no Principal");
      return result;
    }
    result.as_anyone = excepted(statement.value("Effect", json()) == "Deny", *not_principal);
    return result;
  }

  Named named_in(const json& principal) const {
    Named result;
    const auto add = [&](std::string_view type, const json& values) {
      for (const Text& each : texts(values))
        add_principal(result, type, each);
    };
    if (!principal.is_object()) {
      add("AWS", principal);
    } else {
      for (const auto& [type, values] : principal.items())
        add(type, values);
    }
    return result;
  }

  void add_principal(Named& named, std::string_view type, const Text& principal) const {
    const auto add = [](Verdict& to, Verdict verdict) {
      to = either(std::move(to), std::move(verdict));
    };
    if (type == "AWS" && principal == Text("*")) return add(named.as_anyone, Verdict::yes());
    const Caller& caller = request_.caller;
    if (type == "Service" || type == "Federated") {
      const auto kind = type == "Service" ? Caller::Kind::service : Caller::Kind::federated;
      if (caller.kind == kind) add(named.directly, is_same(principal, caller.id));
    } else if (type != "AWS") {
      add(named.directly, Verdict::unknown(fmt::format("{} principals are not modelled", type)));
    } else if (caller.kind == Caller::Kind::role || caller.kind == Caller::Kind::stranger) {
      add(named.directly, is_same(principal, caller.id));
      add(named.by_account, is_same(principal, caller.account));
      add(named.by_account, is_same(principal, account_root()));
      if (is_session_of_role(principal)) {
        add(named.directly, Verdict::unknown("it names a session of the role"));
      }
    }
  }

  static Verdict is_same(const Text& principal, const Text& id) {
    const Truth truth = matches(principal, id);
    if (truth != Truth::unknown) return {truth, "it is for other principals"};
    return Verdict::unknown(
        fmt::format("whether it is for {} is known at deployment only", principal.print())
    );
  }

  Text account_root() const {
    Text result = deployment_.format("arn:{partition}:iam::", {});
    result.append(request_.caller.account);
    result.append(Text(":root"));
    return result;
  }

  /// `arn:aws:sts::111122223333:assumed-role/Role/session`; paths of roles aren't in it.
  bool is_session_of_role(const Text& principal) const {
    Text prefix = deployment_.format("arn:{partition}:sts::", {});
    prefix.append(request_.caller.account);
    prefix.append(Text(":assumed-role/"));
    prefix.append(request_.caller.id.split('/').back());
    prefix.append(Text("/"));
    prefix.append(Token{.kind = Token::Kind::any});
    return matches(prefix, principal) == Truth::yes;
  }

  /// Whether NotPrincipal applies to the caller.
  Verdict excepted(bool is_deny, const json& not_principal) const {
    const Named named = named_in(not_principal);
    const bool is_role = request_.caller.kind == Caller::Kind::role;
    // "Permissions boundaries for IAM entities": such a Deny hits every role with a boundary.
    if (is_deny && is_role && request_.caller.has_boundary) return Verdict::yes();
    const Verdict all = named.in_any_way();
    if (all.truth == Truth::no) return Verdict::yes();
    if (all.truth == Truth::unknown) return all;
    // "NotPrincipal with Deny": a role is out of it only together with its account.
    if (is_deny && is_role && named.as_anyone.truth != Truth::yes &&
        both(named.directly, named.by_account).truth != Truth::yes) {
      return Verdict::unknown("its NotPrincipal names the role without the account, or so");
    }
    return Verdict::no("its NotPrincipal names the caller");
  }

  const Deployment& deployment_;
  const Policy& policy_;
  const Request& request_;
  bool is_of_resource_;
};

}  // namespace

std::vector<Evaluation> evaluate(
    const Deployment& deployment, const Policy& policy, const Request& request, bool is_of_resource
) {
  const Evaluator evaluator(deployment, policy, request, is_of_resource);
  const json statements =
      policy.document.is_object() ? policy.document.value("Statement", json()) : json();
  std::vector<Evaluation> result;
  if (!statements.is_array()) {
    result.push_back(evaluator.run(0, statements));
    return result;
  }
  for (const json& statement : statements)
    result.push_back(evaluator.run(result.size(), statement));
  return result;
}

}  // namespace amplify::assertions
