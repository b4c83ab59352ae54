// SPDX-License-Identifier: Apache-2.0
// By "Policy evaluation logic" of the IAM User Guide.
#include <amplify/error.hpp>
#include <amplify/testing/assertion_error.hpp>

#include "testing/simulator/question.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <ostream>
#include <utility>

namespace amplify::assertions {
namespace {

constexpr std::size_t most_shown = 5;

/// Whether something is allowed or denied, and the statements that this is due to.
struct Ruling {
  Verdict verdict{};
  std::vector<const Evaluation*> by{};
};

Ruling both(Ruling left, Ruling right) {
  if (left.verdict.truth != right.verdict.truth) {
    return left.verdict.truth < right.verdict.truth ? std::move(left) : std::move(right);
  }
  std::ranges::move(right.by, std::back_inserter(left.by));
  return left;
}

Ruling either(Ruling left, Ruling right) {
  return right.verdict.truth > left.verdict.truth ? std::move(right) : std::move(left);
}

using Statements = std::vector<Evaluation>;

/// Whether statements of this effect apply, of those that name the caller as `named` says.
template <class NamedVerdict>
Ruling ruling(const Statements& statements, Effect effect, NamedVerdict named) {
  Ruling result{Verdict::no({}), {}};
  for (const Evaluation& each : statements) {
    if (each.effect && *each.effect != effect) continue;
    Verdict verdict = both(each.applies, named(each));
    if (!each.effect) verdict = both(std::move(verdict), Verdict::unknown(verdict.why));
    if (verdict.truth == Truth::no) continue;
    result = either(std::move(result), {std::move(verdict), {&each}});
  }
  return result;
}

Verdict not_named(const Evaluation& /*each*/) { return Verdict::yes(); }
Verdict named_directly(const Evaluation& each) { return each.named.directly; }
Verdict named_by_account(const Evaluation& each) { return each.named.by_account; }
Verdict named_as_anyone(const Evaluation& each) { return each.named.as_anyone; }
Verdict named_somehow(const Evaluation& each) { return each.named.in_any_way(); }

/// Stands for a policy of which nothing is known.
Policy unseen_policy(const Deployment& deployment, std::string name, std::string why) {
  return {
      .name = std::move(name),
      .scope = &deployment.main(),
      .document = {{"Statement", json::array({json()})}},
      .attached = Verdict::unknown(std::move(why)),
  };
}

/// Decides one request.
class Judge {
 public:
  Judge(const Deployment& deployment, const Request& request)
      : deployment_(deployment),
        request_(request),
        target_(resource_of(deployment, request.resource)) {
    collect();
  }

  IamAnswer answer() const {
    if (Text(request_.action).lower() == Text("sts:getcalleridentity")) {
      IamAnswer result = empty_answer(IamDecision::allowed);
      result.reason = "it needs no permission";
      return result;
    }
    const Ruling denied = either(
        ruling(identity_, Effect::deny, not_named),
        either(
            ruling(boundary_, Effect::deny, not_named),
            ruling(resource_, Effect::deny, named_somehow)
        )
    );
    if (denied.verdict.truth == Truth::yes) {
      return answer(IamDecision::explicitlyDenied, denied, "denies it");
    }
    const Ruling allowed = allow();
    if (allowed.verdict.truth == Truth::no) return implicit_denial();
    if (allowed.verdict.truth == Truth::unknown) return not_modelled(allowed);
    if (denied.verdict.truth == Truth::unknown) return not_modelled(denied);
    return answer(IamDecision::allowed, allowed, "allows it");
  }

 private:
  using Kind = Caller::Kind;

  bool is_action_of(std::string_view service) const {
    return Text(request_.action).lower().starts_with(service) && request_.resource != Text("*");
  }
  bool is_trust() const { return is_action_of("sts:"); }
  bool is_key() const { return is_action_of("kms:") && !is_arn_of("kms", "alias/"); }
  /// Trust and key policies must allow what any other policy does.
  bool must_agree() const { return is_trust() || is_key(); }

  bool is_arn_of(std::string_view service, std::string_view start) const {
    const auto parts = request_.resource.split(':', 6);
    return parts.size() == 6 && parts[2] == Text(service) && parts[5].starts_with(start);
  }

  /// Whether the resource is in the caller's account. Some ARNs don't say.
  Truth is_in_account(const Text& account) const {
    const auto parts = request_.resource.split(':', 6);
    if (parts.size() == 6 && !parts[4].empty()) return matches(parts[4], account);
    return matches(Text(deployment_.options().accountId), account);
  }

  void collect() {
    for (const Policy& policy : policies_of_caller())
      add(identity_, policy, false);
    if (request_.caller.role) {
      if (const auto boundary = permissions_boundary(deployment_, *request_.caller.role))
        add(boundary_, *boundary, false);
    }
    for (const Policy& policy : policies_of_resource())
      add(resource_, policy, true);
  }

  void add(Statements& statements, const Policy& policy, bool is_of_resource) {
    const Policy& kept = *policies_.emplace_back(std::make_unique<const Policy>(policy));
    auto evaluated = evaluate(deployment_, kept, request_, is_of_resource);
    std::ranges::move(evaluated, std::back_inserter(statements));
  }

  std::vector<Policy> policies_of_caller() const {
    const Caller& caller = request_.caller;
    if (caller.role) return identity_policies(deployment_, *caller.role);
    if (caller.kind != Kind::stranger) return {};
    return {unseen_policy(
        deployment_, "policies of " + caller.label,
        fmt::format("the policies of {} are not in the templates", caller.label)
    )};
  }

  std::vector<Policy> policies_of_resource() const {
    if (is_trust()) {
      const bool is_role = target_ && target_->type() == "AWS::IAM::Role";
      if (is_role) return {trust_policy(deployment_, *target_)};
      return {unseen("its trust policy is not in the templates")};
    }
    auto policies = resource_policies(deployment_, request_.resource);
    if (const auto why = unmodelled_policy(deployment_, request_.resource); !why.empty())
      policies.push_back(unseen(why));
    const bool has_its_own = std::ranges::any_of(policies, [](const Policy& policy) {
      return policy.attached.truth == Truth::yes;
    });
    if (has_its_own) return policies;
    if (is_topic()) policies.push_back(default_topic_policy());
    const Caller& caller = request_.caller;
    const bool has_account = caller.kind == Kind::role || caller.kind == Kind::stranger;
    const bool is_elsewhere = has_account && is_in_account(caller.account) != Truth::yes;
    const bool needs_policy = !has_account || must_agree() || is_elsewhere;
    if (!target_ && needs_policy) {
      policies.push_back(
          unseen(fmt::format("the policy of {} is not in the templates", request_.resource.print()))
      );
    }
    return policies;
  }

  Policy unseen(std::string why) const {
    return unseen_policy(deployment_, "policy of " + request_.resource.print(), std::move(why));
  }

  bool is_topic() const { return target_ && target_->type() == "AWS::SNS::Topic"; }

  Policy default_topic_policy() const {
    const json statement = {
        {"Effect", "Allow"}, {"Principal", "*"}, {"Action", "sns:*"}, {"Resource", "*"}
    };
    return {
        .name = "default policy of " + target_->label(),
        .scope = target_->scope,
        .document = {{"Statement", json::array({statement})}},
        .attached = Verdict::unknown(
            "SNS gives a topic without a policy one of its own, which is not modelled"
        ),
    };
  }

  Ruling allow() const {
    const Ruling direct = ruling(resource_, Effect::allow, named_directly);
    const Ruling anyone = ruling(resource_, Effect::allow, named_as_anyone);
    switch (request_.caller.kind) {
      case Kind::service:
      case Kind::federated:
        return either(direct, anyone);
      case Kind::anonymous:
        return both(anyone, public_access());
      case Kind::stranger:
      case Kind::role:
        break;
    }
    const Ruling identity = ruling(identity_, Effect::allow, not_named);
    const Ruling limit = boundary_.empty() ? Ruling{} : ruling(boundary_, Effect::allow, not_named);
    const Truth is_inside = is_in_account(request_.caller.account);
    if (is_inside == Truth::unknown) {
      return {Verdict::unknown("the account of the resource is known at deployment only"), {}};
    }
    if (is_inside == Truth::no) {
      const Ruling other_side = ruling(resource_, Effect::allow, named_somehow);
      return both(both(identity, limit), other_side);
    }
    // "Resource-based policies": what is given to everyone isn't limited by a boundary.
    const Ruling given = either(both(direct, limit), anyone);
    if (!must_agree()) return either(both(identity, limit), given);
    const Ruling trusted = ruling(resource_, Effect::allow, named_by_account);
    return either(both(both(identity, trusted), limit), given);
  }

  /// S3 blocks public access to a bucket unless its settings say otherwise.
  Ruling public_access() const {
    if (!is_arn_of("s3", "")) return {};
    const json& settings = target_ ? target_->property("PublicAccessBlockConfiguration")
                                   : static_cast<const json&>(none_);
    if (settings.is_object() && settings.value("BlockPublicPolicy", json()) == false &&
        settings.value("RestrictPublicBuckets", json()) == false) {
      return {};
    }
    return {Verdict::unknown("S3 Block Public Access is not modelled"), {}};
  }

  IamAnswer answer(IamDecision decision, const Ruling& ruling, std::string_view why) const {
    IamAnswer result = empty_answer(decision);
    for (const Evaluation* each : ruling.by) {
      if (each->statement.is_object()) result.statements.push_back(shown(*each, std::string(why)));
    }
    return result;
  }

  IamAnswer not_modelled(const Ruling& ruling) const {
    IamAnswer result = answer(IamDecision::notModelled, ruling, ruling.verdict.why);
    result.reason = ruling.verdict.why;
    return result;
  }

  /// With the statements about the action that don't apply, and why.
  IamAnswer implicit_denial() const {
    IamAnswer result = empty_answer(IamDecision::implicitlyDenied);
    result.reason = why_implicit();
    for (const Statements* statements : {&identity_, &boundary_, &resource_}) {
      for (const Evaluation& each : *statements) {
        const bool is_allow = each.effect == Effect::allow && each.action.truth == Truth::yes;
        if (!is_allow || result.statements.size() == most_shown) continue;
        const Verdict verdict =
            statements == &resource_ ? both(each.applies, each.named.in_any_way()) : each.applies;
        if (verdict.truth == Truth::no) result.statements.push_back(shown(each, verdict.why));
      }
    }
    return result;
  }

  std::string why_implicit() const {
    const bool has_identity =
        ruling(identity_, Effect::allow, not_named).verdict.truth == Truth::yes;
    if (!has_identity) return "no statement allows it";
    const bool is_limited = !boundary_.empty() &&
                            ruling(boundary_, Effect::allow, not_named).verdict.truth == Truth::no;
    if (is_limited) return "the permissions boundary doesn't allow it";
    if (is_trust()) return "the role doesn't trust the caller";
    if (is_key()) return "the key's policy doesn't leave it to the account";
    return "the resource's policy doesn't allow it";
  }

  IamAnswer empty_answer(IamDecision decision) const {
    return {
        .decision = decision,
        .question = fmt::format(
            "{}: {} on {}", request_.caller.label, request_.action, request_.resource.print()
        ),
    };
  }

  static IamStatement shown(const Evaluation& evaluation, std::string why) {
    return {
        .policy = evaluation.policy->name,
        .index = evaluation.index,
        .statement = detail::ValueAccess::make(evaluation.statement),
        .why = std::move(why),
    };
  }

  const Deployment& deployment_;
  const Request& request_;
  std::optional<Located> target_;
  json none_;
  std::vector<std::unique_ptr<const Policy>> policies_;
  Statements identity_;
  Statements boundary_;
  Statements resource_;
};

std::string_view name_of(IamDecision decision) {
  switch (decision) {
    case IamDecision::allowed:
      return "allowed";
    case IamDecision::explicitlyDenied:
      return "explicitly denied";
    case IamDecision::implicitlyDenied:
      return "implicitly denied";
    case IamDecision::notModelled:
      break;
  }
  return "not modelled";
}

}  // namespace

IamAnswer::operator bool() const {
  if (decision == IamDecision::notModelled) throw AssertionError(text(), {});
  return decision == IamDecision::allowed;
}

std::string IamAnswer::text() const {
  std::string result = fmt::format("{}: {}", name_of(decision), question);
  if (!reason.empty()) result += fmt::format("\n  {}", reason);
  for (const IamStatement& each : statements) {
    result += fmt::format("\n  statement {} of {}", each.index, each.policy);
    if (each.why != reason) result += fmt::format(": {}", each.why);
    result += fmt::format("\n    {}", each.statement.text());
  }
  return result;
}

void PrintTo(const IamAnswer& answer, std::ostream* stream) { *stream << answer.text(); }

IamSimulator::IamSimulator(const Template& from, IamSimulatorOptions options)
    : deployment_(
          std::make_shared<const Deployment>(detail::TemplateAccess::of(from), std::move(options))
      ) {}

IamAnswer IamSimulator::allows(
    const IamCaller& caller, std::string_view action, const IamTarget& target,
    const IamContext& context
) const {
  const Request request = request_of(*deployment_, caller, action, target, context);
  return Judge(*deployment_, request).answer();
}

IamAnswer IamSimulator::canAssume(
    const IamCaller& caller, const IamTarget& role, const IamContext& context
) const {
  const auto action =
      caller.principal ? caller.principal->assumeRoleAction : std::string("sts:AssumeRole");
  return allows(caller, action, role, context);
}

}  // namespace amplify::assertions
