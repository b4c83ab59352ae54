// SPDX-License-Identifier: Apache-2.0
#include "testing/simulator/policies.hpp"

#include "testing/simulator/shapes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace amplify::assertions {
namespace {

Text with_any(Text text, char separator) {
  text.append(Token{.character = separator});
  text.append(Token{.kind = Token::Kind::any});
  return text;
}

/// Whether an ARN is that of the resource, or of a part of it: an object, an index, an alias.
Truth is_of(const Text& resource, const Text& arn) {
  return std::max(
      matches(resource, arn),
      std::max(matches(with_any(resource, '/'), arn), matches(with_any(resource, ':'), arn))
  );
}

/// The same text, apart from what only the deployment knows.
Verdict is_same(const Text& left, const Text& right, std::string_view what) {
  const Truth truth = matches(left, right);
  if (truth != Truth::unknown) return {truth, {}};
  return Verdict::unknown(
      fmt::format("whether {} is {} is known at deployment only", what, left.print())
  );
}

std::string name_of(const Located& resource) {
  return fmt::format("{} ({})", resource.label(), resource.type());
}

Verdict existence(const Located& resource) {
  const auto found = resource.definition().find("Condition");
  if (found == resource.definition().end()) return Verdict::yes();
  return Verdict::unknown(
      fmt::format("{} is deployed only under {}", name_of(resource), print(*found))
  );
}

Policy policy_of(const Located& resource, const char* property) {
  return {
      .name = name_of(resource),
      .scope = resource.scope,
      .document = resource.property(property),
      .attached = existence(resource),
  };
}

/// The policy of AWS that our functions' roles have, by the AWS Managed Policy Reference (version
/// 1, unchanged since 2015). Others change, so the user gives them.
json lambda_basic_execution_role() {
  const json actions = {"logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"};
  const json statement = {{"Effect", "Allow"}, {"Action", actions}, {"Resource", "*"}};
  return {{"Version", "2012-10-17"}, {"Statement", json::array({statement})}};
}

/// A managed policy by its ARN: defined in a template, in the options, or known.
Policy managed_policy(const Deployment& deployment, const Text& arn) {
  for (const Located& resource : deployment.resources()) {
    if (resource.type() == "AWS::IAM::ManagedPolicy" && deployment.ref(resource) == arn)
      return policy_of(resource, "PolicyDocument");
  }
  for (const auto& [given, document] : deployment.options().managedPolicies) {
    if (arn == Text(given)) {
      return {
          .name = given, .scope = &deployment.main(), .document = to_json(document), .attached = {}
      };
    }
  }
  const auto basic = deployment.format(
      "arn:{partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole", {}
  );
  if (arn == basic) {
    return {
        .name = arn.print(),
        .scope = &deployment.main(),
        .document = lambda_basic_execution_role(),
        .attached = {}
    };
  }
  return {
      .name = arn.print(),
      .scope = &deployment.main(),
      .document = {{"Statement", json::array({json()})}},
      .attached = Verdict::unknown(fmt::format(
          "{} is attached, and not in the templates; put its document into .managedPolicies",
          arn.print()
      )),
  };
}

/// Whether the names in a property of a policy, such as `Roles`, include the role's.
Verdict is_attached(
    const Deployment& deployment, const Located& policy, const json& names, const Located& role
) {
  Verdict result = Verdict::no({});
  if (names.is_null()) return result;
  const Text name = deployment.ref(role);
  for (const Text& each : deployment.texts(*policy.scope, names))
    result = either(std::move(result), is_same(each, name, "the role"));
  return result;
}

void add_attached(
    const Deployment& deployment, const Located& resource, const Located& role,
    std::vector<Policy>& policies
) {
  const auto type = resource.type();
  const bool is_list = type == "AWS::IAM::Policy" || type == "AWS::IAM::ManagedPolicy";
  if (!is_list && type != "AWS::IAM::RolePolicy") return;
  const auto attached =
      is_attached(deployment, resource, resource.property(is_list ? "Roles" : "RoleName"), role);
  if (attached.truth == Truth::no) return;
  Policy policy = policy_of(resource, "PolicyDocument");
  policy.attached = both(std::move(policy.attached), attached);
  policies.push_back(std::move(policy));
}

/// What `AWS::Lambda::Permission` means, as a policy of the function.
json permission_document(const Located& permission) {
  const json& principal = permission.property("Principal");
  const bool is_service =
      principal.is_string() &&
      principal.get_ref<const std::string&>().find(".amazonaws.com") != std::string::npos;
  json statement = {
      {"Effect", "Allow"},
      {"Action", permission.property("Action")},
      {"Principal", {{is_service ? "Service" : "AWS", principal}}},
  };
  struct Key {
    const char* property;
    const char* operation;
    const char* key;
  };
  constexpr std::array keys{
      Key{"SourceArn", "ArnLike", "aws:SourceArn"},
      Key{"SourceAccount", "StringEquals", "aws:SourceAccount"},
      Key{"PrincipalOrgID", "StringEquals", "aws:PrincipalOrgID"},
      Key{"FunctionUrlAuthType", "StringEquals", "lambda:FunctionUrlAuthType"},
      Key{"EventSourceToken", "StringEquals", "lambda:EventSourceToken"},
      Key{"InvokedViaFunctionUrl", "Bool", "lambda:InvokedViaFunctionUrl"},
  };
  for (const auto& [property, operation, key] : keys) {
    if (const json& value = permission.property(property); !value.is_null())
      statement["Condition"][operation][key] = value;
  }
  return {{"Version", "2012-10-17"}, {"Statement", json::array({statement})}};
}

/// A function by its name or ARN, or a part of the ARN.
Text function_arn(const Deployment& deployment, const Text& name) {
  const auto parts = name.split(':');
  if (name.starts_with("arn:")) return name;
  const Text& last = parts.size() == 3 ? parts.back() : name;  // 111122223333:function:name
  return deployment.format("arn:{partition}:lambda:{region}:{account}:function:{name}", last);
}

/// A queue by its URL.
Text queue_arn(const Deployment& deployment, const Text& url) {
  for (const Located& resource : deployment.resources()) {
    if (resource.type() == "AWS::SQS::Queue" && deployment.ref(resource) == url)
      return *deployment.arn(resource);
  }
  const auto parts = url.split('/');  // https://sqs.us-east-1.amazonaws.com/111122223333/name
  if (parts.size() != 5) return url;
  return deployment.format("arn:{partition}:sqs:{region}:{account}:{name}", parts.back());
}

Text bucket_arn(const Deployment& deployment, const Text& name) {
  return deployment.format("arn:{partition}:s3:::{name}", name);
}

Text same(const Deployment& /*deployment*/, const Text& arn) { return arn; }

/// A resource that is the policy of others.
struct Holder {
  std::string_view type;
  const char* document;
  /// The property that names whose policy it is.
  const char* target;
  Text (*arn)(const Deployment& deployment, const Text& name);
};
constexpr std::array holders{
    Holder{"AWS::S3::BucketPolicy", "PolicyDocument", "Bucket", bucket_arn},
    Holder{"AWS::SQS::QueuePolicy", "PolicyDocument", "Queues", queue_arn},
    Holder{"AWS::SNS::TopicPolicy", "PolicyDocument", "Topics", same},
    Holder{"AWS::SecretsManager::ResourcePolicy", "ResourcePolicy", "SecretId", same},
    Holder{"AWS::Lambda::Permission", nullptr, "FunctionName", function_arn},
};

/// A resource that has its policy itself.
struct Owner {
  std::string_view type;
  const char* property;
};
constexpr std::array owners{
    Owner{"AWS::KMS::Key", "KeyPolicy"},
    Owner{"AWS::DynamoDB::Table", "ResourcePolicy"},
};

constexpr std::array identity_types{
    "AWS::IAM::Role", "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy"
};

/// The key policy that KMS gives a key without one.
json default_key_policy(const Deployment& deployment) {
  const auto root = deployment.format("arn:{partition}:iam::{account}:root", {}).print();
  return {
      {"Version", "2012-10-17"},
      {"Statement", json::array(
                        {{{"Effect", "Allow"},
                          {"Principal", {{"AWS", root}}},
                          {"Action", "kms:*"},
                          {"Resource", "*"}}}
                    )},
  };
}

bool is_modelled(std::string_view type) {
  return std::ranges::find(identity_types, type) != identity_types.end() ||
         std::ranges::find(holders, type, &Holder::type) != holders.end() ||
         std::ranges::find(owners, type, &Owner::type) != owners.end();
}

/// Whether there are statements with principals in it: a policy of a resource.
bool has_resource_policy(const json& value) {
  if (!value.is_structured()) return false;
  if (value.is_object() && value.contains("Effect") &&
      (value.contains("Principal") || value.contains("NotPrincipal"))) {
    return true;
  }
  return std::ranges::any_of(value, has_resource_policy);
}

/// Whether a resource has to do with the ARN: it is its own, or it refers to what is in it.
bool has_to_do_with(const Located& resource, const Text& arn) {
  const auto properties = print(resource.definition());
  return std::ranges::any_of(arn.tokens(), [&](const Token& token) {
    if (token.kind != Token::Kind::symbol) return false;
    const auto id = token.symbol->label.substr(0, token.symbol->label.find('.'));
    return resource.id == id || properties.find('"' + id + '"') != std::string::npos;
  });
}

/// `ecr` of `AWS::ECR::Repository` and of `arn:aws:ecr:…`.
bool is_of_same_service(std::string_view type, const Text& arn) {
  const auto parts = arn.split(':', 4);
  if (parts.size() < 4 || !arn.starts_with("arn:")) return false;
  const auto start = type.find("::");
  if (start == std::string_view::npos) return false;
  const auto service = type.substr(start + 2, type.find("::", start + 2) - start - 2);
  return Text(service).lower() == parts[2];
}

}  // namespace

std::vector<Policy> identity_policies(const Deployment& deployment, const Located& role) {
  std::vector<Policy> policies;
  const json& inline_policies = role.property("Policies");
  if (inline_policies.is_array()) {
    for (const json& each : inline_policies) {
      const bool is_known = each.is_object() && each.contains("PolicyDocument");
      policies.push_back({
          .name = fmt::format(
              "{} of {}", is_known ? print(each.value("PolicyName", json())) : print(each),
              name_of(role)
          ),
          .scope = role.scope,
          .document = is_known ? each["PolicyDocument"] : each,
          .attached = {},
      });
    }
  } else if (!inline_policies.is_null()) {
    policies.push_back({.name = name_of(role), .scope = role.scope, .document = inline_policies});
  }
  if (const json& arns = role.property("ManagedPolicyArns"); !arns.is_null()) {
    for (const Text& arn : deployment.texts(*role.scope, arns))
      policies.push_back(managed_policy(deployment, arn));
  }
  for (const Located& resource : deployment.resources())
    add_attached(deployment, resource, role, policies);
  return policies;
}

std::optional<Policy> permissions_boundary(const Deployment& deployment, const Located& role) {
  const json& arn = role.property("PermissionsBoundary");
  if (arn.is_null()) return std::nullopt;
  Policy policy = managed_policy(deployment, deployment.text(*role.scope, arn));
  policy.name = "permissions boundary " + policy.name;
  return policy;
}

Policy trust_policy(const Deployment& deployment, const Located& role) {
  Policy policy = policy_of(role, "AssumeRolePolicyDocument");
  policy.name = "trust of " + policy.name;
  policy.target = deployment.arn(role);
  return policy;
}

std::vector<Policy> resource_policies(const Deployment& deployment, const Text& arn) {
  std::vector<Policy> policies;
  const auto add = [&](Policy policy, const Text& target) {
    const Truth is_its = is_of(target, arn);
    if (is_its == Truth::no) return;
    if (is_its == Truth::unknown) {
      policy.attached = both(
          std::move(policy.attached),
          Verdict::unknown(
              fmt::format("whether {} is about it is known at deployment only", policy.name)
          )
      );
    }
    policy.target = target;
    policies.push_back(std::move(policy));
  };
  for (const Located& resource : deployment.resources()) {
    const auto type = resource.type();
    if (const auto* const owner = std::ranges::find(owners, type, &Owner::type);
        owner != owners.end()) {
      Policy policy = policy_of(resource, owner->property);
      if (type == "AWS::DynamoDB::Table" && policy.document.is_object())
        policy.document = policy.document.value("PolicyDocument", json());
      if (type == "AWS::KMS::Key" && policy.document.is_null())
        policy.document = default_key_policy(deployment);
      if (!policy.document.is_null()) add(std::move(policy), *deployment.arn(resource));
    }
    const auto* const holder = std::ranges::find(holders, type, &Holder::type);
    if (holder == holders.end()) continue;
    for (const Text& name : deployment.texts(*resource.scope, resource.property(holder->target))) {
      Policy policy = holder->document == nullptr
                          ? Policy{
                                .name = name_of(resource),
                                .scope = resource.scope,
                                .document = permission_document(resource),
                                .attached = existence(resource),
                            }
                          : policy_of(resource, holder->document);
      add(std::move(policy), holder->arn(deployment, name));
    }
  }
  return policies;
}

std::string unmodelled_policy(const Deployment& deployment, const Text& arn) {
  for (const Located& resource : deployment.resources()) {
    const auto type = resource.type();
    if (is_modelled(type) || !has_resource_policy(resource.definition())) continue;
    if (has_to_do_with(resource, arn) || is_of_same_service(type, arn)) {
      return fmt::format("the policy in {} is not modelled", name_of(resource));
    }
  }
  return {};
}

std::optional<Located> resource_of(const Deployment& deployment, const Text& arn) {
  for (const Located& resource : deployment.resources()) {
    const auto own = deployment.arn(resource);
    if (own && is_of(*own, arn) == Truth::yes) return resource;
  }
  return std::nullopt;
}

}  // namespace amplify::assertions
