// SPDX-License-Identifier: Apache-2.0
#include "run/aws.hpp"

#include "run/files.hpp"
#include "run/process.hpp"

#include <fmt/format.h>
#include <amplify/error.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

namespace amplify::detail {
namespace {

using nlohmann::json;

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == '\n' || c == ' ' || c == '\r'; };
  while (!text.empty() && blank(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && blank(text.back()))
    text.remove_suffix(1);
  return text;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

/// The name and remedy of a failure that every call may meet; none for the others.
std::optional<std::pair<std::string_view, std::string_view>> common(const AwsFailure& failure) {
  const auto is = [&](std::initializer_list<std::string_view> codes) {
    return std::ranges::find(codes, failure.code) != codes.end();
  };
  const std::string_view text = failure.message;
  if (is({"ExpiredToken", "ExpiredTokenException", "RequestExpired"}) ||
      contains(text, "Token has expired") || contains(text, "SSO session")) {
    return std::pair{"ExpiredTokenError", "sign in again, for example with `aws sso login`"};
  }
  if (is({"UnrecognizedClientException", "InvalidClientTokenId", "AuthFailure",
          "SignatureDoesNotMatch"}) ||
      contains(text, "Unable to locate credentials") || contains(text, "config profile")) {
    return std::pair{
        "CredentialsError",
        "set AWS_PROFILE, or run `aws configure`; `aws sts get-caller-identity` must work"
    };
  }
  if (is({"AccessDenied", "AccessDeniedException", "UnauthorizedOperation"})) {
    return std::pair{"AccessDeniedError", "ask for the permission that the message names"};
  }
  if (contains(text, "You must specify a region")) {
    return std::pair{"RegionError", "set AWS_REGION, or run `aws configure set region eu-west-1`"};
  }
  if (contains(text, "Could not connect to the endpoint")) {
    return std::pair{"NetworkError", "check the network, the region's name and AWS_ENDPOINT_URL"};
  }
  return {};
}

void refuse_in_progress(const std::string& stack, const std::string& status) {
  if (!status.ends_with("_IN_PROGRESS")) return;
  throw UserError(Diagnostic{
      .code = "DeploymentInProgressError",
      .where = stack,
      .message = fmt::format("the stack is {}", status),
      .help = "try again when the deployment has ended"
  });
}

/// Removed with all that is in it.
struct TemporaryDirectory {
  TemporaryDirectory() {
    path = (std::filesystem::temp_directory_path() / "amplify-XXXXXX").string();
    if (::mkdtemp(path.data()) == nullptr) {
      throw UserError(Diagnostic{
          .code = "FileNotWritableError",
          .where = path,
          .message = "no temporary directory can be made",
          .help = "make room, or set TMPDIR"
      });
    }
  }
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  std::string path{};
};

}  // namespace

AwsFailure parse_aws_failure(std::string_view text) {
  text = trimmed(text);
  constexpr std::string_view opening = "An error occurred (";
  const auto begin = text.find(opening);
  if (begin == text.npos) return {.message = std::string(text)};
  const auto code = text.substr(begin + opening.size());
  const auto end = code.find(')');
  const auto colon = code.find(": ");
  return {
      .code = std::string(code.substr(0, end)),
      .message = std::string(colon == code.npos ? code : code.substr(colon + 2)),
  };
}

Aws::Answer Aws::call(std::vector<std::string> arguments, const std::string& input) const {
  std::vector<std::string> command = {"aws"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  if (!profile_.empty()) command.insert(command.end(), {"--profile", profile_});
  // Older versions of the CLI don't read the variable.
  if (const char* const endpoint = std::getenv("AWS_ENDPOINT_URL"); endpoint != nullptr)
    command.insert(command.end(), {"--endpoint-url", endpoint});
  auto result = run_process(command, {.input = input, .environment = {{"AWS_PAGER", ""}}});
  if (result.status == 0) return {.out = std::move(result.out)};
  if (result.interrupted) {
    throw UserError(Diagnostic{
        .code = "InterruptedError",
        .where = fmt::format("aws {} {}", arguments[0], arguments[1]),
        .message = "it was interrupted",
        .help = "begin again"
    });
  }
  auto failure = parse_aws_failure(result.err);
  if (common(failure)) refuse(arguments[0] + " " + arguments[1], failure);
  return {.failure = std::move(failure)};
}

void Aws::refuse(const std::string& what, const AwsFailure& failure) {
  const auto known = common(failure);
  throw UserError(Diagnostic{
      .code = known ? std::string(known->first) : "AwsError",
      .where = "aws " + what,
      .message = failure.code.empty() ? failure.message
                                      : fmt::format("{}: {}", failure.code, failure.message),
      .help = known ? std::string(known->second) : std::string(),
  });
}

std::optional<std::string> Aws::described_stack(const std::string& stack) const {
  auto answer =
      call({"cloudformation", "describe-stacks", "--stack-name", stack, "--output", "json"});
  if (!answer.failure) return std::move(answer.out);
  if (contains(answer.failure->message, "does not exist")) return {};
  refuse("cloudformation describe-stacks", *answer.failure);
}

std::optional<StackOutputs> Aws::stack_outputs(const std::string& stack) const {
  const auto text = described_stack(stack);
  if (!text) return {};
  const auto described = json::parse(*text, nullptr, false);
  if (described.is_object()) {
    refuse_in_progress(stack, described.value("/Stacks/0/StackStatus"_json_pointer, ""));
  }
  return read_stack_outputs(*text, {}, "aws cloudformation describe-stacks");
}

std::optional<Aws::Stack> Aws::stack(const std::string& name) const {
  const auto text = described_stack(name);
  if (!text) return {};
  const auto described = json::parse(*text, nullptr, false);
  Stack stack;
  if (described.is_object()) {
    stack.id = described.value("/Stacks/0/StackId"_json_pointer, "");
    stack.status = described.value("/Stacks/0/StackStatus"_json_pointer, "");
  }
  if (stack.status == "REVIEW_IN_PROGRESS" || stack.status == "ROLLBACK_COMPLETE" ||
      stack.status == "DELETE_COMPLETE") {
    return {};
  }
  refuse_in_progress(name, stack.status);
  return stack;
}

std::string Aws::stack_template(const std::string& name) const {
  const auto answer = call(
      {"cloudformation", "get-template", "--stack-name", name, "--template-stage", "Original",
       "--output", "json"}
  );
  if (answer.failure) refuse("cloudformation get-template", *answer.failure);
  // A template in JSON comes as an object, if the order of its members is lost on the way.
  const auto body = json::parse(answer.out, nullptr, false).value("TemplateBody", json());
  return body.is_string() ? body.get<std::string>() : body.dump();
}

std::map<std::string, std::string> Aws::objects(
    const std::string& bucket, const std::vector<std::string>& keys
) const {
  const TemporaryDirectory directory;
  std::vector<std::string> arguments = {
      "s3",
      "cp",
      fmt::format("s3://{}/", bucket),
      directory.path,
      "--recursive",
      "--only-show-errors",
      "--exclude",
      "*"
  };
  for (const auto& key : keys)
    arguments.insert(arguments.end(), {"--include", key});
  const auto answer = call(std::move(arguments));
  if (answer.failure) refuse("s3 cp s3://" + bucket, *answer.failure);
  std::map<std::string, std::string> texts;
  for (const auto& key : keys) {
    const auto file = std::filesystem::path(directory.path) / key;
    if (std::filesystem::exists(file)) texts.emplace(key, read_file(file));
  }
  return texts;
}

std::string Aws::object(const std::string& uri) const {
  auto answer = call({"s3", "cp", uri, "-"});
  if (answer.failure) refuse("s3 cp " + uri, *answer.failure);
  return std::move(answer.out);
}

Aws::Identity Aws::caller() const {
  const auto answer = call({"sts", "get-caller-identity", "--output", "json"});
  if (answer.failure) refuse("sts get-caller-identity", *answer.failure);
  const auto identity = json::parse(answer.out);
  return {.account = identity.value("Account", ""), .arn = identity.value("Arn", "")};
}

std::optional<std::string> Aws::parameter(const std::string& name) const {
  const auto answer =
      call({"ssm", "get-parameter", "--name", name, "--with-decryption", "--output", "json"});
  if (answer.failure) {
    if (answer.failure->code == "ParameterNotFound") return {};
    refuse("ssm get-parameter", *answer.failure);
  }
  return json::parse(answer.out).at("Parameter").at("Value").get<std::string>();
}

void Aws::put_secret(const std::string& name, const std::string& value) const {
  const json request = {
      {"Name", name}, {"Value", value}, {"Type", "SecureString"}, {"Overwrite", true}
  };
  const auto answer =
      call({"ssm", "put-parameter", "--cli-input-json", "file:///dev/stdin"}, request.dump());
  if (answer.failure) refuse("ssm put-parameter", *answer.failure);
}

std::vector<std::string> Aws::parameters_below(const std::string& path) const {
  const auto answer = call({"ssm", "get-parameters-by-path", "--path", path, "--output", "json"});
  if (answer.failure) refuse("ssm get-parameters-by-path", *answer.failure);
  std::vector<std::string> names;
  for (const auto& parameter : json::parse(answer.out).value("Parameters", json::array()))
    names.push_back(parameter.at("Name").get<std::string>().substr(path.size()));
  std::ranges::sort(names);
  return names;
}

bool Aws::delete_parameter(const std::string& name) const {
  const auto answer = call({"ssm", "delete-parameter", "--name", name});
  if (!answer.failure) return true;
  if (answer.failure->code == "ParameterNotFound") return false;
  refuse("ssm delete-parameter", *answer.failure);
}

}  // namespace amplify::detail
