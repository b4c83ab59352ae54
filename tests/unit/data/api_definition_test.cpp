// SPDX-License-Identifier: Apache-2.0
#include "data/api_definition.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <amplify/function.hpp>
#include <amplify/schema.hpp>

namespace amplify::appsync {
namespace {

using namespace amplify::literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr auto by_owner =
    a.schema("Note"_s = a.model("text"_s = a.string()).authorization(allow.owner()));
constexpr auto by_key =
    a.schema("Note"_s = a.model("text"_s = a.string()).authorization(allow.publicApiKey()));
constexpr auto by_guest =
    a.schema("Note"_s = a.model("text"_s = a.string()).authorization(allow.guest()));

struct Result {
  ApiDefinition api{};
  std::vector<Diagnostic> errors{};
};

Result resolve(const defineData& data, bool sign_in) {
  Result result;
  result.api = api_definition(data, sign_in, result.errors);
  return result;
}

TEST(ApiDefinition, DefaultsToTheUserPoolWhereThereIsAuth) {
  const auto [api, errors] = resolve(defineData({.schema = by_owner}), true);
  EXPECT_THAT(errors, IsEmpty());
  EXPECT_EQ(api.defaultProvider, ir::Provider::userPools);
  EXPECT_FALSE(api.apiKey);
  EXPECT_THAT(additional_providers(api), ElementsAre(ir::Provider::identityPool));
}

TEST(ApiDefinition, DefaultsToASevenDayKeyWithoutAuth) {
  const auto [api, errors] = resolve(defineData({.schema = by_key}), false);
  EXPECT_THAT(errors, IsEmpty());
  EXPECT_EQ(api.defaultProvider, ir::Provider::apiKey);
  ASSERT_TRUE(api.apiKey);
  EXPECT_EQ(api.apiKey->expiresInDays, 7);
}

TEST(ApiDefinition, ListsAdditionalModesInThePeersOrder) {
  const auto [api, errors] = resolve(
      defineData(
          {.schema = by_owner,
           .authorizationModes =
               {.defaultAuthorizationMode = AuthorizationMode::identityPool,
                .apiKeyAuthorizationMode = {.expiresInDays = 30}}}
      ),
      true
  );
  EXPECT_THAT(errors, IsEmpty());
  EXPECT_THAT(
      additional_providers(api), ElementsAre(ir::Provider::apiKey, ir::Provider::userPools)
  );
}

TEST(ApiDefinition, SeveralModesNeedADefault) {
  const auto [api, errors] = resolve(
      defineData({.schema = by_owner, .authorizationModes = {.apiKeyAuthorizationMode = {}}}), true
  );
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].code, "DefineDataConfigurationError");
  EXPECT_THAT(errors[0].message, HasSubstr("a default is required"));
  EXPECT_NE(errors[0].source.line(), 0u);
}

TEST(ApiDefinition, AKeyLivesForAYearAtMost) {
  for (const int days : {0, -1, 366}) {
    const auto [api, errors] = resolve(
        defineData(
            {.schema = by_key,
             .authorizationModes = {.apiKeyAuthorizationMode = {.expiresInDays = days}}}
        ),
        false
    );
    ASSERT_EQ(errors.size(), 1u) << days;
    EXPECT_THAT(errors[0].where, HasSubstr("expiresInDays"));
    EXPECT_THAT(errors[0].message, HasSubstr(std::to_string(days)));
  }
}

TEST(ApiDefinition, ARuleNeedsItsMode) {
  const auto key = resolve(defineData({.schema = by_key}), true);
  ASSERT_EQ(key.errors.size(), 1u);
  EXPECT_EQ(key.errors[0].code, "MissingAuthorizationModeError");
  EXPECT_EQ(key.errors[0].where, "Note");
  EXPECT_THAT(key.errors[0].help, HasSubstr("apiKeyAuthorizationMode"));

  const auto guest = resolve(defineData({.schema = by_guest}), false);
  ASSERT_EQ(guest.errors.size(), 1u);
  EXPECT_THAT(guest.errors[0].help, HasSubstr("defineAuth"));
}

constexpr auto by_field_and_operation = a.schema(
    "Note"_s =
        a.model("text"_s = a.string(), "secret"_s = a.string().authorization(allow.publicApiKey()))
            .authorization(allow.owner()),
    "ping"_s = a.query()
                   .returns(a.string())
                   .authorization(allow.publicApiKey())
                   .handler(a.handler.function("ping"))
);

TEST(ApiDefinition, RulesOfFieldsAndOperationsNeedTheirModeToo) {
  const auto [api, errors] = resolve(defineData({.schema = by_field_and_operation}), true);
  ASSERT_EQ(errors.size(), 2u);
  EXPECT_EQ(errors[0].where, "Note");
  EXPECT_EQ(errors[1].where, "ping");
  for (const Diagnostic& error : errors)
    EXPECT_THAT(error.message, HasSubstr("'API key'"));
}

constexpr auto by_modes_to_come = a.schema(
    "Foreign"_s = a.model("text"_s = a.string()).authorization(allow.owner("oidc")),
    "Special"_s = a.model("text"_s = a.string()).authorization(allow.custom())
);

TEST(ApiDefinition, ModesThatAreNotHereAreRefused) {
  const auto [api, errors] = resolve(defineData({.schema = by_modes_to_come}), true);
  ASSERT_EQ(errors.size(), 2u);
  EXPECT_THAT(errors[0].message, HasSubstr("'OpenID Connect'"));
  EXPECT_THAT(errors[1].message, HasSubstr("'Lambda authorizer'"));
}

TEST(ApiDefinition, ReadsSchemasInGraphql) {
  const auto [api, errors] = resolve(
      defineData({.schema = "type Todo @model @auth(rules: [{allow: owner}]) { content: String! }"}
      ),
      true
  );
  EXPECT_THAT(errors, IsEmpty());
  ASSERT_EQ(api.schema.models.size(), 1u);
  EXPECT_EQ(api.schema.models[0].name, "Todo");
  EXPECT_TRUE(api.schema.models[0].fields.at(0).type.required);
}

TEST(ApiDefinition, FaultsOfASchemaInGraphqlHaveLineAndColumn) {
  const auto [api, errors] = resolve(
      defineData(
          {.schema = "type Todo @model @auth(rules: [{allow: owner}]) {\n  content: Strin\n}"}
      ),
      true
  );
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].code, "InvalidSchemaError");
  EXPECT_THAT(errors[0].where, HasSubstr("2:"));
  EXPECT_NE(errors[0].source.line(), 0u);
}

TEST(ApiDefinition, NoSchemaIsAnError) {
  const auto [api, errors] = resolve(defineData({}), true);
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].message, "no schema is given");
}

constexpr auto two_lists = a.schema(
    "Post"_s = a.model("text"_s = a.string()).authorization(allow.owner()),
    "Posts"_s = a.model("text"_s = a.string()).authorization(allow.owner())
);

TEST(ApiDefinition, TwoModelsNeedTwoListQueries) {
  const auto [api, errors] = resolve(defineData({.schema = two_lists}), true);
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].code, "InvalidSchemaError");
  EXPECT_EQ(errors[0].where, "Posts");
  EXPECT_EQ(errors[0].message, "Query.listPosts is there for the model 'Post' already");
}

TEST(ApiDefinition, TheDefaultModeMustBeThere) {
  const auto [api, errors] = resolve(
      defineData(
          {.schema = by_key,
           .authorizationModes =
               {.defaultAuthorizationMode = AuthorizationMode::userPool,
                .apiKeyAuthorizationMode = {}}}
      ),
      false
  );
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].where, "defineData");
  EXPECT_THAT(errors[0].message, HasSubstr("user pool"));
}

const defineFunction authorizer = defineFunction({.name = "authorizer", .entry = "./handler.ts"});

const OidcAuthorizationMode acme{
    .oidcProviderName = "acme",
    .oidcIssuerUrl = "https://id.example.com",
    .tokenExpiryFromAuthInSeconds = 3600,
    .tokenExpireFromIssueInSeconds = 3600,
};

constexpr auto by_token =
    a.schema("Note"_s = a.model("text"_s = a.string()).authorization(allow.owner("oidc")));
constexpr auto by_function =
    a.schema("Note"_s = a.model("text"_s = a.string()).authorization(allow.custom()));

TEST(ApiDefinition, TakesTheOneModeThatIsGivenWithoutAuth) {
  const auto oidc = resolve(
      defineData({.schema = by_token, .authorizationModes = {.oidcAuthorizationMode = acme}}), false
  );
  EXPECT_THAT(oidc.errors, IsEmpty());
  EXPECT_EQ(oidc.api.defaultProvider, ir::Provider::oidc);
  EXPECT_FALSE(oidc.api.apiKey);
  const auto lambda = resolve(
      defineData(
          {.schema = by_function,
           .authorizationModes = {.lambdaAuthorizationMode = {.function = authorizer}}}
      ),
      false
  );
  EXPECT_THAT(lambda.errors, IsEmpty());
  EXPECT_EQ(lambda.api.defaultProvider, ir::Provider::function);
}

TEST(ApiDefinition, WantsADefaultAmongSeveralModes) {
  const AuthorizationModes modes{
      .lambdaAuthorizationMode = {.function = authorizer}, .oidcAuthorizationMode = acme
  };
  const auto [api, errors] =
      resolve(defineData({.schema = by_token, .authorizationModes = modes}), false);
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].code, "DefineDataConfigurationError");
  EXPECT_THAT(errors[0].help, HasSubstr("::oidc"));
}

TEST(ApiDefinition, NeedsTheModesOfItsRules) {
  const auto token = resolve(defineData({.schema = by_token}), true);
  ASSERT_EQ(token.errors.size(), 1U);
  EXPECT_EQ(token.errors[0].code, "MissingAuthorizationModeError");
  EXPECT_THAT(token.errors[0].help, HasSubstr(".oidcAuthorizationMode"));
  const auto function = resolve(defineData({.schema = by_function}), true);
  ASSERT_EQ(function.errors.size(), 1U);
  EXPECT_THAT(function.errors[0].help, HasSubstr(".lambdaAuthorizationMode"));
}

TEST(ApiDefinition, ChecksTheSettingsOfModes) {
  const AuthorizationModes modes{
      .defaultAuthorizationMode = AuthorizationMode::lambda,
      .lambdaAuthorizationMode = {.timeToLiveInSeconds = 3601},
      .oidcAuthorizationMode = {.oidcIssuerUrl = "id.example.com"},
  };
  const auto [api, errors] =
      resolve(defineData({.schema = by_function, .authorizationModes = modes}), false);
  std::vector<std::string> places;
  for (const auto& error : errors) {
    EXPECT_EQ(error.code, "DefineDataConfigurationError");
    places.push_back(error.where.substr(error.where.rfind('.') + 1));
  }
  EXPECT_THAT(
      places, ElementsAre(
                  "function", "timeToLiveInSeconds", "oidcProviderName", "oidcIssuerUrl",
                  "tokenExpiryFromAuthInSeconds", "tokenExpireFromIssueInSeconds"
              )
  );
}

TEST(ApiDefinition, ChecksForHowLongLogsAreKept) {
  const auto [api, errors] = resolve(
      defineData({.schema = by_key, .logging = DataLogConfig{.retention = atRuntime("2 days")}}),
      false
  );
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].where, "defineData.logging.retention");
}

TEST(ApiDefinition, IsNamedAsAppSyncAndLogicalIdsTakeIt) {
  EXPECT_EQ(resolve(defineData({.schema = by_key}), false).api.name, "amplifyData");
  const auto [api, errors] = resolve(defineData({.schema = by_key, .name = "notes"}), false);
  EXPECT_THAT(errors, IsEmpty());
  EXPECT_EQ(api.name, "notes");
  for (const char* name : {"", "my notes", "a/b"}) {
    const auto faults = resolve(defineData({.schema = by_key, .name = name}), false).errors;
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_THAT(faults[0].message, HasSubstr("1 to 50 letters, digits and '_'"));
  }
}

}  // namespace
}  // namespace amplify::appsync
