// SPDX-License-Identifier: Apache-2.0
// However many models there are, every stack deploys, and no model disturbs another.
#include "data/api.hpp"

#include <amplify/cdk/app.hpp>
#include <amplify/cdk/stack.hpp>
#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace amplify::appsync {
namespace {

using nlohmann::json;

ir::Field field(std::string name, ir::Scalar scalar = ir::Scalar::string) {
  return {.name = std::move(name), .type = {.scalar = scalar}};
}

ir::Field relation(
    std::string name, std::string model, ir::Relationship kind, std::vector<std::string> references
) {
  return {
      .name = std::move(name),
      .type =
          {.kind = ir::TypeKind::model,
           .name = std::move(model),
           .array = kind == ir::Relationship::hasMany},
      .relation = ir::Relation{.kind = kind, .references = std::move(references)},
  };
}

const std::vector<ir::Rule> rules = {
    {.allow = ir::Allow::owner, .ownerField = "owner"},
    {.allow = ir::Allow::private_, .operations = {ir::Operation::read}},
};

/// Two models with relations both ways, two rules and an index each.
void add_pair(ir::Definition& schema, int number) {
  const std::string parent = "Parent" + std::to_string(number);
  const std::string child = "Child" + std::to_string(number);
  const auto index = [](const std::string& model) {
    return std::vector<ir::Index>{
        {.name = "byTitle", .partitionKey = "title", .queryField = "byTitleOf" + model}
    };
  };
  schema.models.push_back(
      {.name = parent,
       .fields =
           {field("title"), relation("children", child, ir::Relationship::hasMany, {"parentId"})},
       .indexes = index(parent),
       .rules = rules}
  );
  schema.models.push_back(
      {.name = child,
       .fields =
           {field("title"), field("parentId", ir::Scalar::id),
            relation("parent", parent, ir::Relationship::belongsTo, {"parentId"})},
       .indexes = index(child),
       .rules = rules}
  );
}

ir::Definition schema_of(const std::set<int>& pairs) {
  ir::Definition schema;
  for (const int pair : pairs)
    add_pair(schema, pair);
  return schema;
}

cdk::CloudAssembly synth(ir::Definition schema) {
  cdk::App app;
  const cdk::Stack root(app, "root");
  const ApiDefinition api{
      .name = "amplifyData",
      .schema = std::move(schema),
      .defaultProvider = ir::Provider::userPools,
      .signIn = true,
  };
  const cdk::Any any =
      cdk::Resource(root, "Pool", "AWS::Cognito::UserPool", cdk::Json::object({})).ref();
  const SignIn sign_in{any, any, any, any};
  const cdk::NestedStack stack(root, "data");
  functions::Registry functions({});
  build(stack, api, sign_in, functions, [] { return std::string("main"); });
  return app.synth();
}

class Size : public ::testing::TestWithParam<int> {};

TEST_P(Size, EveryStackIsWithinCloudFormationsLimits) {
  std::set<int> pairs;
  for (int pair = 0; 2 * pair < GetParam(); ++pair)
    pairs.insert(pair);
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
  for (const auto& stack : synth(schema_of(pairs)).stacks) {
    EXPECT_LE(stack.templateBody.size(), 1'000'000U) << stack.path;
    const json body = json::parse(stack.templateBody);
    EXPECT_LE(body["Resources"].size(), 500U) << stack.path;
    EXPECT_LE(body.value("Parameters", json::object()).size(), 200U) << stack.path;
    EXPECT_LE(body.value("Outputs", json::object()).size(), 200U) << stack.path;
  }
}

INSTANTIATE_TEST_SUITE_P(Partition, Size, ::testing::Values(1, 50, 300, 1000, 1500));

/// Of every model's resources, where they are and what: by stack and logical id.
std::map<std::string, json> models_of(const cdk::CloudAssembly& assembly) {
  std::map<std::string, json> all;
  for (const auto& stack : assembly.stacks) {
    const std::string_view path = stack.path;
    if (path.find("/Models") == std::string_view::npos) continue;
    const json body = json::parse(stack.templateBody);
    for (const auto& [id, resource] : body.at("Resources").items())
      all.emplace(stack.path + "/" + id, resource);
  }
  return all;
}

TEST(Partition, NoModelMovesOrChangesWhenOthersComeAndGo) {
  std::mt19937 random(1);
  const auto number = [&] { return std::uniform_int_distribution(0, 199)(random); };
  std::set<int> pairs;
  while (pairs.size() < 40)
    pairs.insert(number());
  auto before = models_of(synth(schema_of(pairs)));
  for (int change = 0; change < 20; ++change) {
    for (int i = 0; i < 5; ++i) {
      const int pair = number();
      if (!pairs.erase(pair)) pairs.insert(pair);
    }
    auto after = models_of(synth(schema_of(pairs)));
    std::set<std::string> stayed;
    for (const auto& [place, resource] : after) {
      const auto was = before.find(place);
      if (was == before.end()) continue;
      EXPECT_EQ(resource, was->second) << place;
      stayed.insert(place);
    }
    // What is left of a model is all of it: it is nowhere else.
    std::size_t expected = 0;
    for (const auto& [place, resource] : before) {
      for (const int pair : pairs) {
        const std::string model = std::to_string(pair);
        const bool own = place.find("/Parent" + model + "Table") != std::string::npos ||
                         place.find("/Child" + model + "Table") != std::string::npos;
        if (own) ++expected;
      }
    }
    std::size_t tables = 0;
    for (const std::string& place : stayed)
      if (after.at(place)["Type"] == "AWS::DynamoDB::Table") ++tables;
    EXPECT_EQ(tables, expected);
    before = std::move(after);
  }
}

}  // namespace
}  // namespace amplify::appsync
