// SPDX-License-Identifier: Apache-2.0
#include "check/policies.hpp"
#include "check/rules/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace amplify::check {
namespace {

bool is_any_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_everything(const Statement& statement) {
  if (!at(*statement.json, "NotAction").is_null()) return true;
  const auto actions = statement.actions();
  return std::ranges::find(actions, "*") != actions.end();
}

void find_administrators(const Subject& subject, Report& report) {
  for (const Statement& each : subject.statements) {
    if (each.allows() && each.is_of_identity() && each.is_about_all() && is_everything(each))
      report.add(*each.resource, "it permits everything with everything", each.property);
  }
}

/// Whether AWS can limit the action to some resources, so that `*` isn't needed. Of the services
/// that backends use; what lists or describes has no resource mostly.
bool could_be_limited(std::string_view action) {
  const auto colon = action.find(':');
  if (colon == action.npos) return false;
  const auto service = action.substr(0, colon);
  const auto name = action.substr(colon + 1);
  if (is_any_of(action, {"iam:passrole", "sts:assumerole"})) return true;
  if (!is_any_of(
          service, {"appsync", "cognito-idp", "dynamodb", "events", "firehose", "kinesis", "kms",
                    "lambda", "rds-data", "s3", "secretsmanager", "sqs", "ssm", "states"}
      ))
    return false;
  return !name.starts_with("list") && !name.starts_with("describe") && name != "getrandompassword";
}

void find_wildcards(const Subject& subject, Report& report) {
  for (const Statement& each : subject.statements) {
    if (!each.allows() || !each.is_of_identity()) continue;
    const bool all = each.is_about_all();
    if (all && is_everything(each)) continue;  // an administrator
    for (const auto& action : each.actions()) {
      if (action == "*" || action.ends_with(":*")) {
        report.add(*each.resource, fmt::format("it permits `{}`", action), each.property);
        break;
      }
      if (all && !each.has_condition() && could_be_limited(action)) {
        report.add(
            *each.resource, fmt::format("it permits `{}` with every resource", action),
            each.property
        );
        break;
      }
    }
  }
}

/// `AdministratorAccess` of a managed policy's ARN, which may be joined with the partition.
std::string policy_name(const Json& arn) {
  std::string name;
  for_each_text(arn, [&](const std::string&, const std::string& text) {
    if (const auto slash = text.rfind('/'); slash != text.npos) name = text.substr(slash + 1);
  });
  return name;
}

void find_broad_managed_policies(const Subject& subject, Report& report) {
  for (const auto* type : {"AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group"}) {
    for (const Resource* const resource : subject.made.of_type(type)) {
      for (const Json* const arn : elements((*resource)["ManagedPolicyArns"])) {
        const auto name = policy_name(*arn);
        if (name == "AdministratorAccess" || name == "PowerUserAccess" ||
            name.ends_with("FullAccess"))
          report.add(*resource, fmt::format("it has `{}`", name), "ManagedPolicyArns");
      }
    }
  }
}

void find_open_trust(const Subject& subject, Report& report) {
  for (const Statement& each : subject.statements) {
    if (!each.allows() || !each.is_of_trust() || each.has_condition()) continue;
    const Json& federated = at(*each.json, "Principal.Federated");
    if (each.is_for_everybody()) {
      report.add(*each.resource, "any AWS account may assume the role", each.property);
    } else if (!federated.is_null()) {
      report.add(
          *each.resource,
          fmt::format("whoever has a token of {} may assume the role", federated.dump()),
          each.property
      );
    }
  }
}

void find_public_policies(const Subject& subject, Report& report) {
  for (const Statement& each : subject.statements) {
    if (!each.allows() || each.is_of_identity() || each.is_of_trust()) continue;
    if (each.is_for_everybody() && !each.has_condition())
      report.add(*each.resource, "it permits everybody", each.property);
  }
  for (const Resource* const permission : subject.made.of_type("AWS::Lambda::Permission")) {
    if ((*permission)["Principal"] == "*" && (*permission)["FunctionUrlAuthType"].is_null())
      report.add(*permission, "everybody may call the function", "Principal");
  }
}

void find_confused_deputies(const Subject& subject, Report& report) {
  for (const Resource* const permission : subject.made.of_type("AWS::Lambda::Permission")) {
    const Json& principal = (*permission)["Principal"];
    if (!principal.is_string()) continue;
    const auto& service = principal.get_ref<const std::string&>();
    if (!service.ends_with(".amazonaws.com")) continue;
    const bool limited = std::ranges::any_of(
        std::array{"SourceArn", "SourceAccount", "PrincipalOrgID", "EventSourceToken"},
        [&](const char* property) { return !(*permission)[property].is_null(); }
    );
    if (!limited)
      report.add(
          *permission, fmt::format("{} may call the function for any account", service), "Principal"
      );
  }
}

constexpr std::string_view practices =
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege";
constexpr std::string_view principals =
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html";

constexpr Rule rules[] = {
    {"AdministratorGrantRisk", Severity::error, About::all, "A policy permits everything",
     "name the actions and the resources; `grant…` of constructs does", practices,
     find_administrators},
    {"WildcardGrantRisk", Severity::warning, About::all, "A policy permits more than is used",
     "name the actions and the resources; `grant…` of constructs does", practices, find_wildcards},
    {"ManagedPolicyRisk", Severity::warning, About::all,
     "A managed policy permits more than is used", "name the actions and the resources instead",
     practices, find_broad_managed_policies},
    {"OpenTrustRisk", Severity::error, About::all, "Strangers may assume a role",
     "name who may assume it, or add a condition on the token's `aud` and `sub`", principals,
     find_open_trust},
    {"PublicPolicyRisk", Severity::error, About::all, "A resource is open to every AWS account",
     "name the principals, or add a condition such as `aws:SourceAccount`", principals,
     find_public_policies},
    {"ConfusedDeputyRisk", Severity::warning, About::all,
     "A service may call a function for any account", "add SourceArn or SourceAccount",
     "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
     find_confused_deputies},
};

}  // namespace

std::span<const Rule> policy_rules() { return rules; }

}  // namespace amplify::check
