// SPDX-License-Identifier: Apache-2.0
#include "auth/auth.hpp"

#include <amplify/cdk/fn.hpp>

#include <string_view>

namespace amplify::cognito {
namespace {

using cdk::Any;
using cdk::Construct;
using cdk::Json;
using cdk::Resource;

constexpr std::string_view verification_message =
    "The verification code to your new account is {####}";
constexpr std::string_view verification_subject = "Verify your new account";

Resource user_pool(const Construct& scope, const EmailLogin& email, std::source_location where) {
  const Json subject = email.verificationEmailSubject.value_or(std::string(verification_subject));
  const Json message = verification_message;
  const Json emails = Json::array({"email"});
  return Resource(
      Construct(scope, "UserPool", where), "Resource", "AWS::Cognito::UserPool",
      Json::object({
          {"AccountRecoverySetting",
           Json::object(
               {{"RecoveryMechanisms",
                 Json::array({Json::object({{"Name", "verified_email"}, {"Priority", 1}})})}}
           )},
          {"AdminCreateUserConfig", Json::object({{"AllowAdminCreateUserOnly", false}})},
          {"AutoVerifiedAttributes", emails},
          {"EmailVerificationMessage", message},
          {"EmailVerificationSubject", subject},
          {"Policies", Json::object(
                           {{"PasswordPolicy", Json::object({
                                                   {"MinimumLength", 8},
                                                   {"RequireLowercase", true},
                                                   {"RequireNumbers", true},
                                                   {"RequireSymbols", true},
                                                   {"RequireUppercase", true},
                                               })}}
                       )},
          {"Schema",
           Json::array({Json::object({{"Name", "email"}, {"Mutable", true}, {"Required", true}})})},
          {"SmsVerificationMessage", message},
          {"UserAttributeUpdateSettings",
           Json::object({{"AttributesRequireVerificationBeforeUpdate", emails}})},
          {"UsernameAttributes", emails},
          {"UsernameConfiguration", Json::object({{"CaseSensitive", false}})},
          {"VerificationMessageTemplate", Json::object({
                                              {"DefaultEmailOption", "CONFIRM_WITH_CODE"},
                                              {"EmailMessage", message},
                                              {"EmailSubject", subject},
                                              {"SmsMessage", message},
                                          })},
      }),
      where
  );
}

Resource user_pool_client(
    const Construct& scope, const Resource& pool, std::source_location where
) {
  return Resource(
      Construct(scope, "UserPoolAppClient", where), "Resource", "AWS::Cognito::UserPoolClient",
      Json::object({
          {"AllowedOAuthFlows", Json::array({"code"})},
          {"AllowedOAuthFlowsUserPoolClient", true},
          {"AllowedOAuthScopes",
           Json::array({"profile", "phone", "email", "openid", "aws.cognito.signin.user.admin"})},
          {"CallbackURLs", Json::array({"https://example.com"})},
          {"ExplicitAuthFlows",
           Json::array({"ALLOW_CUSTOM_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"})},
          {"PreventUserExistenceErrors", "ENABLED"},
          {"SupportedIdentityProviders", Json::array({"COGNITO"})},
          {"UserPoolId", pool.ref()},
      }),
      where
  );
}

/// The pool as the identity pool knows it.
Any provider_name(const Resource& pool) {
  return cdk::fn::concat({"cognito-idp.", cdk::aws::region(), ".amazonaws.com/", pool.ref()});
}

Resource identity_pool(
    const Construct& scope, const Resource& pool, const Resource& client, std::source_location where
) {
  return Resource(
      scope, "IdentityPool", "AWS::Cognito::IdentityPool",
      Json::object({
          {"AllowUnauthenticatedIdentities", true},
          {"CognitoIdentityProviders",
           Json::array(
               {Json::object({{"ClientId", client.ref()}, {"ProviderName", provider_name(pool)}})}
           )},
          {"SupportedLoginProviders", Json::object({})},
      }),
      where
  );
}

/// The role of the pool's identities that are `kind`: `authenticated` or `unauthenticated`.
Resource identity_role(
    const Construct& scope, std::string_view kind, const Resource& identities,
    std::source_location where
) {
  const Json trust = Json::object({
      {"Effect", "Allow"},
      {"Action", "sts:AssumeRoleWithWebIdentity"},
      {"Principal", Json::object({{"Federated", "cognito-identity.amazonaws.com"}})},
      {"Condition",
       Json::object({
           {"StringEquals", Json::object({{"cognito-identity.amazonaws.com:aud", identities.ref()}})
           },
           {"ForAnyValue:StringLike", Json::object({{"cognito-identity.amazonaws.com:amr", kind}})},
       })},
  });
  return Resource(
      Construct(scope, std::string(kind) + "UserRole", where), "Resource", "AWS::IAM::Role",
      Json::object({
          {"AssumeRolePolicyDocument",
           Json::object({{"Version", "2012-10-17"}, {"Statement", Json::array({trust})}})},
      }),
      where
  );
}

struct Roles {
  Resource authenticated;
  Resource unauthenticated;
};

Resource role_attachment(
    const Construct& scope, const Resource& pool, const Resource& client,
    const Resource& identities, const Roles& roles, std::source_location where
) {
  const Any provider = cdk::fn::concat({provider_name(pool), ":", client.ref()});
  return Resource(
      scope, "IdentityPoolRoleAttachment", "AWS::Cognito::IdentityPoolRoleAttachment",
      Json::object({
          {"IdentityPoolId", identities.ref()},
          {"Roles", Json::object({
                        {"authenticated", roles.authenticated.getAtt("Arn")},
                        {"unauthenticated", roles.unauthenticated.getAtt("Arn")},
                    })},
          {"RoleMappings", Json::object(
                               {{"UserPoolWebClientRoleMapping",
                                 Json::object({
                                     {"AmbiguousRoleResolution", "AuthenticatedRole"},
                                     {"IdentityProvider", provider},
                                     {"Type", "Token"},
                                 })}}
                           )},
      }),
      where
  );
}

}  // namespace

std::vector<Diagnostic> check(const defineAuth& auth) {
  if (auth.props.loginWith.email.isOn()) return {};
  return {
      {.code = "MissingLoginMethodError",
       .where = "defineAuth",
       .message = "loginWith names no way to sign in",
       .help = "write .loginWith = {.email = true}",
       .source = auth.where}
  };
}

AuthResources build(const cdk::NestedStack& stack, const defineAuth& auth) {
  const auto where = auth.where;
  const auto& email = auth.props.loginWith.email;
  Construct scope(stack, "amplifyAuth", where);
  scope.addTag("amplify:friendly-name", "amplifyAuth");
  const Resource pool = user_pool(scope, email.isOn() ? email.options() : EmailLogin{}, where);
  const Resource client = user_pool_client(scope, pool, where);
  const Resource identities = identity_pool(scope, pool, client, where);
  const Roles roles{
      .authenticated = identity_role(scope, "authenticated", identities, where),
      .unauthenticated = identity_role(scope, "unauthenticated", identities, where),
  };
  const Resource attachment = role_attachment(scope, pool, client, identities, roles, where);
  return {
      .stack = stack,
      .userPool = pool,
      .userPoolClient = client,
      .identityPool = identities,
      .identityPoolRoleAttachment = attachment,
      .authenticatedUserIamRole = roles.authenticated,
      .unauthenticatedUserIamRole = roles.unauthenticated,
      .cfnResources =
          {
              .userPool = pool,
              .userPoolClient = client,
              .identityPool = identities,
              .identityPoolRoleAttachment = attachment,
              .authenticatedUserIamRole = roles.authenticated,
              .unauthenticatedUserIamRole = roles.unauthenticated,
          },
  };
}

}  // namespace amplify::cognito
