// SPDX-License-Identifier: Apache-2.0
#include "data/model_resources.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

namespace amplify::appsync {
namespace {

// Where a model lives must never change: its table would be replaced.
TEST(ModelStack, DependsOnTheNameAlone) {
  EXPECT_EQ(model_stack("Post"), "Models03");
  EXPECT_EQ(model_stack("Todo"), "Modelsbc");
}

TEST(ModelStack, ThousandsOfModelsFit) {
  std::map<std::string, int> models;
  for (int i = 0; i < 2500; ++i)
    ++models[model_stack("Model" + std::to_string(i))];
  const auto fullest =
      std::ranges::max_element(models, {}, [](const auto& entry) { return entry.second; });
  constexpr int resources_of_a_model = 11;
  EXPECT_LE(fullest->second * resources_of_a_model, 500);
}

}  // namespace
}  // namespace amplify::appsync
