// SPDX-License-Identifier: Apache-2.0
// What docs/data.md shows.
#include <amplify/backend.hpp>
#include <amplify/cdk/dynamodb.hpp>
#include <amplify/cdk/fn.hpp>

using namespace amplify;
using namespace amplify::literals;

extern const defineData sdl_data;
extern const defineData partners_data;
extern const defineData existing_data;

namespace {

constexpr auto partners_schema = a.schema(
    "Offer"_s =
        a.model("text"_s = a.string()).authorization(allow.owner("oidc"), allow.custom().to("read"))
);

constexpr auto schema =
    a.schema("Post"_s = a.model("title"_s = a.string()).authorization(allow.owner()));

}  // namespace

// clang-format off: a definition reads best with a line for each entry
// [sdl]
const defineData sdl_data = defineData({
    .schema = R"(
      type Todo @model @auth(rules: [{allow: owner}, {allow: private, operations: [read]}]) {
        content: String! @validate(type: minLength, value: "1")
        state: State @default(value: "OPEN") @index(name: "byState", queryField: "todosByState")
        steps: [Step] @hasMany(references: ["todoId"])
      }
      type Step @model @auth(rules: [{allow: owner}]) {
        text: String
        todoId: ID
        todo: Todo @belongsTo(references: ["todoId"])
      }
      enum State { OPEN DONE }
    )",
});
// [/sdl]

// [modes]
const auto authorizer = defineFunction({.name = "authorizer", .entry = "./authorizer.ts"});

const defineData partners_data = defineData({
    .schema = partners_schema,
    .authorizationModes =
        {.defaultAuthorizationMode = AuthorizationMode::oidc,
         .lambdaAuthorizationMode = {.function = authorizer, .timeToLiveInSeconds = 300},
         .oidcAuthorizationMode =
             {.oidcProviderName = "acme",
              .oidcIssuerUrl = "https://id.example.com",
              .tokenExpiryFromAuthInSeconds = 3600,
              .tokenExpireFromIssueInSeconds = 3600}},
    .logging = DataLogConfig{.retention = "1 month", .fieldLogLevel = DataLogLevel::error},
});
// [/modes]
// clang-format on

void add_data_sources(
    const Backend& backend, const defineData& data, const cdk::dynamodb::Table& books
);

// [data-sources]
void add_data_sources(
    const Backend& backend, const defineData& data, const cdk::dynamodb::Table& books
) {
  backend[data].addDynamoDbDataSource("Books", books);
  backend[data].addHttpDataSource("Weather", "https://weather.example.com");
  backend[data].addEventBridgeDataSource(
      "Orders", "arn:aws:events:eu-west-1:123456789012:event-bus/orders"
  );
  backend[data].addDataSource(
      "Search", cdk::Json::object({
                    {"Type", "AMAZON_OPENSEARCH_SERVICE"},
                    {"OpenSearchServiceConfig", cdk::Json::object(
                                                    {{"AwsRegion", cdk::aws::region()},
                                                     {"Endpoint", "https://search.example.com"}}
                                                )},
                })
  );
}
// [/data-sources]

void set_tables(const Backend& backend, const defineData& data);

// [existing-tables]
const defineData existing_data = defineData({
    .schema = schema,
    .existingTables = {{.model = "Post", .tableName = "posts"}},
    .migratedAmplifyGen1DynamoDbTableMappings =
        {{.branchName = "main", .modelNameToTableNameMapping = {{"Post", "Post-abcdefgh-main"}}}},
});
// [/existing-tables]

// [tables]
void set_tables(const Backend& backend, const defineData& data) {
  backend[data].tables["Post"].set({
      .provisioned = TableCapacity{.read = 10, .write = 5},
      .pointInTimeRecovery = true,
      .deletionProtection = true,
  });
}
// [/tables]
