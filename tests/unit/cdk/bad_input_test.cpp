// SPDX-License-Identifier: Apache-2.0
// Whatever is wrong with an app is told at once, each with its place, its line and a remedy.
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/mapping.hpp>

#include "support.hpp"

#include <map>

namespace amplify::cdk {
namespace {

TEST(BadInput, IsAllReportedTogether) {
  App other;
  const Stack foreign(other, "foreign");
  const Resource stranger(foreign, "stranger", "AWS::X::A");

  App app;
  const Stack root(app, "root");
  const Construct slash(root, "a/b");
  const Construct control(root, "a\nb");
  const Construct bytes(root, "a\xff");
  const Construct empty(root, "");
  const Resource first(root, "twice", "AWS::X::A");
  const Resource second(root, "twice", "AWS::X::A");
  const Resource taker(root, "taker", "AWS::X::A");
  Resource(root, "clash", "AWS::X::A").overrideLogicalId("taker");
  Resource(root, "dash", "AWS::X::A").overrideLogicalId("no-dash");
  const Resource reader(root, "reader", "AWS::X::A", Json::object({{"P", stranger.ref()}}));
  Resource lost(root, "lost", "AWS::X::A", Json::object({{"P", "text"}}));
  lost.addPropertyOverride("P.Inside", 1);
  lost.addOverride("Nowhere.P", 1);
  const Parameter parameter(root, "Zone", {.defaultValue = aws::region()});
  const Mapping mapping(root, "Zones", Json::object({{"a", Json::object({{"b", aws::region()}})}}));
  const Resource unknown(root, "unknown", "AWS::SQS::Queue", Json::object({{"Nope", 1}}));
  const NestedStack crowded(root, "crowded");
  for (int i = 0; i < 501; ++i)
    Resource(crowded, "r" + std::to_string(i), "AWS::X::A");
  for (int i = 0; i < 201; ++i) {
    Output(crowded, "o" + std::to_string(i), {.value = "x"});
    Parameter(crowded, "p" + std::to_string(i));
  }
  const NestedStack heavy(root, "heavy");
  const Resource big(heavy, "big", "AWS::X::A", Json::object({{"P", std::string(1'000'001, 'x')}}));
  const NestedStack garbled(root, "garbled");
  const Resource bad(garbled, "bad", "AWS::X::A", Json::object({{"P", "caf\xe9"}}));

  std::map<std::string, int> codes;
  for (const auto& error : errors_of(app)) {
    ++codes[error.code];
    EXPECT_FALSE(error.where.empty()) << error.code;
    EXPECT_FALSE(error.message.empty()) << error.code;
    EXPECT_FALSE(error.help.empty()) << error.code;
    EXPECT_THAT(error.source.file_name(), testing::EndsWith("bad_input_test.cpp")) << error.code;
    EXPECT_NE(error.source.line(), 0U) << error.code;
  }
  EXPECT_EQ(
      codes, (std::map<std::string, int>{
                 {"CrossStackReferenceError", 1},
                 {"DuplicateConstructError", 1},
                 {"InvalidConstructIdError", 4},
                 {"InvalidLogicalIdError", 1},
                 {"InvalidOverrideError", 2},
                 {"InvalidTextError", 1},
                 {"LogicalIdClashError", 1},
                 {"StackLimitError", 4},
                 {"TokenNotAllowedError", 2},
                 {"UnknownPropertyError", 1},
             })
  );
}

TEST(BadInput, OfBytesSaysWhere) {
  App app;
  const Stack root(app, "root");
  const Resource bad(root, "bad", "AWS::X::A", Json::object({{"Name", "caf\xe9"}}));
  expect_error(app, "InvalidTextError", "root");
  EXPECT_THAT(errors_of(app)[0].message, testing::EndsWith("\"Name\":\"caf`"));
}

}  // namespace
}  // namespace amplify::cdk
