// SPDX-License-Identifier: Apache-2.0
#include "run/deploy_failure.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace amplify::detail {
namespace {

struct Entry {
  /// All of them are in the text.
  std::array<std::string_view, 2> parts;
  KnownFailure failure;
};

/// The first that matches counts, so what is special comes before what is general.
constexpr Entry known[] = {
    {{"expired AWS credentials"},
     {"ExpiredTokenError", "sign in again, for example with `aws sso login`"}},
    {{"ExpiredToken"}, {"ExpiredTokenError", "sign in again, for example with `aws sso login`"}},
    {{"security token included in the request is expired"},
     {"ExpiredTokenError", "sign in again, for example with `aws sso login`"}},
    {{"security token included in the request is invalid"},
     {"CredentialsError", "set AWS_PROFILE, or run `aws configure`; `backend doctor` checks it"}},
    {{"Unable to resolve AWS account"},
     {"CredentialsError", "set AWS_PROFILE, or run `aws configure`; `backend doctor` checks it"}},
    {{"Need to perform AWS calls", "no credentials"},
     {"CredentialsError", "set AWS_PROFILE, or run `aws configure`; `backend doctor` checks it"}},
    {{"signature we calculated does not match"},
     {"RequestSignatureError", "check the secret key of your credentials, and this computer's clock"
     }},
    {{"Signature expired"}, {"RequestSignatureError", "set this computer's clock"}},
    {{"Has the environment been bootstrapped"},
     {"BootstrapNotDetectedError", "run `npx aws-cdk bootstrap` for the account and region"}},
    {{"/cdk-bootstrap/", "not found"},
     {"BootstrapNotDetectedError", "run `npx aws-cdk bootstrap` for the account and region"}},
    {{"could not assume"},
     {"InvalidOrCannotAssumeRoleError",
      "let your role assume the roles that bootstrapping made (cdk-hnb659fds-…)"}},
    {{"is not authorized to perform"},
     {"AccessDeniedError", "ask for the permission that the message names"}},
    {{"AccessDenied"}, {"AccessDeniedError", "ask for the permission that the message names"}},
    {{"requires bootstrap stack version"},
     {"BootstrapOutdatedError", "run `npx aws-cdk bootstrap` again"}},
    {{"Cloud assembly schema version mismatch"},
     {"CDKVersionMismatchError", "install the cdk CLI that `backend doctor` names"}},
    {{"_IN_PROGRESS state and can not be updated"},
     {"DeploymentInProgressError", "wait until the deployment under way has ended"}},
    {{"UPDATE_ROLLBACK_FAILED"},
     {"RollbackFailedError",
      "continue the rollback: `npx aws-cdk rollback`, or skip what can't be rolled back in CloudFormation's console"
     }},
    {{"ROLLBACK_COMPLETE", "must be deleted"},
     {"RollbackCompleteError",
      "the first deployment failed and left nothing but its record: run `backend destroy`, then deploy"
     }},
    {{"ROLLBACK_FAILED"}, {"RollbackFailedError", "run `backend destroy`, then deploy again"}},
    {{"Cannot perform more than one GSI creation or deletion in a single update"},
     {"MultipleIndexChangesError", "deploy index by index: `backend plan` writes the stages"}},
    {{"already exists"},
     {"ResourceAlreadyExistsError",
      "remove or rename the resource of that name, which another stack or person made"}},
    {{"You must specify a valid Lambda layer", "layer"},
     {"GetLambdaLayerVersionError",
      "check the ARNs in .layers: region, version, and who may use them"}},
    {{"Unzipped size must be smaller than"},
     {"LambdaMaxSizeExceededError", "make the function smaller: 250 MB unzipped with its layers"}},
    {{"Uploaded file must be a non-empty zip"},
     {"LambdaEmptyZipError", "build the function first; its directory is empty"}},
    {{"The code contains one or more errors"},
     {"AppSyncResolverSyntaxError",
      "`backend print --resolver` shows the code; your own handlers' too"}},
    {{"Updates are not allowed for property"},
     {"CFNUpdateNotSupportedError",
      "it can only be set when the resource is created: undo the change, or replace the resource"}},
    {{"cannot be added to an existing", "attribute"},
     {"CFNUpdateNotSupportedError",
      "a user pool's attributes can't change: undo the change, or make a new user pool"}},
    {{"Circular dependency"},
     {"CloudformationStackCircularDependencyError",
      "`backend synth` explains which references make the cycle"}},
    {{"Template format error"},
     {"CloudFormationDeploymentError", "report it: the template was made by amplify-cpp"}},
    {{"Rate exceeded"}, {"ThrottlingError", "deploy again in some minutes; what is done stays done"}
    },
    {{"Throttling"}, {"ThrottlingError", "deploy again in some minutes; what is done stays done"}},
    {{"limit exceeded"},
     {"LimitExceededError", "ask AWS for more in Service Quotas, or remove what you don't need"}},
    {{"LimitExceeded"},
     {"LimitExceededError", "ask AWS for more in Service Quotas, or remove what you don't need"}},
    {{"ENOSPC"}, {"InsufficientDiskSpaceError", "make room on this computer's disk"}},
    {{"no space left on device"},
     {"InsufficientDiskSpaceError", "make room on this computer's disk"}},
    {{"EACCES"}, {"FilePermissionsError", "let your user read and write the project's directory"}},
    {{"heap out of memory"},
     {"InsufficientMemorySpaceError", "give Node.js more: NODE_OPTIONS=--max-old-space-size=4096"}},
    {{"Failed to publish asset"},
     {"CDKAssetPublishError",
      "check access to the bootstrap bucket (cdk-hnb659fds-assets-…) and the network"}},
    {{"ENOTFOUND"}, {"NetworkError", "check the network, and the region's name"}},
    {{"ECONNREFUSED"}, {"NetworkError", "check the network, and AWS_ENDPOINT_URL"}},
    {{"ETIMEDOUT"}, {"NetworkError", "check the network"}},
};

bool contains(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r' || text.back() == '\t'))
    text.remove_suffix(1);
  return text;
}

/// The text without escape sequences for colours.
std::string plain(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b') {
      while (i < text.size() && text[i] != 'm')
        ++i;
      continue;
    }
    result += text[i];
  }
  return result;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == text.npos) return parts;
    text.remove_prefix(end + separator.size());
  }
}

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

std::optional<DeployEvent> parse_deploy_event(std::string_view line) {
  const auto text = plain(line);
  // stack |  3/12 | 10:11:12 AM | CREATE_FAILED | AWS::X::Y | Id (Id1234) reason
  const auto parts = split(text, " | ");
  if (parts.size() < 5) return {};
  DeployEvent event{.stack = std::string(trimmed(parts[0]))};
  const auto progress = trimmed(parts[1]);
  if (const auto slash = progress.find('/'); slash != progress.npos) {
    event.done = number(progress.substr(0, slash));
    event.total = number(progress.substr(slash + 1));
  } else {
    event.done = number(progress);
  }
  event.status = trimmed(parts[3]);
  event.type = trimmed(parts[4]);
  const auto is_status = [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; };
  if (event.status.empty() || !std::ranges::all_of(event.status, is_status)) return {};
  if (parts.size() > 5) {
    auto rest = std::string(trimmed(parts[5]));
    for (std::size_t i = 6; i < parts.size(); ++i)
      rest += " | " + std::string(parts[i]);
    // `path/of/construct (LogicalId) reason`, or `LogicalId reason`.
    const auto space = rest.find(' ');
    event.logicalId = rest.substr(0, space);
    if (space != rest.npos) event.reason = trimmed(std::string_view(rest).substr(space));
    if (event.reason.starts_with('(')) {
      const auto close = event.reason.find(')');
      event.logicalId = event.reason.substr(1, close - 1);
      event.reason = close == event.reason.npos
                         ? std::string()
                         : std::string(trimmed(event.reason.substr(close + 1)));
    }
  }
  return event;
}

const DeployEvent* first_failure(const std::vector<DeployEvent>& events) {
  const DeployEvent* outer = nullptr;
  for (const auto& event : events) {
    if (!event.status.ends_with("_FAILED")) continue;
    if (contains(event.reason, "cancelled") || contains(event.reason, "canceled")) continue;
    // A nested stack fails because of what is in it, which has events of its own, if they were
    // seen.
    if (event.type == "AWS::CloudFormation::Stack" && contains(event.reason, "Embedded stack")) {
      if (outer == nullptr) outer = &event;
      continue;
    }
    return &event;
  }
  return outer;
}

std::optional<KnownFailure> known_failure(std::string_view text) {
  const auto matches = [&](const Entry& entry) {
    return contains(text, entry.parts[0]) && contains(text, entry.parts[1]);
  };
  const auto found = std::ranges::find_if(known, matches);
  return found != std::end(known) ? std::optional(found->failure) : std::nullopt;
}

std::string error_lines(std::string_view output) {
  std::string named;
  std::string others;
  std::string_view last;
  const auto add = [](std::string& list, std::string_view text) {
    if (!list.empty()) list += '\n';
    list += text;
  };
  for (const auto line : split(output, "\n")) {
    if (parse_deploy_event(line)) continue;
    if (!trimmed(line).empty()) last = trimmed(line);
    const auto text = plain(line);
    // `‣ Name: message` sums up, one line a cause.
    if (const auto mark = text.find("‣ "); mark != text.npos) {
      const auto message = std::string_view(text).substr(mark + std::string_view("‣ ").size());
      const auto colon = message.find(": ");
      if (named.empty())
        add(named, trimmed(colon == message.npos ? message : message.substr(colon + 2)));
    } else if (contains(text, "❌") || contains(text, "Error:") || contains(text, "failed:") ||
               contains(text, "expired AWS credentials")) {
      add(others, trimmed(text));
    }
  }
  if (!named.empty()) return named;
  return others.empty() ? plain(last) : others;
}

}  // namespace amplify::detail
