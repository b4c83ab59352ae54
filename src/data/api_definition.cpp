// SPDX-License-Identifier: Apache-2.0
#include "data/api_definition.hpp"

#include "data/sdl/sdl.hpp"
#include "data/table_mappings.hpp"
#include "data/validation/validate.hpp"

#include <fmt/format.h>
#include <amplify/detail/build_info.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string_view>
#include <utility>

namespace amplify::appsync {
namespace {

ir::Provider provider(AuthorizationMode mode) {
  switch (mode) {
    case AuthorizationMode::userPool:
      return ir::Provider::userPools;
    case AuthorizationMode::apiKey:
      return ir::Provider::apiKey;
    case AuthorizationMode::identityPool:
      return ir::Provider::identityPool;
    case AuthorizationMode::oidc:
      return ir::Provider::oidc;
    case AuthorizationMode::lambda:
      return ir::Provider::function;
  }
  return ir::Provider::apiKey;
}

/// Empty when the schema is invalid. The compiler has checked what it can; it knows no plurals, and
/// so not every name that the API will have.
ir::Definition schema(const defineData& data, std::vector<Diagnostic>& errors) {
  const DataSchema& given = data.props.schema;
  if (given.inGraphql()) return sdl::read(given.inGraphql(), errors);
  try {
    ir::Definition definition = given.inCpp().definition();
    auto faults = validate(definition);
    if (!faults.empty()) throw UserError(std::move(faults));
    return definition;
  } catch (const UserError& invalid) {
    errors.insert(errors.end(), invalid.diagnostics().begin(), invalid.diagnostics().end());
    return {};
  }
}

std::vector<ir::Provider> given_providers(const AuthorizationModes& modes) {
  std::vector<ir::Provider> given;
  if (modes.apiKeyAuthorizationMode.given) given.push_back(ir::Provider::apiKey);
  if (modes.lambdaAuthorizationMode.given) given.push_back(ir::Provider::function);
  if (modes.oidcAuthorizationMode.given) given.push_back(ir::Provider::oidc);
  return given;
}

ir::Provider default_provider(
    const AuthorizationModes& modes, bool sign_in, std::vector<Diagnostic>& errors
) {
  if (modes.defaultAuthorizationMode) return provider(*modes.defaultAuthorizationMode);
  const auto given = given_providers(modes);
  if (given.empty()) return sign_in ? ir::Provider::userPools : ir::Provider::apiKey;
  if (sign_in || given.size() > 1) {
    errors.push_back(
        {.code = "DefineDataConfigurationError",
         .where = "defineData",
         .message = "with several authorization modes a default is required",
         .help = "write .defaultAuthorizationMode = AuthorizationMode::userPool (or ::apiKey, "
                 "::identityPool, ::oidc, ::lambda)"}
    );
  }
  return sign_in ? ir::Provider::userPools : given.front();
}

/// A fault of an option of `.authorizationModes`.
Diagnostic mode_fault(std::string_view option, std::string message, std::string help) {
  return {
      .code = "DefineDataConfigurationError",
      .where = fmt::format("defineData.authorizationModes.{}", option),
      .message = std::move(message),
      .help = std::move(help),
  };
}

void check_lambda(const LambdaAuthorizationMode& mode, std::vector<Diagnostic>& errors) {
  if (mode.function.get() == nullptr) {
    errors.push_back(mode_fault(
        "lambdaAuthorizationMode.function", "the mode has no function to ask",
        "write .function = authorizer, where authorizer is a defineFunction"
    ));
  }
  // https://docs.aws.amazon.com/appsync/latest/APIReference/API_LambdaAuthorizerConfig.html
  if (mode.timeToLiveInSeconds < 0 || mode.timeToLiveInSeconds > 3600) {
    errors.push_back(mode_fault(
        "lambdaAuthorizationMode.timeToLiveInSeconds",
        fmt::format(
            "AppSync keeps an answer for 0 to 3600 seconds, not {}", mode.timeToLiveInSeconds
        ),
        "write .timeToLiveInSeconds = 300, say"
    ));
  }
}

void check_oidc(const OidcAuthorizationMode& mode, std::vector<Diagnostic>& errors) {
  if (mode.oidcProviderName.empty()) {
    errors.push_back(mode_fault(
        "oidcAuthorizationMode.oidcProviderName", "the provider has no name",
        "write .oidcProviderName = \"acme\", say"
    ));
  }
  if (!mode.oidcIssuerUrl.starts_with("https://")) {
    errors.push_back(mode_fault(
        "oidcAuthorizationMode.oidcIssuerUrl",
        fmt::format("the issuer's URL starts with https://, not as in '{}'", mode.oidcIssuerUrl),
        "write the `issuer` of the provider's /.well-known/openid-configuration"
    ));
  }
  const auto check_seconds = [&](std::string_view option, std::int64_t seconds) {
    if (seconds > 0) return;
    errors.push_back(mode_fault(
        fmt::format("oidcAuthorizationMode.{}", option),
        fmt::format("a token counts for a number of seconds above 0, not {}", seconds),
        fmt::format("write .{} = 3600, say", option)
    ));
  };
  check_seconds("tokenExpiryFromAuthInSeconds", mode.tokenExpiryFromAuthInSeconds);
  check_seconds("tokenExpireFromIssueInSeconds", mode.tokenExpireFromIssueInSeconds);
}

void check_logging(const DataLogConfig& logging, std::vector<Diagnostic>& errors) {
  if (logging.retention.isAllowed()) return;
  errors.push_back(
      {.code = "DefineDataConfigurationError",
       .where = "defineData.logging.retention",
       .message = fmt::format("logs can't be kept for `{}`", logging.retention.view()),
       .help = "write `1 week`, `1 month`, `1 year` or `infinite`, say"}
  );
}

void check_api_key(const ApiDefinition::ApiKey& key, std::vector<Diagnostic>& errors) {
  // https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateApiKey.html
  if (key.expiresInDays >= 1 && key.expiresInDays <= 365) return;
  errors.push_back(mode_fault(
      "apiKeyAuthorizationMode.expiresInDays",
      fmt::format("an API key expires after 1 to 365 days, not {}", key.expiresInDays),
      "write .expiresInDays = 30, say"
  ));
}

void check_name(const std::string& name, std::vector<Diagnostic>& errors) {
  // AppSync's own limits on API names are wider; the resources are named by it too.
  constexpr std::size_t longest = 50;
  const bool fits =
      !name.empty() && name.size() <= longest && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_';
      });
  if (fits) return;
  errors.push_back(
      {.code = "DefineDataConfigurationError",
       .where = "defineData.name",
       .message = fmt::format("an API's name is 1 to 50 letters, digits and '_', not '{}'", name),
       .help = "write .name = \"notes\", say"}
  );
}

struct ModeHelp {
  std::string_view name;
  std::string_view help;
};

ModeHelp mode_help(ir::Provider provider) {
  switch (provider) {
    case ir::Provider::apiKey:
      return {"API key", "write .apiKeyAuthorizationMode = {.expiresInDays = 7} in defineData"};
    case ir::Provider::identityPool:
      return {"identity pool", "give defineBackend a defineAuth, which makes the identity pool"};
    case ir::Provider::userPools:
      return {"user pool", "give defineBackend a defineAuth, which makes the user pool"};
    case ir::Provider::oidc:
      return {"OpenID Connect", "write .oidcAuthorizationMode = {...} in defineData"};
    case ir::Provider::function:
      return {
          "Lambda authorizer",
          "write .lambdaAuthorizationMode = {.function = authorizer} in defineData"
      };
  }
  return {};
}

bool is_configured(const ApiDefinition& api, ir::Provider provider) {
  switch (provider) {
    case ir::Provider::apiKey:
      return api.apiKey.has_value();
    case ir::Provider::identityPool:
    case ir::Provider::userPools:
      return api.signIn;
    case ir::Provider::oidc:
      return api.oidc.has_value();
    case ir::Provider::function:
      return api.lambda.has_value();
  }
  return false;
}

using Providers = std::set<ir::Provider>;

void add(Providers& providers, const std::vector<ir::Rule>& rules) {
  for (const ir::Rule& rule : rules)
    providers.insert(rule.provider);
}

/// How the rules of a model, its own and those of its fields, want callers to prove who they are.
Providers providers_of(const ir::Model& model) {
  Providers result;
  add(result, model.rules);
  for (const ir::Field& field : model.fields)
    add(result, field.rules);
  return result;
}

Providers providers_of(const ir::CustomOperation& operation) {
  Providers result;
  add(result, operation.rules);
  return result;
}

void check_modes(const ApiDefinition& api, std::vector<Diagnostic>& errors) {
  const auto report = [&](std::string where, std::string_view who, ir::Provider provider) {
    const auto [name, help] = mode_help(provider);
    errors.push_back(
        {.code = "MissingAuthorizationModeError",
         .where = std::move(where),
         .message = fmt::format("{} needs the mode '{}', which this API doesn't have", who, name),
         .help = std::string(help)}
    );
  };
  if (!is_configured(api, api.defaultProvider))
    report("defineData", "the default authorization mode", api.defaultProvider);
  const auto check = [&](const auto& owners) {
    for (const auto& owner : owners) {
      for (const auto provider : providers_of(owner))
        if (!is_configured(api, provider)) report(owner.name, "a rule", provider);
    }
  };
  check(api.schema.models);
  check(api.schema.operations);
}

/// Calls `visit(operation, handler)` for those of operations and for those around models' own.
template <class Visit>
void for_each_handler(const ir::Definition& schema, const Visit& visit) {
  for (const ir::CustomOperation& operation : schema.operations) {
    for (const ir::Handler& handler : operation.handlers)
      visit(operation.name, handler);
  }
  for (const ir::Model& model : schema.models) {
    for (const ir::Hook& hook : model.hooks)
      visit(model.name, hook.handler);
  }
}

/// Reads the files of the user's APPSYNC_JS handlers.
void load_handlers(ApiDefinition& api, std::vector<Diagnostic>& errors) {
  // https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateFunction.html
  constexpr std::size_t longest = 32'768;
  for_each_handler(api.schema, [&](const std::string& where, const ir::Handler& handler) {
    if (handler.kind != ir::Handler::Kind::custom) return;
    // Code knows its files as the project calls them.
    const std::filesystem::path root = detail::this_build().source_directory;
    std::ifstream file(root / handler.entry, std::ios::binary);
    std::ostringstream text;
    if (file) text << file.rdbuf();
    if (!file) {
      errors.push_back(
          {.code = "EntryNotFoundError",
           .where = where,
           .message = fmt::format("there is no file {}", handler.entry),
           .help = "the entry of a.handler.custom starts at the file in which it is written"}
      );
    } else if (text.str().size() > longest) {
      errors.push_back(
          {.code = "CodeTooLargeError",
           .where = where,
           .message = fmt::format(
               "{} has {} bytes, and AppSync takes {}", handler.entry, text.str().size(), longest
           ),
           .help = "split the handler into a chain of smaller ones"}
      );
    }
    api.handlerCode[handler.entry] = text.str();
  });
}

}  // namespace

std::vector<const ir::Handler*> ApiDefinition::handlers() const {
  std::vector<const ir::Handler*> all;
  for_each_handler(schema, [&](const std::string&, const ir::Handler& handler) {
    all.push_back(&handler);
  });
  return all;
}

std::vector<const defineFunction*> ApiDefinition::calledFunctions() const {
  std::vector<const defineFunction*> functions;
  if (lambda && lambda->function.get() != nullptr) functions.push_back(lambda->function.get());
  for (const ir::Handler* const handler : handlers()) {
    if (handler->function != nullptr) functions.push_back(handler->function);
  }
  return functions;
}

bool ApiDefinition::usesIdentityPool() const {
  const auto uses = [](const auto& owner) {
    return providers_of(owner).contains(ir::Provider::identityPool);
  };
  return std::ranges::any_of(schema.models, uses) || std::ranges::any_of(schema.operations, uses);
}

ApiDefinition api_definition(
    const defineData& data, bool sign_in, std::vector<Diagnostic>& errors
) {
  const auto& modes = data.props.authorizationModes;
  const std::size_t before = errors.size();
  ApiDefinition api{
      .name = data.props.name,
      .schema = schema(data, errors),
      .defaultProvider = default_provider(modes, sign_in, errors),
      .signIn = sign_in,
      .where = data.where,
  };
  const auto& key = modes.apiKeyAuthorizationMode;
  if (key.given || api.defaultProvider == ir::Provider::apiKey) {
    api.apiKey = {.expiresInDays = key.expiresInDays, .description = key.description};
    check_api_key(*api.apiKey, errors);
  }
  if (modes.lambdaAuthorizationMode.given) {
    api.lambda = modes.lambdaAuthorizationMode;
    check_lambda(*api.lambda, errors);
  }
  if (modes.oidcAuthorizationMode.given) {
    api.oidc = modes.oidcAuthorizationMode;
    check_oidc(*api.oidc, errors);
  }
  if (data.props.logging.isOn()) {
    api.logging = data.props.logging.options();
    check_logging(*api.logging, errors);
  }
  read_table_mappings(data.props, api, errors);
  check_name(api.name, errors);
  check_modes(api, errors);
  load_handlers(api, errors);
  for (std::size_t i = before; i < errors.size(); ++i)
    errors[i].source = data.where;
  return api;
}

std::string authentication_type(ir::Provider provider) {
  switch (provider) {
    case ir::Provider::apiKey:
      return "API_KEY";
    case ir::Provider::identityPool:
      return "AWS_IAM";
    case ir::Provider::userPools:
      return "AMAZON_COGNITO_USER_POOLS";
    case ir::Provider::oidc:
      return "OPENID_CONNECT";
    case ir::Provider::function:
      return "AWS_LAMBDA";
  }
  return {};
}

std::vector<ir::Provider> additional_providers(const ApiDefinition& api) {
  std::vector<ir::Provider> providers;
  if (api.apiKey) providers.push_back(ir::Provider::apiKey);
  if (api.lambda) providers.push_back(ir::Provider::function);
  if (api.oidc) providers.push_back(ir::Provider::oidc);
  if (api.signIn) providers.push_back(ir::Provider::userPools);
  providers.push_back(ir::Provider::identityPool);
  std::erase(providers, api.defaultProvider);
  return providers;
}

}  // namespace amplify::appsync
