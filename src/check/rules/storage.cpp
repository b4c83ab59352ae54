// SPDX-License-Identifier: Apache-2.0
#include "check/rules/rules.hpp"
#include "storage/definition.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace amplify::check {
namespace {

using bucket::Acceptor;
using bucket::Action;

std::string_view name_of(Action action) {
  switch (action) {
    case Action::get:
      return "get";
    case Action::list:
      return "list";
    case Action::write:
      return "write";
    case Action::delete_:
      break;
  }
  return "delete";
}

std::string joined(const std::vector<Action>& actions) {
  std::vector<std::string_view> names;
  for (const Action action : actions)
    names.push_back(name_of(action));
  return fmt::format("{}", fmt::join(names, ", "));
}

std::vector<Action> writes(std::vector<Action> actions) {
  std::erase_if(actions, [](Action action) {
    return action == Action::get || action == Action::list;
  });
  return actions;
}

/// Calls `visit` with each rule of every bucket: the bucket, the path and the rule.
template <class Visit>
void for_each_rule(const Subject& subject, const Visit& visit) {
  for (const auto& [definition, resources] : subject.backend.storages) {
    std::vector<Diagnostic> told_by_synthesis;
    for (const auto& access : bucket::access_of(*definition, told_by_synthesis)) {
      for (const auto& rule : access.rules)
        visit(resources.cfnResources.bucket, access.path, rule);
    }
  }
}

bool is_of_owners(std::string_view path) { return path.find("{entity_id}") != path.npos; }

void find_public_uploads(const Subject& subject, Report& report) {
  for_each_rule(subject, [&](const auto& bucket, const auto& path, const auto& rule) {
    const auto granted = writes(rule.actions);
    if (rule.acceptor.kind == Acceptor::Kind::guest && !granted.empty())
      report.add(bucket, fmt::format("`{}`: guests may {}", path, joined(granted)));
  });
}

void find_guests_on_owner_paths(const Subject& subject, Report& report) {
  for_each_rule(subject, [&](const auto& bucket, const auto& path, const auto& rule) {
    if (rule.acceptor.kind == Acceptor::Kind::guest && is_of_owners(path))
      report.add(bucket, fmt::format("`{}`: guests may {}", path, joined(rule.actions)));
  });
}

void find_others_on_owner_paths(const Subject& subject, Report& report) {
  for_each_rule(subject, [&](const auto& bucket, const auto& path, const auto& rule) {
    const auto granted = writes(rule.actions);
    if (rule.acceptor.kind != Acceptor::Kind::authenticated || !is_of_owners(path) ||
        granted.empty())
      return;
    report.add(
        bucket, fmt::format("`{}`: everybody who is signed in may {}", path, joined(granted))
    );
  });
}

void find_public_buckets(const Subject& subject, Report& report) {
  for (const Resource* const bucket : subject.made.of_type("AWS::S3::Bucket")) {
    const Json& acl = (*bucket)["AccessControl"];
    if (acl == "PublicRead" || acl == "PublicReadWrite")
      report.add(*bucket, "its objects are anyone's to read", "AccessControl");
    const Json& blocked = (*bucket)["PublicAccessBlockConfiguration"];
    for (const auto* part :
         {"BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"}) {
      // Without any configuration, S3 blocks everything.
      if (blocked.is_null() || is_true(at(blocked, part))) continue;
      report.add(*bucket, fmt::format("`{}` isn't on", part), "PublicAccessBlockConfiguration");
      break;
    }
  }
}

void find_open_bucket_cors(const Subject& subject, Report& report) {
  for (const Resource* const bucket : subject.made.of_type("AWS::S3::Bucket")) {
    for (const Json* const rule : elements((*bucket)["CorsConfiguration.CorsRules"])) {
      const auto origins = elements(at(*rule, "AllowedOrigins"));
      if (std::ranges::none_of(origins, [](const Json* each) { return *each == "*"; })) continue;
      report.add(
          *bucket, "pages of any website may use it in their visitors' name", "CorsConfiguration"
      );
      break;
    }
  }
}

constexpr std::string_view page =
    "https://docs.amplify.aws/react/build-a-backend/storage/authorization/";
constexpr std::string_view s3_page =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html";

constexpr Rule rules[] = {
    {"PublicUploadRisk", Severity::error, About::all, "Anyone on the internet may change files",
     "let signed-in users write, below their own path: `allow.entity(\"identity\")`", page,
     find_public_uploads},
    {"GuestOwnerPathRisk", Severity::warning, About::all, "Guests reach files of single users",
     "leave `allow.guest()` out of paths with `{entity_id}`; what is public has a path of its own",
     page, find_guests_on_owner_paths},
    {"OwnerPathWriteRisk", Severity::warning, About::all, "Users may change files of other users",
     "let `allow.authenticated()` read at most; `allow.entity(\"identity\")` writes", page,
     find_others_on_owner_paths},
    {"PublicBucketRisk", Severity::error, About::all, "A bucket may be opened to the public",
     "turn on all of its PublicAccessBlockConfiguration; publish by CloudFront", s3_page,
     find_public_buckets},
    {"OpenBucketCorsRisk", Severity::info, About::lasting, "A bucket serves pages of any website",
     "set `.cors` of defineStorage to the origins of your app",
     "https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html", find_open_bucket_cors},
};

}  // namespace

std::span<const Rule> storage_rules() { return rules; }

}  // namespace amplify::check
