// SPDX-License-Identifier: Apache-2.0
#include "auth/providers.hpp"

#include "auth/attributes.hpp"

#include <algorithm>
#include <cstddef>
#include <set>

namespace amplify::cognito {
namespace {

using cdk::Construct;
using cdk::List;
using cdk::Str;
using Entry = cdk::Map<Str>::Entry;
using Details = std::vector<Entry>;

/// A provider of any kind, by CloudFormation's words.
struct Provider {
  std::string id{};
  std::string name{};
  std::string_view type{};
  Details details{};
  const AttributeMapping& mapping;
  List<Str> identifiers{};
  /// The domain by which the identity pool knows the provider's own tokens; empty if it doesn't.
  std::string_view login{};
  Str clientId{};
};

Str joined(const std::vector<Text>& scopes, char separator, std::string_view otherwise) {
  std::string text;
  for (const auto& scope : scopes) {
    if (!text.empty()) text += separator;
    text += scope.view();
  }
  return text.empty() ? Str(otherwise) : Str(text);
}

void add_set(Details& details, std::string_view key, const Str& value) {
  if (value.isSet()) details.push_back({key, value});
}

Str secret(const Scope& scope, const BackendSecret& secret) {
  return secret.name.empty() ? Str("") : Str(scope.context.secret(secret));
}

/// How Cognito and the identity pool know a social provider.
struct Social {
  std::string_view id;
  std::string_view name;
  std::string_view login;
  std::string_view scope;
  char separator = ' ';
};

constexpr Social google{"GoogleIdP", "Google", "accounts.google.com", "profile"};
constexpr Social facebook{"FacebookIDP", "Facebook", "graph.facebook.com", "public_profile", ','};
constexpr Social amazon{"AmazonIDP", "LoginWithAmazon", "www.amazon.com", "profile"};

template <class SocialProps>
Provider social_provider(const Scope& scope, const SocialProps& props, const Social& social) {
  const Str id = secret(scope, props.clientId);
  return {
      .id = std::string(social.id),
      .name = std::string(social.name),
      .type = social.name,
      .details =
          {{"authorize_scopes", joined(props.scopes, social.separator, social.scope)},
           {"client_id", id},
           {"client_secret", secret(scope, props.clientSecret)}},
      .mapping = props.attributeMapping,
      .login = social.login,
      .clientId = id,
  };
}

Provider apple(const Scope& scope, const AppleProvider& apple) {
  const Str id = secret(scope, apple.clientId);
  return {
      .id = "AppleIDP",
      .name = "SignInWithApple",
      .type = "SignInWithApple",
      .details =
          {{"authorize_scopes", joined(apple.scopes, ' ', "name")},
           {"client_id", id},
           {"key_id", secret(scope, apple.keyId)},
           {"private_key", secret(scope, apple.privateKey)},
           {"team_id", secret(scope, apple.teamId)}},
      .mapping = apple.attributeMapping,
      .login = "appleid.apple.com",
      .clientId = id,
  };
}

Provider oidc(const Scope& scope, const OidcProvider& oidc, std::size_t index, std::string name) {
  const std::string own = oidc.name.empty() ? std::to_string(index) : std::string(oidc.name.view());
  const bool is_post = oidc.attributeRequestMethod == AttributeRequestMethod::post;
  Provider provider{
      .id = own + "OidcIDP",
      .name = std::move(name),
      .type = "OIDC",
      .details =
          {{"attributes_request_method", is_post ? "POST" : "GET"},
           {"authorize_scopes", joined(oidc.scopes, ' ', "openid")},
           {"client_id", secret(scope, oidc.clientId)},
           {"client_secret", secret(scope, oidc.clientSecret)},
           {"oidc_issuer", value(oidc.issuerUrl)}},
      .mapping = oidc.attributeMapping,
      .identifiers = values(oidc.identifiers),
  };
  add_set(provider.details, "attributes_url", value(oidc.endpoints.userInfo));
  add_set(provider.details, "authorize_url", value(oidc.endpoints.authorization));
  add_set(provider.details, "jwks_uri", value(oidc.endpoints.jwksUri));
  add_set(provider.details, "token_url", value(oidc.endpoints.token));
  return provider;
}

Provider saml(const SamlProvider& saml, std::size_t index, std::string name) {
  const bool is_url = saml.metadata.metadataType == SamlMetadataType::url;
  Provider provider{
      .id = (index == 0 ? "" : name) + "SamlIDP",
      .name = std::move(name),
      .type = "SAML",
      .details =
          {{"IDPSignout", saml.idpSignout ? "true" : "false"},
           {is_url ? "MetadataURL" : "MetadataFile", value(saml.metadata.metadataContent)}},
      .mapping = saml.attributeMapping,
      .identifiers = values(saml.identifiers),
  };
  if (saml.encryptedResponses) provider.details.push_back({"EncryptedResponses", "true"});
  if (saml.idpInitiated) provider.details.push_back({"IDPInit", "true"});
  if (saml.requestSigningAlgorithm == SamlSigningAlgorithm::rsaSha256)
    provider.details.push_back({"RequestSigningAlgorithm", "rsa-sha256"});
  return provider;
}

std::vector<Provider> providers_of(const Scope& scope) {
  const ExternalProviders& external = scope.props.loginWith.externalProviders;
  std::vector<Provider> found;
  if (external.google.given) found.push_back(social_provider(scope, external.google, google));
  if (external.facebook.given) {
    found.push_back(social_provider(scope, external.facebook, facebook));
    add_set(found.back().details, "api_version", value(external.facebook.apiVersion));
  }
  if (external.loginWithAmazon.given)
    found.push_back(social_provider(scope, external.loginWithAmazon, amazon));
  if (external.signInWithApple.given) found.push_back(apple(scope, external.signInWithApple));
  const auto names = provider_names(external);
  for (std::size_t i = 0; i < external.oidc.size(); ++i)
    found.push_back(oidc(scope, external.oidc[i], i, names[i]));
  for (std::size_t i = 0; i < external.saml.size(); ++i)
    found.push_back(saml(external.saml[i], i, names[external.oidc.size() + i]));
  return found;
}

/// Where users sign in by phone too, an address that a provider claims must not become theirs
/// unasked.
cdk::Map<Str> mapping(const Scope& scope, const Provider& provider) {
  auto entries = attribute_mapping(provider.mapping);
  const bool is_mapped = std::ranges::find(entries, "email", &Entry::key) != entries.end();
  if (!is_mapped && !scope.props.loginWith.phone.isOn() && provider.type != "SAML")
    entries.push_back({"email", "email"});
  return entries.empty() ? cdk::Map<Str>() : cdk::Map<Str>(entries);
}

cdk::Resource resource(const Scope& scope, const cdk::Resource& pool, const Provider& provider) {
  return cfn::cognito::UserPoolIdentityProvider{
      Construct(scope.construct, scope.id(provider.id), scope.where),
      "Resource",
      {
          .attributeMapping = mapping(scope, provider),
          .idpIdentifiers = provider.identifiers,
          .providerDetails = cdk::Map<Str>(provider.details),
          .providerName = Str(provider.name),
          .providerType = Str(provider.type),
          .userPoolId = Str(pool.ref()),
      },
      {},
      scope.where
  };
}

cdk::Resource domain(const Scope& scope, const cdk::Resource& pool) {
  const DomainPrefix& own = scope.props.loginWith.externalProviders.domainPrefix;
  return cfn::cognito::UserPoolDomain{
      Construct(pool.scope(), scope.id("UserPoolDomain"), scope.where),
      "Resource",
      {
          .domain = own.empty() ? Str(scope.context.domainPrefix) : value(own),
          .userPoolId = Str(pool.ref()),
      },
      {},
      scope.where
  };
}

}  // namespace

std::vector<std::string> provider_names(const ExternalProviders& external) {
  std::vector<std::string> names;
  const auto add = [&](const auto& providers, std::string_view kind) {
    int nameless = 0;
    for (const auto& provider : providers) {
      names.push_back(
          provider.name.empty() ? std::string(kind) + std::to_string(++nameless)
                                : std::string(provider.name.view())
      );
    }
  };
  add(external.oidc, "OIDC");
  add(external.saml, "SAML");
  return names;
}

Providers providers(const Scope& scope, const cdk::Resource& pool) {
  Providers made;
  if (!scope.props.loginWith.externalProviders.given) return made;
  std::set<std::string> names;
  for (const Provider& provider : providers_of(scope)) {
    if (!names.insert(provider.name).second) continue;  // reported by the checks
    made.resources.emplace_back(provider.name, resource(scope, pool, provider));
    if (!provider.login.empty())
      made.logins.push_back({std::string(provider.login), provider.clientId});
  }
  made.domain = domain(scope, pool);
  return made;
}

}  // namespace amplify::cognito
