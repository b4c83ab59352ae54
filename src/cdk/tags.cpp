// SPDX-License-Identifier: Apache-2.0
#include "cdk/tags.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

namespace amplify::cdk {

using detail::ConstructNode;
using detail::Data;
using detail::Kind;
using detail::make_list;
using detail::make_object;
using detail::make_string;
using detail::Member;

namespace {

enum class Shape { list, map };

struct Taggable {
  std::string_view type;
  std::string_view property = "Tags";
  Shape shape = Shape::list;
};

/// Sorted. From CloudFormation's resource specification, for the services that go with Amplify.
constexpr Taggable taggable[] = {
    {"AWS::Amplify::App"},
    {"AWS::Amplify::Branch"},
    {"AWS::Amplify::Webhook"},
    {"AWS::ApiGateway::ApiKey"},
    {"AWS::ApiGateway::ClientCertificate"},
    {"AWS::ApiGateway::DomainName"},
    {"AWS::ApiGateway::DomainNameV2"},
    {"AWS::ApiGateway::RestApi"},
    {"AWS::ApiGateway::Stage"},
    {"AWS::ApiGateway::UsagePlan"},
    {"AWS::ApiGateway::VpcLink"},
    {"AWS::ApiGatewayV2::Api", "Tags", Shape::map},
    {"AWS::ApiGatewayV2::DomainName", "Tags", Shape::map},
    {"AWS::ApiGatewayV2::Stage", "Tags", Shape::map},
    {"AWS::ApiGatewayV2::VpcLink", "Tags", Shape::map},
    {"AWS::AppSync::Api"},
    {"AWS::AppSync::ChannelNamespace"},
    {"AWS::AppSync::DomainName"},
    {"AWS::AppSync::GraphQLApi"},
    {"AWS::Bedrock::Agent", "Tags", Shape::map},
    {"AWS::Bedrock::AgentAlias", "Tags", Shape::map},
    {"AWS::Bedrock::ApplicationInferenceProfile"},
    {"AWS::Bedrock::Flow", "Tags", Shape::map},
    {"AWS::Bedrock::FlowAlias", "Tags", Shape::map},
    {"AWS::Bedrock::Guardrail"},
    {"AWS::Bedrock::IntelligentPromptRouter"},
    {"AWS::Bedrock::KnowledgeBase", "Tags", Shape::map},
    {"AWS::Bedrock::Prompt", "Tags", Shape::map},
    {"AWS::Bedrock::PromptVersion", "Tags", Shape::map},
    {"AWS::CertificateManager::Certificate"},
    {"AWS::CloudFormation::Stack"},
    {"AWS::CloudFormation::StackSet"},
    {"AWS::CloudFront::Distribution"},
    {"AWS::CloudFront::Function"},
    {"AWS::CloudFront::KeyValueStore"},
    {"AWS::CloudWatch::Alarm"},
    {"AWS::CloudWatch::CompositeAlarm"},
    {"AWS::CloudWatch::Dashboard"},
    {"AWS::CloudWatch::MetricStream"},
    {"AWS::Cognito::IdentityPool", "IdentityPoolTags"},
    {"AWS::Cognito::UserPool", "UserPoolTags", Shape::map},
    {"AWS::DynamoDB::Table"},
    {"AWS::ECR::Repository"},
    {"AWS::ECS::CapacityProvider"},
    {"AWS::ECS::Cluster"},
    {"AWS::ECS::Service"},
    {"AWS::ECS::TaskDefinition"},
    {"AWS::Events::EventBus"},
    {"AWS::Events::Rule"},
    {"AWS::IAM::OIDCProvider"},
    {"AWS::IAM::Role"},
    {"AWS::IAM::SAMLProvider"},
    {"AWS::IAM::User"},
    {"AWS::KMS::Key"},
    {"AWS::KMS::ReplicaKey"},
    {"AWS::Kinesis::Stream"},
    {"AWS::KinesisFirehose::DeliveryStream"},
    {"AWS::Lambda::CodeSigningConfig"},
    {"AWS::Lambda::EventSourceMapping"},
    {"AWS::Lambda::Function"},
    {"AWS::Location::APIKey"},
    {"AWS::Location::GeofenceCollection"},
    {"AWS::Location::Map"},
    {"AWS::Location::PlaceIndex"},
    {"AWS::Location::RouteCalculator"},
    {"AWS::Location::Tracker"},
    {"AWS::Logs::Delivery"},
    {"AWS::Logs::DeliveryDestination"},
    {"AWS::Logs::DeliverySource"},
    {"AWS::Logs::Destination"},
    {"AWS::Logs::LogGroup"},
    {"AWS::OpenSearchServerless::Collection"},
    {"AWS::OpenSearchService::Application"},
    {"AWS::OpenSearchService::Domain"},
    {"AWS::Pinpoint::App", "Tags", Shape::map},
    {"AWS::Pinpoint::Campaign", "Tags", Shape::map},
    {"AWS::Pinpoint::EmailTemplate", "Tags", Shape::map},
    {"AWS::Pinpoint::InAppTemplate", "Tags", Shape::map},
    {"AWS::Pinpoint::PushTemplate", "Tags", Shape::map},
    {"AWS::Pinpoint::Segment", "Tags", Shape::map},
    {"AWS::Pinpoint::SmsTemplate", "Tags", Shape::map},
    {"AWS::Pipes::Pipe", "Tags", Shape::map},
    {"AWS::RDS::DBCluster"},
    {"AWS::RDS::DBClusterParameterGroup"},
    {"AWS::RDS::DBInstance"},
    {"AWS::RDS::DBParameterGroup"},
    {"AWS::RDS::DBProxy"},
    {"AWS::RDS::DBProxyEndpoint"},
    {"AWS::RDS::DBSubnetGroup"},
    {"AWS::RDS::GlobalCluster"},
    {"AWS::Route53::HealthCheck", "HealthCheckTags"},
    {"AWS::Route53::HostedZone", "HostedZoneTags"},
    {"AWS::S3::AccessPoint"},
    {"AWS::S3::Bucket"},
    {"AWS::SES::ConfigurationSet"},
    {"AWS::SES::ContactList"},
    {"AWS::SES::EmailIdentity"},
    {"AWS::SES::Template"},
    {"AWS::SNS::Topic"},
    {"AWS::SQS::Queue"},
    {"AWS::SSM::Association"},
    {"AWS::SSM::Document"},
    {"AWS::SSM::MaintenanceWindow"},
    {"AWS::SSM::Parameter", "Tags", Shape::map},
    {"AWS::SSM::PatchBaseline"},
    {"AWS::Scheduler::ScheduleGroup"},
    {"AWS::SecretsManager::Secret"},
    {"AWS::StepFunctions::Activity"},
    {"AWS::StepFunctions::StateMachine"},
    {"AWS::WAFv2::IPSet"},
    {"AWS::WAFv2::RegexPatternSet"},
    {"AWS::WAFv2::RuleGroup"},
    {"AWS::WAFv2::WebACL"},
};
static_assert(std::ranges::is_sorted(taggable, {}, &Taggable::type));

const Taggable* find_taggable(std::string_view type) {
  const auto* const found = std::ranges::lower_bound(taggable, type, {}, &Taggable::type);
  return found != std::end(taggable) && found->type == type ? found : nullptr;
}

const Data* make_tag(std::string_view key, const Data* value) {
  return make_object({{"Key", make_string(key)}, {"Value", value}});
}

const Data* as_list(const Tags::Map& tags) {
  std::vector<const Data*> list;
  for (const auto& [key, value] : tags)
    list.push_back(make_tag(key, make_string(value)));
  return make_list(list);
}

const Data* as_map(const Tags::Map& tags) {
  std::vector<Member> members;
  for (const auto& [key, value] : tags)
    members.push_back({key, make_string(value)});
  return make_object(members);
}

/// The key of a tag in a list; empty when it can't be told.
std::string_view key_of(const Data& tag) {
  const auto* const key = tag.kind == Kind::object ? tag.find("Key") : nullptr;
  return key != nullptr && key->kind == Kind::string ? key->string() : std::string_view();
}

const Data* merge_lists(const Data& tags, const Data& explicit_tags) {
  std::map<std::string_view, const Data*> by_key;
  std::vector<const Data*> others;
  for (const auto* tag : tags.list())
    by_key[key_of(*tag)] = tag;
  for (const auto* tag : explicit_tags.list()) {
    if (const auto key = key_of(*tag); key.empty()) {
      others.push_back(tag);
    } else {
      by_key[key] = tag;
    }
  }
  std::vector<const Data*> merged;
  for (const auto& [key, tag] : by_key)
    merged.push_back(tag);
  merged.insert(merged.end(), others.begin(), others.end());
  return make_list(merged);
}

const Data* merge_maps(const Data& tags, const Data& explicit_tags) {
  std::vector<Member> members(tags.object().begin(), tags.object().end());
  members.insert(members.end(), explicit_tags.object().begin(), explicit_tags.object().end());
  return make_object(members);
}

/// What the resource sets itself wins; when that is a token, nothing can be added to it.
const Data* merge(const Data& tags, const Data& explicit_tags) {
  if (tags.kind == Kind::list && explicit_tags.kind == Kind::list) {
    return merge_lists(tags, explicit_tags);
  }
  const bool is_intrinsic =
      explicit_tags.kind == Kind::object && explicit_tags.size == 1 &&
      (explicit_tags.members[0].key == "Ref" || explicit_tags.members[0].key.starts_with("Fn::"));
  if (tags.kind == Kind::object && explicit_tags.kind == Kind::object && !is_intrinsic) {
    return merge_maps(tags, explicit_tags);
  }
  return &explicit_tags;
}

}  // namespace

std::string_view tags_property(std::string_view type) {
  const auto* const found = find_taggable(type);
  return found != nullptr ? found->property : std::string_view();
}

Tags::Set& Tags::set_at(const ConstructNode& node) {
  if (node.scope != nullptr && node.tags.empty()) return set_at(*node.scope);
  const auto [entry, is_new] = own_.try_emplace(&node);
  auto& set = entry->second;
  if (!is_new) return set;
  set.tags = node.tags;
  if (node.scope != nullptr) {
    const auto& outer = set_at(*node.scope).tags;
    set.tags.insert(outer.begin(), outer.end());
  }
  return set;
}

const Data* Tags::add_to(const Data* properties, const ResourcePlan& resource) {
  const auto& data = resource.data();
  const auto* const type = find_taggable(data.type);
  if (type == nullptr) return properties;
  // A nested stack's tags are its resource's, too.
  auto& set = set_at(
      data.nested_stack != nullptr && resource.node->tags.empty() ? *data.nested_stack
                                                                  : *resource.node
  );
  if (set.tags.empty()) return properties;
  const bool is_list = type->shape == Shape::list;
  auto*& cached = is_list ? set.list : set.map;
  if (cached == nullptr) cached = is_list ? as_list(set.tags) : as_map(set.tags);
  const auto* const present = properties != nullptr ? properties->find(type->property) : nullptr;
  return detail::with_member(
      properties, type->property, present != nullptr ? merge(*cached, *present) : cached
  );
}

}  // namespace amplify::cdk
