// SPDX-License-Identifier: Apache-2.0
#include "schema/print.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

struct amplify::defineFunction {};

namespace amplify::ir {
namespace {

using nlohmann::json;

const defineFunction one;
const defineFunction two;

json printed(const Definition& definition) { return json::parse(print(definition)); }

TEST(Print, LeavesOutWhatIsEmpty) {
  EXPECT_EQ(print({}), "{}");
  EXPECT_EQ(
      printed({.models = {{.name = "Post"}}}),
      json::parse(R"({"models": [{"name": "Post", "fields": []}]})")
  );
}

TEST(Print, WritesModels) {
  const Definition definition{
      .models =
          {{.name = "Post",
            .fields =
                {{.name = "likes",
                  .type = {.scalar = Scalar::integer, .required = true},
                  .defaultValue = std::int64_t{0},
                  .validations = {{Constraint::gte, "0", "too few"}},
                  .rules = {{.allow = Allow::groups, .groups = {"A"}}}},
                 {.name = "tags", .type = {.array = true, .elementRequired = true}},
                 {.name = "comments",
                  .type = {.kind = TypeKind::model, .name = "Comment", .array = true},
                  .relation = Relation{Relationship::hasMany, {"postId"}}}},
            .identifier = {"id"},
            .indexes =
                {{.name = "byLikes",
                  .partitionKey = "likes",
                  .sortKeys = {"id"},
                  .queryField = "posts",
                  .projection = Projection::include,
                  .nonKeyAttributes = {"tags"},
                  .named = true}},
            .disabledOperations = {GeneratedOperation::delete_},
            .rules = {{.ownerField = "owner", .operations = {Operation::delete_, Operation::read}}}}
          },
      .enums = {{"Level", {"LOW"}}},
  };
  EXPECT_EQ(printed(definition), json::parse(R"({
    "models": [{
      "name": "Post",
      "fields": [
        {"name": "likes", "type": {"kind": "scalar", "scalar": "integer", "required": true}, "defaultValue": 0,
         "validations": [{"constraint": "gte", "value": "0", "errorMessage": "too few"}],
         "rules": [{"allow": "groups", "provider": "userPools", "groups": ["A"]}]},
        {"name": "tags", "type": {"kind": "scalar", "scalar": "string", "array": true, "elementRequired": true}},
        {"name": "comments", "type": {"kind": "model", "name": "Comment", "array": true},
         "relation": {"kind": "hasMany", "references": ["postId"]}}
      ],
      "identifier": ["id"],
      "indexes": [{"name": "byLikes", "partitionKey": "likes", "sortKeys": ["id"], "queryField": "posts",
                   "projection": "INCLUDE", "nonKeyAttributes": ["tags"], "named": true}],
      "disabledOperations": ["delete"],
      "rules": [{"allow": "owner", "provider": "userPools", "ownerField": "owner", "operations": ["delete", "read"]}]
    }],
    "enums": [{"name": "Level", "values": ["LOW"]}]
  })"));
}

TEST(Print, WritesOperations) {
  const Definition definition{
      .customTypes = {{.name = "BoxInput", .inputOnly = true}},
      .operations =
          {{.kind = OperationType::mutation,
            .name = "send",
            .arguments = {{"box", {.kind = TypeKind::customType, .name = "BoxInput"}}},
            .returns = Type{.scalar = Scalar::float_},
            .rules = {{.allow = Allow::public_, .provider = Provider::apiKey}},
            .handlers =
                {{.function = &two},
                 {.function = &one, .async = true},
                 {.functionName = "other"},
                 {.kind = Handler::Kind::custom, .entry = "a.js", .dataSourceModel = "Post"}}},
           {.kind = OperationType::subscription, .name = "sent", .mutations = {"send"}}},
      .functionAccess = {{.function = &one, .mutate = false}},
  };
  EXPECT_EQ(printed(definition), json::parse(R"({
    "customTypes": [{"name": "BoxInput", "fields": [], "inputOnly": true}],
    "operations": [
      {"kind": "mutation", "name": "send",
       "arguments": [{"name": "box", "type": {"kind": "customType", "name": "BoxInput"}}],
       "returns": {"kind": "scalar", "scalar": "float"},
       "rules": [{"allow": "public", "provider": "apiKey"}],
       "handlers": [{"kind": "function", "function": 1}, {"kind": "function", "function": 2, "async": true},
                    {"kind": "function", "functionName": "other"},
                    {"kind": "custom", "entry": "a.js", "dataSourceModel": "Post"}]},
      {"kind": "subscription", "name": "sent", "mutations": ["send"]}
    ],
    "functionAccess": [{"function": 2, "query": true, "mutate": false, "listen": true}]
  })"));
}

TEST(Print, KeepsTypesOfDefaults) {
  for (const auto& [literal, text] : std::initializer_list<std::pair<Literal, json>>{
           {true, true}, {0.5, 0.5}, {std::string("\"x\""), "\"x\""}, {std::int64_t{-1}, -1}
       })
    EXPECT_EQ(
        printed({.customTypes = {{.name = "A", .fields = {{.name = "a", .defaultValue = literal}}}}}
        )["customTypes"][0]["fields"][0]["defaultValue"],
        text
    );
}

}  // namespace
}  // namespace amplify::ir
