// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/asset.hpp>
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/iam/policy.hpp>
#include <amplify/cdk/lambda.hpp>
#include <amplify/cdk/logs.hpp>

#include "cdk/digest.hpp"
#include "cdk/iam/grant.hpp"
#include "cdk/inspect.hpp"
#include "cdk/lazy.hpp"
#include "cdk/services/support.hpp"

#include <utility>

namespace amplify::cdk::lambda {

Code Code::fromInline(std::string_view text) {
  return {.kind = Kind::text, .text = std::string(text)};
}

Code Code::fromAsset(std::string_view path) {
  return {.kind = Kind::asset, .text = std::string(path)};
}

Code Code::fromBucket(Str bucket, Str key, Str version) {
  return {.kind = Kind::object, .bucket = bucket, .key = key, .version = version};
}

Code Code::fromEcrImage(Str uri) { return {.kind = Kind::image, .key = uri}; }

Code Code::later() { return {.kind = Kind::later}; }

struct Function::State {
  iam::Role role;
  std::optional<Version> version{};
  std::vector<Variable> environment{};
};

namespace {

void check(const Construct& function, const FunctionProps& props) {
  const auto fail = [&](std::string message, std::string help) {
    add_error(function, "InvalidFunctionError", std::move(message), std::move(help));
  };
  const bool is_image = props.code.kind == Code::Kind::image;
  if (is_image && (!props.runtime.empty() || !props.handler.empty())) {
    fail("an image has its own runtime and handler", "leave out .runtime and .handler");
  }
  if (props.runtime.empty() && !is_image) {
    fail("the function has no runtime", "write .runtime = \"nodejs22.x\", say");
  }
  if (props.handler.empty() && !is_image) {
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

Json code(
    const Construct& function, const Code& code,
    std::source_location where = std::source_location::current()
) {
  if (code.kind == Code::Kind::text) return Json::object({{"ZipFile", code.text}});
  if (code.kind == Code::Kind::asset) {
    const FileAsset asset = FileAsset::fromPath(function, "Code", code.text, where);
    return Json::object({{"S3Bucket", asset.bucketName()}, {"S3Key", asset.objectKey()}});
  }
  if (code.kind == Code::Kind::image) return Json::object({{"ImageUri", code.key}});
  return Json::object(
      {{"S3Bucket", code.bucket}, {"S3Key", code.key}, {"S3ObjectVersion", code.version}}
  );
}

Json object_or_unset(std::initializer_list<Json::Entry> entries) {
  const Json result = Json::object(entries);
  return to_text(result) == "{}" ? Json() : result;
}

Json durable(const std::optional<DurableConfig>& config) {
  if (!config) return {};
  return Json::object({
      {"ExecutionTimeout", config->executionTimeout},
      {"RetentionPeriodInDays", config->retentionPeriodInDays},
  });
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
      {"DurableConfig", durable(props.durableConfig)},
      {"EphemeralStorage", storage},
      {"FunctionName", props.functionName},
      {"Handler", text_or_unset(props.handler)},
      {"Layers", layers},
      {"LoggingConfig", object_or_unset({
                            {"ApplicationLogLevel", text_or_unset(props.applicationLogLevel)},
                            {"LogFormat", text_or_unset(props.loggingFormat)},
                            {"LogGroup", props.logGroupName},
                        })},
      {"MemorySize", props.memorySize},
      {"PackageType", props.code.kind == Code::Kind::image ? Json("Image") : Json()},
      {"ReservedConcurrentExecutions", props.reservedConcurrentExecutions},
      {"Runtime", text_or_unset(props.runtime)},
      {"Timeout", props.timeout},
  });
}

iam::Role service_role(const Construct& function, bool is_durable, std::source_location where) {
  return {
      function,
      "ServiceRole",
      {.assumedBy = {iam::ServicePrincipal("lambda.amazonaws.com")},
       .managedPolicies = {iam::ManagedPolicy::fromAwsManagedPolicyName(
           is_durable ? "service-role/AWSLambdaBasicDurableExecutionRolePolicy"
                      : "service-role/AWSLambdaBasicExecutionRole"
       )}},
      where
  };
}

Json cors(const FunctionUrlCors& cors) {
  return object_or_unset({
      {"AllowCredentials", true_or_unset(cors.allowCredentials)},
      {"AllowHeaders", cors.allowedHeaders},
      {"AllowMethods", cors.allowedMethods},
      {"AllowOrigins", cors.allowedOrigins},
      {"ExposeHeaders", cors.exposedHeaders},
      {"MaxAge", cors.maxAge},
  });
}

Json variables(const std::vector<Variable>& environment) {
  std::vector<Json::Entry> entries;
  for (const Variable& variable : environment)
    entries.push_back({variable.name, variable.value});
  return entries.empty() ? Json() : Json::object(entries.data(), entries.size());
}

}  // namespace

Function::Function(
    const Construct& scope, std::string_view id, FunctionProps props, std::source_location where
)
    : Construct(scope, id, where),
      resource_(*this, "Resource", "AWS::Lambda::Function", properties(props), where),
      state_(std::make_shared<State>(State{
          .role = props.role ? *props.role
                             : service_role(*this, props.durableConfig.has_value(), where),
          .environment = props.environment,
      })) {
  check(*this, props);
  if (props.code.kind != Code::Kind::later) {
    resource_.setProperty("Code", code(*this, props.code, where));
  }
  resource_.setProperty("Environment", lazy([state = state_]() -> Json {
                          if (state->environment.empty()) return {};
                          return Json::object({{"Variables", variables(state->environment)}});
                        }));
  resource_.setProperty("Role", state_->role.roleArn());
  // A first call may come before the role may do what it is for.
  resource_.addDependency(state_->role);
  if (props.logGroupName.isSet() || !props.logRetentionInDays.isSet()) return;
  logs::LogGroup(
      *this, "LogGroup",
      {.logGroupName = fn::concat({"/aws/lambda/", functionName()}),
       .retentionInDays = props.logRetentionInDays},
      where
  );
}

iam::Role Function::role() const { return state_->role; }

Version Function::currentVersion() const {
  auto& version = state_->version;
  if (!version) version.emplace(*this, "CurrentVersion");
  return *version;
}

void Function::setCode(const Code& code) const {
  Resource resource = resource_;
  resource.setProperty("Code", lambda::code(*this, code));
}

void Function::addEnvironment(std::string_view name, Str value) const {
  state_->environment.push_back({.name = std::string(name), .value = value});
}

void Function::addToRolePolicy(iam::PolicyStatement statement) const {
  state_->role.addToPolicy(std::move(statement));
}

std::string Function::fingerprint() const {
  std::string all = to_text(variables(state_->environment));
  for (const auto* const name :
       {"Architectures", "Code", "Description", "DurableConfig", "EphemeralStorage",
        "FileSystemConfigs", "Handler", "ImageConfig", "Layers", "LoggingConfig", "MemorySize",
        "Runtime", "SnapStart", "Timeout", "TracingConfig", "VpcConfig"}) {
    all += "\n" + to_text(resource_.property(name));
  }
  constexpr std::size_t length = 16;
  return sha256_hex(all).substr(0, length);
}

Version::Version(const Function& function, std::string_view id, std::source_location where)
    : Construct(function, id, where),
      resource_(
          *this, "Resource", "AWS::Lambda::Version",
          Json::object({
              // CloudFormation never updates a version: another description makes another one.
              {"Description", lazy([function] { return Json(function.fingerprint()); })},
              {"FunctionName", function.functionName()},
          }),
          where
      ) {}

void Version::grantInvoke(const iam::Grantee& grantee) const {
  iam::grant(*this, grantee, {.actions = {"lambda:InvokeFunction"}, .resources = {versionArn()}});
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
