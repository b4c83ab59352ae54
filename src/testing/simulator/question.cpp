// SPDX-License-Identifier: Apache-2.0
#include "testing/simulator/question.hpp"

#include <amplify/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace amplify::assertions {
namespace {

constexpr std::size_t account_part = 4;

[[noreturn]] void throw_invalid(std::string_view what, std::string message, std::string help = {}) {
  throw UserError(
      {.code = "InvalidQuestionError",
       .where = std::string(what),
       .message = std::move(message),
       .help = std::move(help)}
  );
}

[[noreturn]] void throw_unknown(std::string_view what, std::string message, std::string help = {}) {
  throw UserError(
      {.code = "UnknownResourceError",
       .where = std::string(what),
       .message = std::move(message),
       .help = std::move(help)}
  );
}

bool is_logical_id(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
}

Located find_by_id(const Deployment& deployment, std::string_view id) {
  const auto found = deployment.find(id);
  if (found.size() == 1) return found.front();
  std::vector<std::string> labels;
  for (const Located& each : found.empty() ? deployment.resources() : found)
    labels.push_back(each.label());
  throw_unknown(
      id, found.empty() ? "no resource has this logical id" : "several resources have it",
      fmt::format("there are {}", fmt::join(labels, ", "))
  );
}

Located find_by_construct(const Deployment& deployment, const cdk::Resource& resource) {
  if (const auto found = deployment.find(resource)) return *found;
  throw_unknown(
      resource.path(), "the resource is in none of the templates",
      "make the simulator from a Template of its own app"
  );
}

/// ARN text with `${…}`, of which each name must be there.
Text arn_in_text(const Deployment& deployment, std::string_view text) {
  const Scope& scope = deployment.main();
  for (auto open = text.find("${"); open != std::string_view::npos;
       open = text.find("${", open + 2)) {
    const auto inner = text.substr(open + 2, text.find('}', open) - open - 2);
    const std::string name(inner.substr(0, inner.find('.')));
    const bool is_known = name.starts_with("AWS::") || scope.resources().contains(name) ||
                          scope.body.value("Parameters", json::object()).contains(name);
    if (!is_known) throw_unknown(text, fmt::format("the template has no `{}`", name));
  }
  return deployment.substituted(scope, text);
}

Text account_of(const Text& arn) {
  const auto parts = arn.split(':');
  return arn.starts_with("arn:") && parts.size() > account_part ? parts[account_part] : Text();
}

Caller role(const Deployment& deployment, const Located& located) {
  if (located.type() != "AWS::IAM::Role") {
    throw_invalid(
        located.label(), fmt::format("{} is no role", located.type()),
        "ask about an AWS::IAM::Role, or what has one"
    );
  }
  return {
      .kind = Caller::Kind::role,
      .id = *deployment.arn(located),
      .account = deployment.options().accountId,
      .has_boundary = !located.property("PermissionsBoundary").is_null(),
      .role = located,
      .label = located.label(),
  };
}

Caller caller_of_arn(const Deployment& deployment, const Text& arn) {
  for (const Located& resource : deployment.resources()) {
    if (resource.type() == "AWS::IAM::Role" && *deployment.arn(resource) == arn)
      return role(deployment, resource);
  }
  const Text account = account_of(arn);
  if (account.empty() || arn.split(':').back() == Text("root")) {
    throw_invalid(
        arn.print(), "it is neither a role nor a user",
        "write a logical id, the ARN of a role, or a principal of cdk::iam"
    );
  }
  return {.kind = Caller::Kind::stranger, .id = arn, .account = account, .label = arn.print()};
}

Caller caller_of_principal(const Deployment& deployment, const cdk::iam::Principal& principal) {
  const Text id = deployment.text(principal.id);
  if (principal.type == "AWS" && id != Text("*")) return caller_of_arn(deployment, id);
  const auto kind = principal.type == "AWS"       ? Caller::Kind::anonymous
                    : principal.type == "Service" ? Caller::Kind::service
                                                  : Caller::Kind::federated;
  const bool is_anonymous = kind == Caller::Kind::anonymous;
  return {.kind = kind, .id = id, .label = is_anonymous ? "anyone" : id.print()};
}

Caller caller_of(const Deployment& deployment, const IamCaller& caller) {
  if (caller.resource) return role(deployment, find_by_construct(deployment, *caller.resource));
  if (caller.principal) return caller_of_principal(deployment, *caller.principal);
  if (is_logical_id(caller.text)) return role(deployment, find_by_id(deployment, caller.text));
  return caller_of_arn(deployment, arn_in_text(deployment, caller.text));
}

Text arn_of(const Deployment& deployment, const Located& resource) {
  if (const auto arn = deployment.arn(resource)) return *arn;
  throw_invalid(
      resource.label(), fmt::format("the ARN of {} is not known", resource.type()),
      "ask about an ARN"
  );
}

Text target_of(const Deployment& deployment, const IamTarget& target) {
  if (target.resource) return arn_of(deployment, find_by_construct(deployment, *target.resource));
  if (target.arn.isSet()) return deployment.text(target.arn);
  if (is_logical_id(target.text)) return arn_of(deployment, find_by_id(deployment, target.text));
  return arn_in_text(deployment, target.text);
}

/// A question is about one resource, but CloudFormation's ARNs of log groups end with `:*`.
void check_wildcards(const Text& target) {
  const std::string text = target.print();
  const bool is_log_group = text.find(":log-group:") != std::string::npos && text.ends_with(":*");
  const auto checked = is_log_group ? text.substr(0, text.size() - 1) : text;
  if (text != "*" && checked.find_first_of("*?") != std::string::npos) {
    throw_invalid(text, "a wildcard in a question", "ask about one resource: …/photo.png");
  }
}

void check_action(std::string_view action) {
  const auto colon = action.find(':');
  const bool is_action = colon != std::string_view::npos && colon > 0 && colon + 1 < action.size();
  if (!is_action || action.find_first_of("*?") != std::string_view::npos) {
    throw_invalid(action, "it is no action", "write one as `s3:GetObject`");
  }
}

void add_caller_keys(const Deployment& deployment, const Caller& caller, Context& context) {
  if (caller.kind == Caller::Kind::service) {
    context.set("aws:PrincipalServiceName", {caller.id});
    context.set("aws:PrincipalIsAWSService", {"true"});
  }
  if (caller.kind != Caller::Kind::role) return;
  context.set("aws:PrincipalArn", {caller.id});
  context.set("aws:PrincipalAccount", {caller.account});
  context.set("aws:PrincipalType", {"AssumedRole"});
  context.set("aws:PrincipalIsAWSService", {"false"});
  context.set_absent("aws:username");
  const json& tags = caller.role->property("Tags");
  if (!tags.is_array()) return;
  for (const json& tag : tags) {
    if (!tag.is_object() || !tag.value("Key", json()).is_string()) continue;
    const auto value = deployment.text(*caller.role->scope, tag.value("Value", json()));
    context.set("aws:PrincipalTag/" + tag["Key"].get<std::string>(), {value});
  }
}

Context context_of(const Deployment& deployment, const Caller& caller, const IamContext& given) {
  Context context;
  context.set("aws:SecureTransport", {"true"});
  add_caller_keys(deployment, caller, context);
  for (const auto& [name, value] : given) {
    if (value.isSet()) {
      const json plain = to_json(value, References::with_stack);
      context.set(name, deployment.texts(deployment.main(), plain));
    } else {
      context.set_absent(name);
    }
  }
  return context;
}

}  // namespace

Request request_of(
    const Deployment& deployment, const IamCaller& caller, std::string_view action,
    const IamTarget& target, const IamContext& context
) {
  check_action(action);
  Request request{
      .caller = caller_of(deployment, caller),
      .action = std::string(action),
      .resource = target_of(deployment, target),
      .context = {},
  };
  check_wildcards(request.resource);
  request.context = context_of(deployment, request.caller, context);
  return request;
}

}  // namespace amplify::assertions
