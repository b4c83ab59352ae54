// SPDX-License-Identifier: Apache-2.0
#include "storage/storage.hpp"

#include "detail/screaming_snake.hpp"
#include "storage/definition.hpp"

#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/iam/role.hpp>

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace amplify::bucket {
namespace {

using cdk::Json;
using cdk::Str;

/// What Amplify's clients need from any page.
cdk::s3::CorsRule clients_cors() {
  return {
      .allowedMethods = {"GET", "HEAD", "PUT", "POST", "DELETE"},
      .allowedOrigins = {"*"},
      .allowedHeaders = {"*"},
      .exposedHeaders = {"x-amz-server-side-encryption", "x-amz-request-id", "x-amz-id-2", "ETag"},
      .maxAge = 3000,
  };
}

std::vector<cdk::s3::CorsRule> cors_of(const StorageProps& props) {
  if (props.cors.empty()) return {clients_cors()};
  return props.cors;
}

cdk::s3::Bucket make_bucket(const cdk::Construct& scope, const defineStorage& storage) {
  const auto& props = storage.props;
  cdk::s3::Bucket bucket(
      scope, "Bucket",
      {.versioned = props.versioned,
       .encryptionKeyArn = props.encryptionKeyArn,
       .cors = cors_of(props),
       .lifecycleRules = props.lifecycleRules,
       .autoDeleteObjects = true},
      storage.where
  );
  // Kept by default: a sandbox removes it all the same.
  if (props.keepOnDelete == false) bucket.applyRemovalPolicy(cdk::RemovalPolicy::destroy);
  return bucket;
}

std::string_view action_name(Action action) {
  switch (action) {
    case Action::get:
      return "s3:GetObject";
    case Action::list:
      return "s3:ListBucket";
    case Action::write:
      return "s3:PutObject";
    case Action::delete_:
      return "s3:DeleteObject";
  }
  return {};
}

/// `photos/*` lists what is below, and the folder itself.
Json listed_prefixes(const std::vector<std::string>& patterns) {
  std::vector<Json> prefixes;
  for (const auto& pattern : patterns) {
    prefixes.emplace_back(pattern);
    prefixes.emplace_back(pattern.substr(0, pattern.size() - 1));
  }
  return Json::object(
      {{"StringLike", Json::object({
                          {"s3:prefix", Json::array(prefixes.data(), prefixes.size())},
                      })}}
  );
}

cdk::iam::PolicyStatement statement(
    const cdk::s3::Bucket& bucket, Action action, cdk::iam::Effect effect,
    const std::vector<std::string>& patterns
) {
  cdk::iam::PolicyStatement result{.effect = effect, .actions = {action_name(action)}};
  if (action == Action::list) {
    result.resources = {bucket.bucketArn()};
    result.conditions = listed_prefixes(patterns);
    return result;
  }
  std::vector<Str> resources;
  for (const auto& pattern : patterns)
    resources.emplace_back(bucket.arnForObjects(pattern));
  result.resources = cdk::List<Str>(resources);
  return result;
}

/// What the key of an encrypted bucket has to allow with an action.
cdk::List<Str> key_actions(Action action) {
  if (action == Action::get) return {"kms:Decrypt"};
  if (action == Action::write) return {"kms:Decrypt", "kms:GenerateDataKey"};
  return {};
}

void grant(
    const cdk::iam::Role& role, const cdk::s3::Bucket& bucket, const Str& key,
    const std::vector<Permission>& permissions
) {
  for (const auto& [action, allow, deny] : permissions) {
    if (!allow.empty()) {
      role.addToPolicy(statement(bucket, action, cdk::iam::Effect::allow, allow));
      if (const auto actions = key_actions(action); key.isSet() && actions.isSet())
        role.addToPolicy({.actions = actions, .resources = {key}});
    }
    if (!deny.empty()) role.addToPolicy(statement(bucket, action, cdk::iam::Effect::deny, deny));
  }
}

std::string describe(const Acceptor& acceptor) {
  switch (acceptor.kind) {
    case Acceptor::Kind::guest:
      return "guests";
    case Acceptor::Kind::authenticated:
    case Acceptor::Kind::entity:
      return "signed-in users";
    case Acceptor::Kind::group:
      return fmt::format("the group `{}`", acceptor.group);
    case Acceptor::Kind::function:
      break;
  }
  return "a function";
}

Diagnostic no_role(const defineStorage& storage, const Acceptor& acceptor) {
  const bool group = acceptor.kind == Acceptor::Kind::group;
  return {
      .code = "InvalidResourceAccessConfigError",
      .where = fmt::format("defineStorage \"{}\".access", storage.props.name),
      .message = fmt::format("the backend has no role for {}", describe(acceptor)),
      .help = group ? fmt::format("list it in defineAuth: .groups = {{\"{}\"}}", acceptor.group)
                    : std::string("give defineBackend a defineAuth, which makes the roles"),
      .source = storage.where,
  };
}

void add_access(
    const cdk::s3::Bucket& bucket, const defineStorage& storage, const Surroundings& surroundings
) {
  std::vector<Diagnostic> reported_before;
  int number = 0;
  for (const auto& [acceptor, permissions] : role_access(access_of(storage, reported_before))) {
    if (acceptor.kind == Acceptor::Kind::function) {
      const auto consumer = surroundings.consumer(*acceptor.function, bucket);
      grant(consumer.role, bucket, storage.props.encryptionKeyArn, permissions);
      consumer.addEnvironment(bucket_name_variable(storage.props.name), bucket.bucketName());
      continue;
    }
    const auto name = surroundings.role(acceptor);
    if (!name) {
      surroundings.report(no_role(storage, acceptor));
      continue;
    }
    const auto id = fmt::format("Access{}", ++number);
    const auto role = cdk::iam::Role::fromRoleName(bucket, id, *name, storage.where);
    grant(role, bucket, storage.props.encryptionKeyArn, permissions);
  }
}

void add_triggers(
    const cdk::s3::Bucket& bucket, const StorageTriggers& triggers, const Surroundings& surroundings
) {
  const auto add = [&](const FunctionRef& function, std::string event) {
    if (function.get() == nullptr) return;
    bucket.addNotification(surroundings.function(*function.get()), {.event = std::move(event)});
  };
  add(triggers.onUpload, "s3:ObjectCreated:*");
  add(triggers.onDelete, "s3:ObjectRemoved:*");
}

}  // namespace

std::string bucket_name_variable(std::string_view name) {
  return detail::screaming_snake(name) + "_BUCKET_NAME";
}

StorageResources build(
    const cdk::NestedStack& stack, const defineStorage& storage, const Surroundings& surroundings
) {
  cdk::Construct scope(
      stack, storage.props.name.empty() ? "storage" : storage.props.name, storage.where
  );
  scope.addTag("amplify:friendly-name", storage.props.name);
  const auto bucket = make_bucket(scope, storage);
  add_access(bucket, storage, surroundings);
  add_triggers(bucket, storage.props.triggers, surroundings);
  return {.stack = stack, .bucket = bucket, .cfnResources = {.bucket = bucket.resource()}};
}

}  // namespace amplify::bucket
