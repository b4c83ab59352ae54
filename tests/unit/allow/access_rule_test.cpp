// SPDX-License-Identifier: Apache-2.0
#include <amplify/allow/access_rule.hpp>
#include <amplify/allow/words.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

struct amplify::defineFunction {};

namespace amplify {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const defineFunction worker;

/// Stands for a definition with access rules.
struct Props {
  std::vector<AccessRule> access{};
};

constexpr std::string_view known_words[] = {"read", "write"};
constexpr detail::vocabulary known{"no action", known_words, 2, "there are read and write"};

std::vector<std::string> faults(const AccessRule& rule) {
  using pieces = std::initializer_list<std::string_view>;
  std::vector<std::string> found;
  const std::string text = rule.text();
  detail::check_words(
      known, {text, {}, {}}, rule.limits, rule.words.data(), rule.words.size(),
      [&](pieces what, pieces help) {
        std::string fault;
        for (const auto part : what)
          fault += part;
        fault += " | ";
        for (const auto part : help)
          fault += part;
        found.push_back(fault);
      }
  );
  return found;
}

TEST(AccessRule, KeepsWhatWasWritten) {
  std::string group = "ADMINS";
  const Props props{
      .access = {allow.guest().to("read"), allow.groups(group, "EDITORS"), allow.resource(worker)},
  };
  group = "changed";
  ASSERT_EQ(props.access.size(), 3u);
  EXPECT_EQ(props.access[0].who, detail::strategy::guest);
  EXPECT_EQ(props.access[0].limits, 1u);
  EXPECT_THAT(props.access[0].words, ElementsAre("read"));
  EXPECT_THAT(props.access[1].groups, ElementsAre("ADMINS", "EDITORS"));
  EXPECT_EQ(props.access[1].limits, 0u);
  EXPECT_EQ(props.access[2].function, &worker);
  EXPECT_FALSE(props.access[2].claims);
  EXPECT_TRUE(AccessRule(allow.owner().identityClaim("sub")).claims);
}

TEST(AccessRule, IsQuotedAsWritten) {
  EXPECT_EQ(AccessRule(allow.guest().to("read")).text(), "allow.guest()");
  EXPECT_EQ(AccessRule(allow.authenticated("oidc")).text(), "allow.authenticated(`oidc`)");
  EXPECT_EQ(AccessRule(allow.ownerDefinedIn("author")).text(), "allow.ownerDefinedIn(`author`)");
  EXPECT_EQ(AccessRule(allow.entity("identity")).text(), "allow.entity(`identity`)");
  EXPECT_EQ(AccessRule(allow.group("A")).text(), "allow.group(`A`)");
  EXPECT_EQ(AccessRule(allow.groups("A", "B")).text(), "allow.groups(`A`, ...)");
  EXPECT_EQ(AccessRule(allow.groups()).text(), "allow.groups()");
  EXPECT_EQ(AccessRule(allow.resource(worker)).text(), "allow.resource(...)");
}

TEST(Words, AreChecked) {
  EXPECT_THAT(faults(allow.guest()), IsEmpty());
  EXPECT_THAT(faults(allow.guest().to("write", "read")), IsEmpty());
  EXPECT_THAT(
      faults(allow.guest().to()), ElementsAre(".to() permits nothing: allow.guest() | there are "
                                              "read and write, or remove the rule")
  );
  EXPECT_THAT(
      faults(allow.guest().to("read").to("write")),
      ElementsAre(".to(...) is called twice on allow.guest() | list everything in one call")
  );
  EXPECT_THAT(
      faults(allow.guest().to("raed", "list")), ElementsAre(
                                                    "`raed` is no action | did you mean `read`?",
                                                    "`list` is no action | there are read and write"
                                                )
  );
  EXPECT_THAT(
      faults(allow.guest().to("read", "write", "read")),
      ElementsAre("`read` is listed twice | remove one of the two")
  );
}

}  // namespace
}  // namespace amplify
