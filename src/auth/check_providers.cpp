// SPDX-License-Identifier: Apache-2.0
#include "auth/checks.hpp"
#include "auth/providers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <set>
#include <utility>

namespace amplify::cognito {
namespace {

constexpr std::string_view place = ".loginWith.externalProviders";

using Secrets = std::initializer_list<std::pair<std::string_view, BackendSecret>>;

class Checker {
 public:
  Checker(const AuthProps& props, Faults& faults) : props_(props), faults_(faults) {}

  void check(std::string_view provider, const Secrets& secrets, const AttributeMapping& mapping) {
    for (const auto& [member, secret] : secrets) {
      if (!secret.name.empty()) continue;
      add(provider, fmt::format("there is no {}", member),
          fmt::format("add .{} = secret(\"…\")", member));
    }
    for (const CustomMapping& custom : mapping.custom) {
      if (is_attribute(custom.attribute.view())) continue;
      add(fmt::format("{}.attributeMapping", provider),
          fmt::format("users have no attribute `{}`", custom.attribute.view()),
          "add it to .userAttributes = {.custom = {…}}");
    }
  }

  void add(std::string_view provider, std::string message, std::string help) {
    faults_.add(
        construct_error, fmt::format("{}{}", place, provider), std::move(message), std::move(help)
    );
  }

 private:
  bool is_attribute(std::string_view name) const {
    return std::ranges::any_of(props_.userAttributes.custom, [&](const CustomAttribute& custom) {
      return custom.name.view() == name;
    });
  }

  const AuthProps& props_;
  Faults& faults_;
};

template <class Props>
void check_social(std::string_view provider, const Props& props, Checker& checker) {
  if (!props.given) return;
  checker.check(
      provider, {{"clientId", props.clientId}, {"clientSecret", props.clientSecret}},
      props.attributeMapping
  );
}

void check_apple(const AppleProvider& apple, Checker& checker) {
  if (!apple.given) return;
  checker.check(
      ".signInWithApple",
      {{"clientId", apple.clientId},
       {"teamId", apple.teamId},
       {"keyId", apple.keyId},
       {"privateKey", apple.privateKey}},
      apple.attributeMapping
  );
}

void check_oidc(const std::vector<OidcProvider>& providers, Checker& checker) {
  for (std::size_t i = 0; i < providers.size(); ++i) {
    const OidcProvider& oidc = providers[i];
    const std::string at = fmt::format(".oidc[{}]", i);
    checker.check(
        at, {{"clientId", oidc.clientId}, {"clientSecret", oidc.clientSecret}},
        oidc.attributeMapping
    );
    if (oidc.issuerUrl.empty())
      checker.add(at, "there is no issuer", "add .issuerUrl = \"https://…\"");
  }
}

void check_saml(const std::vector<SamlProvider>& providers, Checker& checker) {
  for (std::size_t i = 0; i < providers.size(); ++i) {
    const SamlMetadata& metadata = providers[i].metadata;
    const std::string at = fmt::format(".saml[{}]", i);
    checker.check(at, {}, providers[i].attributeMapping);
    const std::string_view content = metadata.metadataContent.view();
    const bool is_url = metadata.metadataType == SamlMetadataType::url;
    if (content.empty()) {
      checker.add(at, "there is no metadata", "add .metadata = {.metadataContent = \"https://…\"}");
    } else if (is_url && !content.starts_with("https://")) {
      checker.add(
          at + ".metadata", "the metadata is no URL with `https://`",
          "for the XML itself, add .metadataType = SamlMetadataType::file"
      );
    }
  }
}

void check_names(const ExternalProviders& external, Checker& checker) {
  std::set<std::string> seen;
  for (const std::string& name : provider_names(external)) {
    if (!seen.insert(name).second)
      checker.add("", fmt::format("two providers are called `{}`", name), "name one differently");
  }
}

}  // namespace

void check_providers(const AuthProps& props, Faults& faults) {
  const ExternalProviders& external = props.loginWith.externalProviders;
  if (!external.given) return;
  Checker checker(props, faults);
  if (external.callbackUrls.empty()) {
    checker.add(
        ".callbackUrls", "external providers need to know where users go after they sign in",
        "add .callbackUrls = {\"https://…\"}"
    );
  }
  if (external.logoutUrls.empty()) {
    checker.add(
        ".logoutUrls", "external providers need to know where users go after they sign out",
        "add .logoutUrls = {\"https://…\"}"
    );
  }
  check_social(".google", external.google, checker);
  check_social(".facebook", external.facebook, checker);
  check_social(".loginWithAmazon", external.loginWithAmazon, checker);
  check_apple(external.signInWithApple, checker);
  check_oidc(external.oidc, checker);
  check_saml(external.saml, checker);
  check_names(external, checker);
}

}  // namespace amplify::cognito
