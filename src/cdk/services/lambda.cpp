// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/asset.hpp>
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/iam/policy.hpp>
#include <amplify/cdk/lambda.hpp>
#include <amplify/cdk/logs.hpp>

#include "cdk/iam/grant.hpp"
#include "cdk/inspect.hpp"
#include "cdk/lazy.hpp"
#include "cdk/services/support.hpp"

#include <utility>

namespace amplify::cdk::lambda {

Code Code::fromInline(std::string_view text) {
  return {.kind = Kind::text, .text = std::string(text)};
}

Code Code::fromAsset(std::string_view zip_file) {
  return {.kind = Kind::asset, .text = std::string(zip_file)};
}

Code Code::fromBucket(Str bucket, Str key, Str version) {
  return {.kind = Kind::object, .bucket = bucket, .key = key, .version = version};
}

struct Function::State {
  iam::Role role;
  std::vector<Variable> environment{};
};

namespace {

void check(const Construct& function, const FunctionProps& props) {
  const auto fail = [&](std::string message, std::string help) {
    add_error(function, "InvalidFunctionError", std::move(message), std::move(help));
  };
  if (props.runtime.empty()) {
    fail("the function has no runtime", "write .runtime = \"nodejs22.x\", say");
  }
  if (props.handler.empty()) {
    fail("the function has no handler", "write .handler = \"index.handler\", say");
  }
  constexpr std::size_t longest = 4 * 1024 * 1024;
  if (props.code.kind == Code::Kind::none) {
    fail("the function has no code", "write .code = lambda::Code::fromAsset(\"function.zip\")");
  } else if (props.code.kind == Code::Kind::text) {
    if (props.code.text.empty() || props.code.text.size() > longest) {
      fail("inline code has 1 byte to 4 MB", "use lambda::Code::fromAsset()");
    }
    if (!props.runtime.starts_with("nodejs") && !props.runtime.starts_with("python") &&
        !props.runtime.empty()) {
      fail("inline code is for Node.js and Python", "use lambda::Code::fromAsset()");
    }
  }
}

Json code(const Construct& function, const Code& code, std::source_location where) {
  if (code.kind == Code::Kind::text) return Json::object({{"ZipFile", code.text}});
  if (code.kind == Code::Kind::asset) {
    const FileAsset asset = FileAsset::fromPath(function, "Code", code.text, where);
    return Json::object({{"S3Bucket", asset.bucketName()}, {"S3Key", asset.objectKey()}});
  }
  return Json::object(
      {{"S3Bucket", code.bucket}, {"S3Key", code.key}, {"S3ObjectVersion", code.version}}
  );
}

Json properties(const FunctionProps& props) {
  Json architectures;
  if (!props.architecture.empty()) architectures = Json::array({props.architecture});
  Json storage;
  if (props.ephemeralStorageSize.isSet()) {
    storage = Json::object({{"Size", props.ephemeralStorageSize}});
  }
  Json layers;
  if (!props.layers.empty()) layers = List<Str>(props.layers);
  return Json::object({
      {"Architectures", architectures},
      {"Description", text_or_unset(props.description)},
      {"EphemeralStorage", storage},
      {"FunctionName", props.functionName},
      {"Handler", props.handler},
      {"Layers", layers},
      {"MemorySize", props.memorySize},
      {"ReservedConcurrentExecutions", props.reservedConcurrentExecutions},
      {"Runtime", props.runtime},
      {"Timeout", props.timeout},
  });
}

iam::Role service_role(const Construct& function, std::source_location where) {
  return {
      function,
      "ServiceRole",
      {.assumedBy = {iam::ServicePrincipal("lambda.amazonaws.com")},
       .managedPolicies = {iam::ManagedPolicy::fromAwsManagedPolicyName(
           "service-role/AWSLambdaBasicExecutionRole"
       )}},
      where
  };
}

Json cors(const FunctionUrlCors& cors) {
  const Json result = Json::object({
      {"AllowCredentials", true_or_unset(cors.allowCredentials)},
      {"AllowHeaders", cors.allowedHeaders},
      {"AllowMethods", cors.allowedMethods},
      {"AllowOrigins", cors.allowedOrigins},
      {"ExposeHeaders", cors.exposedHeaders},
      {"MaxAge", cors.maxAge},
  });
  return to_text(result) == "{}" ? Json() : result;
}

}  // namespace

Function::Function(
    const Construct& scope, std::string_view id, FunctionProps props, std::source_location where
)
    : Construct(scope, id, where),
      resource_(*this, "Resource", "AWS::Lambda::Function", properties(props), where),
      state_(std::make_shared<State>(State{
          .role = props.role ? *props.role : service_role(*this, where),
          .environment = props.environment,
      })) {
  check(*this, props);
  resource_.setProperty("Code", code(*this, props.code, where));
  resource_.setProperty(
      "Environment", lazy([state = state_]() -> Json {
        std::vector<Json::Entry> variables;
        for (const Variable& variable : state->environment)
          variables.push_back({variable.name, variable.value});
        if (variables.empty()) return {};
        return Json::object({{"Variables", Json::object(variables.data(), variables.size())}});
      })
  );
  resource_.setProperty("Role", state_->role.roleArn());
  // A first call may come before the role may do what it is for.
  resource_.addDependency(state_->role);
  logs::LogGroup(
      *this, "LogGroup",
      {.logGroupName = fn::concat({"/aws/lambda/", functionName()}),
       .retentionInDays = props.logRetentionInDays},
      where
  );
}

iam::Role Function::role() const { return state_->role; }

void Function::addEnvironment(std::string_view name, Str value) const {
  state_->environment.push_back({.name = std::string(name), .value = value});
}

void Function::addToRolePolicy(iam::PolicyStatement statement) const {
  state_->role.addToPolicy(std::move(statement));
}

Any Function::addFunctionUrl(FunctionUrlProps props) const {
  const bool open = props.authType == FunctionUrlAuthType::none;
  const Resource url(
      *this, "FunctionUrl", "AWS::Lambda::Url",
      Json::object({
          {"AuthType", open ? "NONE" : "AWS_IAM"},
          {"Cors", cors(props.cors)},
          {"InvokeMode", props.responseStream ? Json("RESPONSE_STREAM") : Json()},
          {"TargetFunctionArn", functionArn()},
      })
  );
  if (open) {
    Resource(
        *this, "invoke-function-url", "AWS::Lambda::Permission",
        Json::object({
            {"Action", "lambda:InvokeFunctionUrl"},
            {"FunctionName", functionArn()},
            {"FunctionUrlAuthType", "NONE"},
            {"Principal", "*"},
        })
    );
    Resource(
        *this, "invoke-function", "AWS::Lambda::Permission",
        Json::object({
            {"Action", "lambda:InvokeFunction"},
            {"FunctionName", functionArn()},
            {"InvokedViaFunctionUrl", true},
            {"Principal", "*"},
        })
    );
  }
  return url.getAtt("FunctionUrl");
}

Resource Function::addPermission(const Construct& scope, std::string_view id, PermissionProps props)
    const {
  return Resource(
      scope, id, "AWS::Lambda::Permission",
      Json::object({
          {"Action", "lambda:InvokeFunction"},
          {"FunctionName", functionArn()},
          {"Principal", props.principal},
          {"SourceAccount", props.sourceAccount},
          {"SourceArn", props.sourceArn},
      })
  );
}

void Function::grantInvoke(const iam::Grantee& grantee) const {
  iam::grant(
      *this, grantee,
      {.actions = {"lambda:InvokeFunction"},
       .resources = {functionArn(), fn::concat({functionArn(), ":*"})}}
  );
}

void Function::grantInvokeUrl(const iam::Grantee& grantee) const {
  const auto when = [](std::string_view test, std::string_view key, const Json& value) {
    return Json::object({{std::string(test), Json::object({{std::string(key), value}})}});
  };
  iam::grant(
      *this, grantee,
      {.actions = {"lambda:InvokeFunctionUrl"},
       .resources = {functionArn()},
       .conditions = when("StringEquals", "lambda:FunctionUrlAuthType", "AWS_IAM")}
  );
  iam::grant(
      *this, grantee,
      {.actions = {"lambda:InvokeFunction"},
       .resources = {functionArn()},
       .conditions = when("Bool", "lambda:InvokedViaFunctionUrl", "true")}
  );
}

}  // namespace amplify::cdk::lambda
