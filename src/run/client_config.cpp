// SPDX-License-Identifier: Apache-2.0
#include "run/client_config.hpp"

#include <fmt/format.h>
#include <amplify/error.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace amplify::detail {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 6> versions = {"1", "1.1", "1.2", "1.3", "1.4", "1.5"};

[[noreturn]] void refuse(
    std::string code, std::string where, std::string message, std::string help
) {
  throw UserError(Diagnostic{
      .code = std::move(code),
      .where = std::move(where),
      .message = std::move(message),
      .help = std::move(help)
  });
}

/// The outputs of a stack, read with their encodings.
class Reader {
 public:
  explicit Reader(const StackOutputs& outputs) : outputs_(outputs) {}

  bool has(std::string_view name) const { return outputs_.contains(name); }

  /// None if it is missing or empty, which mean the same.
  const std::string* find(std::string_view name) const {
    const auto found = outputs_.find(name);
    return found != outputs_.end() && !found->second.empty() ? &found->second : nullptr;
  }
  std::string text(std::string_view name) const {
    if (const auto* const found = find(name)) return *found;
    refuse(
        "InvalidOutputsError", std::string(name), "the stack has no such output",
        "deploy the backend again; its root stack has all outputs"
    );
  }
  Json json(std::string_view name) const {
    const auto* const found = find(name);
    if (found == nullptr) return {};
    auto value = Json::parse(*found, nullptr, false);
    if (!value.is_discarded()) return value;
    refuse(
        "InvalidOutputsError", std::string(name), fmt::format("`{}` is not JSON", *found),
        "deploy the backend again, with tools of one version"
    );
  }

 private:
  const StackOutputs& outputs_;
};

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  for (;;) {
    const auto end = text.find(',');
    parts.emplace_back(text.substr(0, end));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

void set(Json& object, const char* key, const Json& value) {
  if (!value.is_null()) object[key] = value;
}

Json password_policy(const Reader& outputs) {
  const auto* const length = outputs.find("passwordPolicyMinLength");
  const auto requirements = outputs.json("passwordPolicyRequirements");
  if (length == nullptr && requirements.is_null()) return {};
  const auto requires_ = [&](const char* what) {
    return std::ranges::find(requirements, Json(what)) != requirements.end();
  };
  return {
      {"min_length", length != nullptr ? std::stoi(*length) : 8},
      {"require_lowercase", requires_("REQUIRES_LOWERCASE")},
      {"require_numbers", requires_("REQUIRES_NUMBERS")},
      {"require_symbols", requires_("REQUIRES_SYMBOLS")},
      {"require_uppercase", requires_("REQUIRES_UPPERCASE")},
  };
}

/// Clients know these four; users of other providers sign in by the hosted page.
Json identity_providers(const Reader& outputs) {
  static constexpr std::array<std::string_view, 4> known = {
      "GOOGLE", "FACEBOOK", "LOGIN_WITH_AMAZON", "SIGN_IN_WITH_APPLE"
  };
  Json list = Json::array();
  for (const auto& provider : outputs.json("socialProviders")) {
    if (std::ranges::find(known, provider.get<std::string_view>()) != known.end())
      list.push_back(provider);
  }
  return list;
}

Json oauth(const Reader& outputs) {
  const auto* const sign_in = outputs.find("oauthRedirectSignIn");
  const auto* const sign_out = outputs.find("oauthRedirectSignOut");
  if (sign_in == nullptr || sign_out == nullptr) return {};
  const auto scopes = outputs.json("oauthScope");
  const auto* const domain = outputs.find("oauthCognitoDomain");
  Json result = {
      {"identity_providers", identity_providers(outputs)},
      {"redirect_sign_in_uri", split(*sign_in)},
      {"redirect_sign_out_uri", split(*sign_out)},
      {"response_type", outputs.text("oauthResponseType")},
      {"scopes", scopes.is_null() ? Json::array() : scopes},
      {"domain", domain != nullptr ? *domain : std::string()},
  };
  return result;
}

Json mfa_configuration(const Reader& outputs) {
  const auto* const value = outputs.find("mfaConfiguration");
  if (value == nullptr) return {};
  if (*value == "OFF") return "NONE";
  if (*value == "ON") return "REQUIRED";
  return *value;
}

Json passwordless(const Reader& outputs) {
  const auto options = outputs.json("passwordlessOptions");
  if (options.is_null()) return {};
  Json result = Json::object();
  set(result, "email_otp_enabled", options.value("emailOtpEnabled", Json()));
  set(result, "sms_otp_enabled", options.value("smsOtpEnabled", Json()));
  if (const auto keys = options.value("webAuthn", Json()); !keys.is_null()) {
    Json web_authn = Json::object();
    set(web_authn, "relying_party_id", keys.value("relyingPartyId", Json()));
    set(web_authn, "user_verification", keys.value("userVerification", Json()));
    result["web_authn"] = web_authn;
  }
  set(result, "preferred_challenge", options.value("preferredChallenge", Json()));
  return result;
}

Json auth_section(const Reader& outputs, std::string_view version) {
  Json auth = {
      {"user_pool_id", outputs.text("userPoolId")},
      {"aws_region", outputs.text("authRegion")},
      {"user_pool_client_id", outputs.text("webClientId")},
  };
  if (const auto* const pool = outputs.find("identityPoolId")) auth["identity_pool_id"] = *pool;
  set(auth, "mfa_methods", outputs.json("mfaTypes"));
  set(auth, "standard_required_attributes", outputs.json("signupAttributes"));
  set(auth, "username_attributes", outputs.json("usernameAttributes"));
  set(auth, "user_verification_types", outputs.json("verificationMechanisms"));
  if (version >= "1.3") set(auth, "groups", outputs.json("groups"));
  set(auth, "mfa_configuration", mfa_configuration(outputs));
  set(auth, "password_policy", password_policy(outputs));
  set(auth, "oauth", oauth(outputs));
  if (const auto* const allowed = outputs.find("allowUnauthenticatedIdentities"))
    auth["unauthenticated_identities_enabled"] = *allowed == "true";
  if (version >= "1.4") set(auth, "passwordless", passwordless(outputs));
  return auth;
}

Json data_section(const Reader& outputs, const ClientConfigOptions& options) {
  Json data = {
      {"url", outputs.text("awsAppsyncApiEndpoint")},
      {"aws_region", outputs.text("awsAppsyncRegion")},
  };
  if (const auto* const key = outputs.find("awsAppsyncApiKey")) data["api_key"] = *key;
  data["default_authorization_type"] = outputs.text("awsAppsyncAuthenticationType");
  if (const auto* const types = outputs.find("awsAppsyncAdditionalAuthenticationTypes"))
    data["authorization_types"] = split(*types);
  if (options.modelIntrospection)
    data["model_introspection"] = Json::parse(*options.modelIntrospection);
  return data;
}

Json storage_section(const Reader& outputs, std::string_view version) {
  Json storage = {
      {"aws_region", outputs.text("storageRegion")},
      {"bucket_name", outputs.text("bucketName")},
  };
  if (version == "1") return storage;
  Json buckets = Json::array();
  for (const auto& text : outputs.json("buckets")) {
    const auto bucket = Json::parse(text.get<std::string>());
    Json entry = {
        {"name", bucket.at("name")},
        {"bucket_name", bucket.at("bucketName")},
        {"aws_region", bucket.at("storageRegion")},
    };
    if (version >= "1.2") set(entry, "paths", bucket.value("paths", Json()));
    buckets.push_back(std::move(entry));
  }
  storage["buckets"] = std::move(buckets);
  return storage;
}

/// Objects are merged, lists joined; a single value stands once.
void merge(Json& target, const Json& added, const std::string& path) {
  for (const auto& [key, value] : added.items()) {
    const auto here = path.empty() ? key : path + "." + key;
    if (here == "version") continue;
    auto& present = target[key];
    if (present.is_null()) {
      present = value;
    } else if (present.is_object() && value.is_object()) {
      merge(present, value, here);
    } else if (present.is_array() && value.is_array()) {
      present.insert(present.end(), value.begin(), value.end());
    } else if (present != value) {
      refuse(
          "OutputEntryAlreadyExistsError", here, "a custom output has a value for it, too",
          "take it out of addOutput, or put it under `custom`"
      );
    }
  }
}

}  // namespace

std::string client_config(const StackOutputs& outputs, const ClientConfigOptions& options) {
  const std::string& version = options.version;
  if (std::ranges::find(versions, version) == versions.end()) {
    refuse(
        "UnsupportedOutputsVersionError", "--outputs-version",
        fmt::format("there is no version '{}' of the file", version),
        fmt::format("write one of {}", fmt::join(versions, ", "))
    );
  }
  const Reader reader(outputs);
  if (!reader.has("deploymentType") && !reader.has("userPoolId")) {
    refuse(
        "AmplifyOutputsNotFoundError", "outputs", "the stack has none of Amplify's outputs",
        "name the root stack of a deployed backend"
    );
  }
  Json config = Json::object();
  try {
    if (reader.has("userPoolId")) config["auth"] = auth_section(reader, version);
    if (reader.has("awsAppsyncApiId")) config["data"] = data_section(reader, options);
    if (reader.has("storageRegion")) config["storage"] = storage_section(reader, version);
    const auto custom = reader.json("customOutputs");
    // As Amplify has it, the file is of the later version.
    config["version"] =
        std::max(version, custom.is_null() ? version : custom.value("version", version));
    if (!custom.is_null()) merge(config, custom, {});
  } catch (const nlohmann::json::exception& error) {
    refuse(
        "InvalidOutputsError", "outputs",
        fmt::format("an output has another form than Amplify gives it: {}", error.what()),
        "deploy the backend again, with tools of one version"
    );
  }
  return config.dump(2) + "\n";
}

std::string dart_config(std::string_view json) {
  while (json.ends_with('\n'))
    json.remove_suffix(1);
  // A raw text, for Dart would interpolate `$`.
  return fmt::format("const amplifyConfig = r'''{}''';", json);
}

StackOutputs read_stack_outputs(
    std::string_view text, std::string_view stack, std::string_view file
) {
  const auto fail = [&](std::string message) {
    refuse(
        "InvalidOutputsError", std::string(file), std::move(message),
        "give what `aws cloudformation describe-stacks` prints or `cdk deploy --outputs-file` writes"
    );
  };
  const auto json = Json::parse(text, nullptr, false);
  if (!json.is_object()) fail("it holds no JSON object");
  StackOutputs outputs;
  try {
    if (json.contains("Stacks")) {
      for (const auto& described : json.at("Stacks")) {
        const bool wanted = stack.empty() || described.at("StackName") == stack;
        if (!wanted) continue;
        for (const auto& output : described.value("Outputs", Json::array()))
          outputs[output.at("OutputKey")] = output.at("OutputValue");
        return outputs;
      }
      fail(fmt::format("it has no stack '{}'", stack));
    }
    const std::string name =
        stack.empty() && json.size() == 1 ? json.begin().key() : std::string(stack);
    if (!json.contains(name)) fail(fmt::format("it has no stack '{}'", name));
    for (const auto& [key, value] : json.at(name).items())
      outputs[key] = value;
  } catch (const nlohmann::json::exception& error) {
    fail(fmt::format("it has another form: {}", error.what()));
  }
  return outputs;
}

}  // namespace amplify::detail
