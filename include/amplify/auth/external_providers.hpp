// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/auth/addresses.hpp>
#include <amplify/auth/user_attributes.hpp>
#include <amplify/checked.hpp>
#include <amplify/secret.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace amplify {
namespace detail {

struct provider_name_text {
  static constexpr void check(std::string_view text) {
    if (text.size() < 3 || text.size() > 32) throw "a provider's name has 3 to 32 characters";
    if (text.front() == '_') throw "a provider's name doesn't start with `_`";
    if (text.find(' ') != std::string_view::npos) throw "a provider's name has no spaces";
    for (const std::string_view taken :
         {"COGNITO", "Google", "Facebook", "LoginWithAmazon", "SignInWithApple"})
      if (text == taken) throw "this name is one of Cognito's own; give another";
  }
};

}  // namespace detail

/// A claim of a provider for an attribute of your own: `{"custom:tenant", "hd"}`.
struct CustomMapping {
  CustomAttributeName attribute{};
  Text claim{};
};

/// From which of the provider's claims the attributes of a user are taken at each sign-in:
/// `.givenName = "given_name"`. Where users sign in by email alone, and not by phone, `email` is
/// taken from the provider's address without being named; SAML providers name their own.
struct AttributeMapping {
  Text address{};
  Text birthdate{};
  Text email{};
  Text emailVerified{};
  Text familyName{};
  Text gender{};
  Text givenName{};
  Text locale{};
  Text middleName{};
  Text fullname{};
  Text nickname{};
  Text phoneNumber{};
  Text profilePicture{};
  Text preferredUsername{};
  Text profilePage{};
  Text timezone{};
  Text lastUpdateTime{};
  Text website{};
  std::vector<CustomMapping> custom{};
};

/// Google, or Login with Amazon.
struct SocialProvider {
  BackendSecret clientId{};
  BackendSecret clientSecret{};
  /// Default: `profile`.
  std::vector<Text> scopes{};
  AttributeMapping attributeMapping{};
  bool given = true;
};

struct FacebookProvider {
  BackendSecret clientId{};
  BackendSecret clientSecret{};
  /// Of the Graph API: `v17.0`. Default: the latest.
  Text apiVersion{};
  /// Default: `public_profile`.
  std::vector<Text> scopes{};
  AttributeMapping attributeMapping{};
  bool given = true;
};

struct AppleProvider {
  BackendSecret clientId{};
  BackendSecret teamId{};
  BackendSecret keyId{};
  BackendSecret privateKey{};
  /// Default: `name`.
  std::vector<Text> scopes{};
  AttributeMapping attributeMapping{};
  bool given = true;
};

/// How Cognito asks a provider for a user's attributes.
enum class AttributeRequestMethod : std::uint8_t { get, post };

/// Where a provider does what. Default: as its `/.well-known/openid-configuration` says.
struct OidcEndpoints {
  HttpsUrl authorization{};
  HttpsUrl token{};
  HttpsUrl userInfo{};
  HttpsUrl jwksUri{};
  bool given = true;
};

using ProviderName = CheckedText<detail::provider_name_text>;

/// A provider that speaks OpenID Connect.
struct OidcProvider {
  /// What clients name it by: `signInWithRedirect({provider: {custom: name}})`. Default: `OIDC1`
  /// for the first without a name, and so on.
  ProviderName name{};
  BackendSecret clientId{};
  BackendSecret clientSecret{};
  /// Required.
  HttpsUrl issuerUrl{};
  /// Default: `openid`.
  std::vector<Text> scopes{};
  /// Other names by which the sign-in pages may find it, such as the domain of its users'
  /// addresses.
  std::vector<Text> identifiers{};
  AttributeRequestMethod attributeRequestMethod = AttributeRequestMethod::get;
  OidcEndpoints endpoints{.given = false};
  AttributeMapping attributeMapping{};
};

enum class SamlMetadataType : std::uint8_t {
  url,
  /// The XML text itself.
  file
};

struct SamlMetadata {
  Text metadataContent{};
  SamlMetadataType metadataType = SamlMetadataType::url;
};

enum class SamlSigningAlgorithm : std::uint8_t { none, rsaSha256 };

/// A provider that speaks SAML 2.0.
struct SamlProvider {
  /// What clients name it by. Default: `SAML1` for the first without a name, and so on.
  ProviderName name{};
  /// Required.
  SamlMetadata metadata{};
  std::vector<Text> identifiers{};
  /// Signs users out of the provider too.
  bool idpSignout = false;
  /// Takes encrypted assertions only.
  bool encryptedResponses = false;
  SamlSigningAlgorithm requestSigningAlgorithm = SamlSigningAlgorithm::none;
  /// Lets users start at the provider.
  bool idpInitiated = false;
  AttributeMapping attributeMapping{};
};

/// What an app may ask of the user pool about a user.
enum class OAuthScope : std::uint8_t { phone, email, openid, profile, cognitoAdmin };

/// Sign-in with accounts at other services, on Cognito's sign-in pages.
///
/// Where it is the only way to sign in, users can't sign up with a password.
struct ExternalProviders {
  SocialProvider google{.given = false};
  FacebookProvider facebook{.given = false};
  SocialProvider loginWithAmazon{.given = false};
  AppleProvider signInWithApple{.given = false};
  std::vector<OidcProvider> oidc{};
  /// New ones go to the end: the first keeps its place in the template, others go by their names.
  std::vector<SamlProvider> saml{};
  /// Default: all.
  std::vector<OAuthScope> scopes{};
  /// Required.
  std::vector<RedirectUrl> callbackUrls{};
  /// Required.
  std::vector<RedirectUrl> logoutUrls{};
  /// Default: 20 characters made from the app, the branch and the kind of deployment. Another
  /// prefix makes another domain: the addresses registered with the providers change.
  DomainPrefix domainPrefix{};
  bool given = true;
};

}  // namespace amplify
