// SPDX-License-Identifier: Apache-2.0
#include "run/context.hpp"

#include "environment.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <amplify/error.hpp>

#include <fstream>

#include <unistd.h>

namespace amplify::detail {
namespace {

using amplify::testing::Variable;
using ::testing::HasSubstr;

std::string fault() {
  try {
    read_context();
  } catch (const UserError& error) {
    return error.what();
  }
  return {};
}

/// Tests run side by side.
std::string context_file() {
  return ::testing::TempDir() + "context" + std::to_string(::getpid()) + ".json";
}

TEST(Context, IsEmptyWithoutTheCli) {
  const Context context = read_context();
  EXPECT_FALSE(context.space);
  EXPECT_FALSE(context.name);
  EXPECT_FALSE(context.type);
}

TEST(Context, ReadsTheIdentity) {
  const Variable json(
      "CDK_CONTEXT_JSON", R"({"amplify-backend-namespace":"shop","amplify-backend-name":"ann",
      "amplify-backend-type":"sandbox","secretLastUpdated":1})"
  );
  const Context context = read_context();
  EXPECT_EQ(context.space, "shop");
  EXPECT_EQ(context.name, "ann");
  EXPECT_EQ(context.type, "sandbox");
}

TEST(Context, ContinuesInTheOverflowFile) {
  const std::string path = context_file();
  std::ofstream(path) << R"({"amplify-backend-name":"ann"})";
  const Variable json("CDK_CONTEXT_JSON", R"({"amplify-backend-namespace":"shop"})");
  const Variable overflow("CONTEXT_OVERFLOW_LOCATION_ENV", path);
  EXPECT_EQ(read_context().space, "shop");
  EXPECT_EQ(read_context().name, "ann");
}

TEST(Context, BrokenJsonIsAnError) {
  const Variable json("CDK_CONTEXT_JSON", "{\"amplify-backend-name\":");
  EXPECT_THAT(fault(), HasSubstr("error[InvalidContextError] CDK_CONTEXT_JSON: not JSON"));
}

TEST(Context, AnythingButAnObjectIsAnError) {
  const Variable json("CDK_CONTEXT_JSON", "[1]");
  EXPECT_THAT(fault(), HasSubstr("the context is a JSON array"));
}

TEST(Context, AValueThatIsNoStringIsAnError) {
  const Variable json("CDK_CONTEXT_JSON", R"({"amplify-backend-name":7})");
  EXPECT_THAT(
      fault(), HasSubstr("error[InvalidContextError] amplify-backend-name: the context value is 7")
  );
}

TEST(Context, TheOverflowFilePrecedesTheVariable) {
  const std::string path = context_file();
  std::ofstream(path) << R"({"amplify-backend-name":"bob"})";
  const Variable json("CDK_CONTEXT_JSON", R"({"amplify-backend-name":"ann"})");
  const Variable overflow("CONTEXT_OVERFLOW_LOCATION_ENV", path);
  EXPECT_EQ(read_context().name, "bob");
}

TEST(Context, MayNestHoweverDeep) {
  const std::string path = context_file();
  const std::string open(200'000, '[');
  const std::string close(200'000, ']');
  const Variable overflow("CONTEXT_OVERFLOW_LOCATION_ENV", path);
  std::ofstream(path) << R"({"other":)" << open << close << "}";
  EXPECT_EQ(fault(), "");
  std::ofstream(path) << R"({"amplify-backend-name":)" << open << close << "}";
  EXPECT_THAT(fault(), HasSubstr("the context value is array, not a string"));
}

TEST(Context, ADirectoryInPlaceOfTheOverflowFileIsAnError) {
  const Variable overflow("CONTEXT_OVERFLOW_LOCATION_ENV", ::testing::TempDir());
  EXPECT_THAT(fault(), HasSubstr("error[InvalidContextError]"));
}

TEST(Context, AMissingOverflowFileIsAnError) {
  const Variable overflow("CONTEXT_OVERFLOW_LOCATION_ENV", "/nowhere/context.json");
  EXPECT_THAT(fault(), HasSubstr("cannot read the file /nowhere/context.json"));
}

}  // namespace
}  // namespace amplify::detail
