// SPDX-License-Identifier: Apache-2.0
#include "data/api_definition.hpp"

#include "data/sdl/sdl.hpp"
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

ir::Provider default_provider(
    const AuthorizationModes& modes, bool sign_in, std::vector<Diagnostic>& errors
) {
  const auto& key = modes.apiKeyAuthorizationMode;
  if (modes.defaultAuthorizationMode) return provider(*modes.defaultAuthorizationMode);
  if (!sign_in) return ir::Provider::apiKey;
  if (key.given) {
    errors.push_back(
        {.code = "DefineDataConfigurationError",
         .where = "defineData",
         .message = "with several authorization modes a default is required",
         .help =
             "write .defaultAuthorizationMode = AuthorizationMode::userPool (or ::apiKey, ::identityPool)"
        }
    );
  }
  return ir::Provider::userPools;
}

void check_api_key(const ApiDefinition::ApiKey& key, std::vector<Diagnostic>& errors) {
  // https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateApiKey.html
  if (key.expiresInDays >= 1 && key.expiresInDays <= 365) return;
  errors.push_back(
      {.code = "DefineDataConfigurationError",
       .where = "defineData.authorizationModes.apiKeyAuthorizationMode.expiresInDays",
       .message = fmt::format("an API key expires after 1 to 365 days, not {}", key.expiresInDays),
       .help = "write .expiresInDays = 30, say"}
  );
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
      return {"OpenID Connect", "this mode isn't here yet: let users in by the user pool"};
    case ir::Provider::function:
      return {
          "Lambda authorizer", "this mode isn't here yet: write another rule than allow.custom"
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
    case ir::Provider::function:
      break;
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

/// Reads the files of the user's APPSYNC_JS handlers.
void load_handlers(ApiDefinition& api, std::vector<Diagnostic>& errors) {
  // https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateFunction.html
  constexpr std::size_t longest = 32'768;
  for (const ir::CustomOperation& operation : api.schema.operations) {
    for (const ir::Handler& handler : operation.handlers) {
      if (handler.kind != ir::Handler::Kind::custom) continue;
      // Code knows its files as the project calls them.
      const std::filesystem::path root = detail::this_build().source_directory;
      std::ifstream file(root / handler.entry, std::ios::binary);
      std::ostringstream text;
      if (file) text << file.rdbuf();
      if (!file) {
        errors.push_back(
            {.code = "EntryNotFoundError",
             .where = operation.name,
             .message = fmt::format("there is no file {}", handler.entry),
             .help = "the entry of a.handler.custom starts at the file in which it is written"}
        );
      } else if (text.str().size() > longest) {
        errors.push_back(
            {.code = "CodeTooLargeError",
             .where = operation.name,
             .message = fmt::format(
                 "{} has {} bytes, and AppSync takes {}", handler.entry, text.str().size(), longest
             ),
             .help = "split the handler into a chain of smaller ones"}
        );
      }
      api.handlerCode[handler.entry] = text.str();
    }
  }
}

}  // namespace

std::vector<const defineFunction*> ApiDefinition::calledFunctions() const {
  std::vector<const defineFunction*> functions;
  for (const ir::CustomOperation& operation : schema.operations) {
    for (const ir::Handler& handler : operation.handlers) {
      if (handler.function != nullptr) functions.push_back(handler.function);
    }
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
  if (api.signIn) providers.push_back(ir::Provider::userPools);
  providers.push_back(ir::Provider::identityPool);
  std::erase(providers, api.defaultProvider);
  return providers;
}

}  // namespace amplify::appsync
