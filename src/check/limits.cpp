// SPDX-License-Identifier: Apache-2.0
#include "check/limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace amplify::check {
namespace {

// What each limit counts

std::size_t count(const Json& value) { return value.is_structured() ? value.size() : 0; }

/// The elements or members of a property.
void count_in(
    const Subject& subject, Meter& meter, std::string_view type, std::string_view property
) {
  for (const Resource* const resource : subject.made.of_type(type))
    meter.add(*resource, count((*resource)[property]));
}

/// The bytes of a property that is a text or a document.
void size_of(
    const Subject& subject, Meter& meter, std::string_view type, std::string_view property
) {
  for (const Resource* const resource : subject.made.of_type(type)) {
    const Json& value = (*resource)[property];
    if (value.is_null()) continue;
    meter.add(
        *resource,
        value.is_string() ? value.get_ref<const std::string&>().size() : deployed_size(value)
    );
  }
}

/// The entries of a template's section.
void count_section(const Subject& subject, Meter& meter, std::string_view section) {
  for (const Template& each : subject.made.templates())
    meter.add(each, count(at(each.body, section)));
}

/// The resources of a type by what they belong to.
void count_by_owner(
    const Subject& subject, Meter& meter, std::string_view type, std::string_view owner
) {
  std::map<const Resource*, std::size_t> counts;
  for (const Resource* const resource : subject.made.of_type(type)) {
    if (const auto* const of = subject.made.target(*resource->in, (*resource)[owner])) ++counts[of];
  }
  for (const auto& [of, used] : counts)
    meter.add(*of, used);
}

void measure_bytes(const Subject& subject, Meter& meter) {
  for (const Template& each : subject.made.templates())
    meter.add(each, each.bytes);
}

/// All resources of a root stack, which one deployment may touch.
void measure_operation(const Subject& subject, Meter& meter) {
  std::size_t all = 0;
  for (const Template& each : subject.made.templates())
    all += count(at(each.body, "Resources"));
  if (!subject.made.templates().empty()) meter.add(subject.made.templates().front(), all);
}

void measure_indexes(const Subject& subject, Meter& meter) {
  count_in(subject, meter, "AWS::DynamoDB::Table", "GlobalSecondaryIndexes");
}

void measure_local_indexes(const Subject& subject, Meter& meter) {
  count_in(subject, meter, "AWS::DynamoDB::Table", "LocalSecondaryIndexes");
}

void measure_projections(const Subject& subject, Meter& meter) {
  for (const Resource* const table : subject.made.of_type("AWS::DynamoDB::Table")) {
    std::size_t attributes = 0;
    for (const auto* kind : {"GlobalSecondaryIndexes", "LocalSecondaryIndexes"}) {
      for (const Json* const index : elements((*table)[kind]))
        attributes += count(at(*index, "Projection.NonKeyAttributes"));
    }
    meter.add(*table, attributes);
  }
}

void measure_resolvers(const Subject& subject, Meter& meter) {
  size_of(subject, meter, "AWS::AppSync::Resolver", "Code");
  size_of(subject, meter, "AWS::AppSync::FunctionConfiguration", "Code");
}

void measure_pipelines(const Subject& subject, Meter& meter) {
  count_in(subject, meter, "AWS::AppSync::Resolver", "PipelineConfig.Functions");
}

void measure_schema(const Subject& subject, Meter& meter) {
  size_of(subject, meter, "AWS::AppSync::GraphQLSchema", "Definition");
  for (const Resource* const schema : subject.made.of_type("AWS::AppSync::GraphQLSchema")) {
    for_each_text((*schema)["DefinitionS3Location"], [&](const auto&, const std::string& text) {
      meter.add(*schema, subject.made.size_of_asset(text.substr(text.rfind('/') + 1)));
    });
  }
}

void measure_api_environment(const Subject& subject, Meter& meter) {
  count_in(subject, meter, "AWS::AppSync::GraphQLApi", "EnvironmentVariables");
}

/// The policies in a role and those that are attached to it, which count together.
void measure_role_policies(const Subject& subject, Meter& meter) {
  std::map<const Resource*, std::size_t> sizes;
  for (const Resource* const role : subject.made.of_type("AWS::IAM::Role")) {
    for (const Json* const policy : elements((*role)["Policies"]))
      sizes[role] += deployed_size(at(*policy, "PolicyDocument"));
  }
  for (const Resource* const policy : subject.made.of_type("AWS::IAM::Policy")) {
    const auto size = deployed_size((*policy)["PolicyDocument"]);
    for (const Json* const role : elements((*policy)["Roles"])) {
      if (const auto* const of = subject.made.target(*policy->in, *role)) sizes[of] += size;
    }
  }
  for (const auto& [role, size] : sizes)
    meter.add(*role, size);
}

void measure_trust(const Subject& subject, Meter& meter) {
  size_of(subject, meter, "AWS::IAM::Role", "AssumeRolePolicyDocument");
}

void measure_managed_policies(const Subject& subject, Meter& meter) {
  // Those that the API makes are filled and then split, so they are always near.
  std::set<const cdk::detail::ConstructNode*> of_api;
  if (const auto& data = subject.backend.data) {
    for (const auto& [name, policy] : data->made.resources.cfnResources.identityPoolPolicies)
      of_api.insert(&cdk::detail::ConstructNode::of(policy));
  }
  for (const Resource* const policy : subject.made.of_type("AWS::IAM::ManagedPolicy")) {
    if (!of_api.contains(policy->node))
      meter.add(*policy, deployed_size((*policy)["PolicyDocument"]));
  }
}

/// Those that a role names and those that name it.
void measure_attached_policies(const Subject& subject, Meter& meter) {
  std::map<const Resource*, std::size_t> counts;
  for (const Resource* const role : subject.made.of_type("AWS::IAM::Role"))
    counts[role] += count((*role)["ManagedPolicyArns"]);
  for (const Resource* const policy : subject.made.of_type("AWS::IAM::ManagedPolicy")) {
    for (const Json* const role : elements((*policy)["Roles"])) {
      if (const auto* const of = subject.made.target(*policy->in, *role)) ++counts[of];
    }
  }
  for (const auto& [role, used] : counts)
    meter.add(*role, used);
}

void measure_bucket_policies(const Subject& subject, Meter& meter) {
  size_of(subject, meter, "AWS::S3::BucketPolicy", "PolicyDocument");
}

void measure_queue_policies(const Subject& subject, Meter& meter) {
  size_of(subject, meter, "AWS::SQS::QueuePolicy", "PolicyDocument");
}

/// A function's policy has a statement for each permission.
void measure_function_policies(const Subject& subject, Meter& meter) {
  constexpr std::size_t frame = 150;  // keys, braces and an id that Lambda makes
  std::map<const Resource*, std::size_t> sizes;
  for (const Resource* const permission : subject.made.of_type("AWS::Lambda::Permission")) {
    const auto* const of = subject.made.target(*permission->in, (*permission)["FunctionName"]);
    if (of != nullptr) sizes[of] += frame + deployed_size((*permission)[""]);
  }
  for (const auto& [function, size] : sizes)
    meter.add(*function, size);
}

void measure_environment(const Subject& subject, Meter& meter) {
  size_of(subject, meter, "AWS::Lambda::Function", "Environment.Variables");
}

void measure_layers(const Subject& subject, Meter& meter) {
  count_in(subject, meter, "AWS::Lambda::Function", "Layers");
}

void measure_code(const Subject& subject, Meter& meter) {
  for (const Resource* const function : subject.made.of_type("AWS::Lambda::Function")) {
    const Json& key = (*function)["Code.S3Key"];
    if (key.is_string())
      meter.add(*function, subject.made.size_of_asset(key.get_ref<const std::string&>()));
  }
}

void measure_attributes(const Subject& subject, Meter& meter) {
  for (const Resource* const pool : subject.made.of_type("AWS::Cognito::UserPool")) {
    const auto attributes = elements((*pool)["Schema"]);
    meter.add(
        *pool,
        static_cast<std::size_t>(std::ranges::count_if(
            attributes, [](const Json* each) { return !at(*each, "AttributeDataType").is_null(); }
        ))
    );
  }
}

void measure_callbacks(const Subject& subject, Meter& meter) {
  count_in(subject, meter, "AWS::Cognito::UserPoolClient", "CallbackURLs");
}

void measure_mappings(const Subject& subject, Meter& meter) {
  for (const Resource* const each :
       subject.made.of_type("AWS::Cognito::IdentityPoolRoleAttachment")) {
    const Json& mappings = (*each)["RoleMappings"];
    if (!mappings.is_object()) continue;
    for (const Json& mapping : mappings)
      meter.add(*each, count(at(mapping, "RulesConfiguration.Rules")));
  }
}

void measure_routes(const Subject& subject, Meter& meter) {
  count_by_owner(subject, meter, "AWS::ApiGatewayV2::Route", "ApiId");
}

void measure_rest_resources(const Subject& subject, Meter& meter) {
  count_by_owner(subject, meter, "AWS::ApiGateway::Resource", "RestApiId");
}

void measure_authorizers(const Subject& subject, Meter& meter) {
  count_by_owner(subject, meter, "AWS::ApiGatewayV2::Authorizer", "ApiId");
  count_by_owner(subject, meter, "AWS::ApiGateway::Authorizer", "RestApiId");
}

void measure_parameters(const Subject& subject, Meter& meter) {
  size_of(subject, meter, "AWS::SSM::Parameter", "Value");
}

void measure_lifecycle(const Subject& subject, Meter& meter) {
  count_in(subject, meter, "AWS::S3::Bucket", "LifecycleConfiguration.Rules");
}

void measure_cors(const Subject& subject, Meter& meter) {
  count_in(subject, meter, "AWS::S3::Bucket", "CorsConfiguration.CorsRules");
}

void measure_targets(const Subject& subject, Meter& meter) {
  count_in(subject, meter, "AWS::Events::Rule", "Targets");
}

constexpr std::string_view cloudformation =
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html";
constexpr std::string_view dynamodb =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html";
constexpr std::string_view appsync = "https://docs.aws.amazon.com/general/latest/gr/appsync.html";
constexpr std::string_view iam =
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html";
constexpr std::string_view lambda =
    "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html";
constexpr std::string_view cognito =
    "https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html";
constexpr std::string_view s3 = "https://docs.aws.amazon.com/general/latest/gr/s3.html";
constexpr std::string_view sqs =
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/"
    "quotas-policies.html";
constexpr std::string_view http_api =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html";
constexpr std::string_view rest_api =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/"
    "api-gateway-execution-service-limits-table.html";
constexpr std::string_view ssm = "https://docs.aws.amazon.com/general/latest/gr/ssm.html";
constexpr std::string_view events =
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html";

constexpr std::string_view split = "move a part of it into a nested stack: `backend.createStack`";
constexpr std::string_view fewer_grants = "grant less, or to a second role";

constexpr Limit table[] = {
    {"StackResourcesLimit", "resources in a stack", 500, split, cloudformation,
     [](const Subject& subject, Meter& meter) { count_section(subject, meter, "Resources"); }},
    {"StackParametersLimit", "parameters of a stack", 200,
     "put what refers to each other into one stack", cloudformation,
     [](const Subject& subject, Meter& meter) { count_section(subject, meter, "Parameters"); }},
    {"StackOutputsLimit", "outputs of a stack", 200, "put what refers to each other into one stack",
     cloudformation,
     [](const Subject& subject, Meter& meter) { count_section(subject, meter, "Outputs"); }},
    {"StackMappingsLimit", "mappings of a stack", 200, split, cloudformation,
     [](const Subject& subject, Meter& meter) { count_section(subject, meter, "Mappings"); }},
    {"TemplateSizeLimit", "bytes of a template", 1'000'000, split, cloudformation, measure_bytes},
    {"OperationLimit", "resources of one deployment", 2'500,
     "split the backend into several: what changes together stays together", cloudformation,
     measure_operation},
    {"TableIndexesLimit", "global indexes of a table", 20,
     "drop an index, or serve two queries by one", dynamodb, measure_indexes},
    {"LocalIndexesLimit", "local indexes of a table", 5, "use global indexes", dynamodb,
     measure_local_indexes},
    {"ProjectedAttributesLimit", "attributes that indexes of a table name", 100,
     "project all of them", dynamodb, measure_projections},
    {"ResolverSizeLimit", "bytes of a resolver", 32'768,
     "give the model fewer rules or fields; of your own code, move a part into a function", appsync,
     measure_resolvers},
    {"PipelineLimit", "functions of a resolver", 10, "join handlers of the operation", appsync,
     measure_pipelines},
    {"SchemaSizeLimit", "bytes of a GraphQL schema", 1'000'000,
     "disable operations that no client uses: `.disableOperations(...)`", appsync, measure_schema},
    {"ApiVariablesLimit", "environment variables of an API", 50, "pass less to resolvers", appsync,
     measure_api_environment},
    {"RolePoliciesSizeLimit", "characters of a role's own policies", 10'240, fewer_grants, iam,
     measure_role_policies},
    {"ManagedPolicySizeLimit", "characters of a managed policy", 6'144, fewer_grants, iam,
     measure_managed_policies},
    {"AttachedPoliciesLimit", "managed policies of a role", 10, fewer_grants, iam,
     measure_attached_policies},
    {"TrustPolicySizeLimit", "characters of a trust policy", 2'048,
     "let fewer principals assume the role", iam, measure_trust},
    {"BucketPolicySizeLimit", "bytes of a bucket's policy", 20'480, "grant to roles instead", s3,
     measure_bucket_policies},
    {"QueuePolicySizeLimit", "bytes of a queue's policy", 8'192, "grant to roles instead", sqs,
     measure_queue_policies},
    {"FunctionPolicySizeLimit", "bytes of a function's policy", 20'480,
     "let fewer services call the function, or one for all of a kind", lambda,
     measure_function_policies},
    {"EnvironmentSizeLimit", "bytes of a function's variables", 4'096,
     "keep settings in a file of the function or in Parameter Store", lambda, measure_environment},
    {"LayersLimit", "layers of a function", 5, "join layers", lambda, measure_layers},
    {"FunctionCodeSizeLimit", "bytes of a function's code", 262'144'000,
     "leave out what it doesn't use, or deploy an image", lambda, measure_code},
    {"CustomAttributesLimit", "custom attributes of a user pool", 50,
     "keep the rest in a model of the user's", cognito, measure_attributes},
    {"CallbackUrlsLimit", "addresses that sign-in returns to", 100,
     "return to one page that leads on", cognito, measure_callbacks},
    {"RoleMappingsLimit", "rules of an identity provider's roles", 25, "use groups", cognito,
     measure_mappings},
    {"RoutesLimit", "routes of an HTTP API", 300, "let a function take all below a path: `{rest+}`",
     http_api, measure_routes},
    {"RestResourcesLimit", "resources of a REST API", 300,
     "let a function take all below a path: `{rest+}`", rest_api, measure_rest_resources},
    {"AuthorizersLimit", "authorizers of an API", 10, "split the API", http_api, measure_authorizers
    },
    {"ParameterSizeLimit", "bytes of a parameter in Parameter Store", 4'096,
     "set `Tier` to `Advanced`, for 8 KB", ssm, measure_parameters},
    {"LifecycleRulesLimit", "lifecycle rules of a bucket", 1'000, "join rules", s3,
     measure_lifecycle},
    {"CorsRulesLimit", "CORS rules of a bucket", 100, "join rules", s3, measure_cors},
    {"RuleTargetsLimit", "targets of an EventBridge rule", 5, "add a second rule", events,
     measure_targets},
};

std::string message(const Limit& limit, std::size_t used) {
  return fmt::format("{} of {} {}", used, limit.most, limit.counted);
}

cdk::detail::PlannedFinding finding(const Limit& limit, const Usage& usage) {
  return {
      .node = usage.node,
      .finding =
          {
              .severity = usage.used > limit.most ? Severity::error : Severity::warning,
              .id = std::string(limit.id),
              .where = usage.node->path(),
              .templateFile = usage.resource == nullptr ? "" : usage.resource->in->file,
              .logicalId = usage.resource == nullptr ? "" : usage.resource->id,
              .message = message(limit, usage.used),
              .help = std::string(limit.help),
              .source = usage.node->source(),
          }
  };
}

}  // namespace

std::span<const Limit> limits() { return table; }

std::vector<Nearness> measure(
    const Subject& subject, std::vector<cdk::detail::PlannedFinding>& findings
) {
  std::vector<Nearness> all;
  for (const Limit& limit : table) {
    Meter meter;
    limit.measure(subject, meter);
    Nearness nearest{.limit = &limit};
    for (const Usage& usage : meter.usages()) {
      if (usage.node == nullptr) continue;
      if (5 * usage.used > 4 * limit.most) findings.push_back(finding(limit, usage));
      if (usage.used > nearest.used) {
        nearest.used = usage.used;
        nearest.where = usage.node->path();
      }
    }
    const auto place =
        std::ranges::upper_bound(all, nearest.share(), std::greater{}, &Nearness::share);
    all.insert(place, std::move(nearest));
  }
  return all;
}

}  // namespace amplify::check
