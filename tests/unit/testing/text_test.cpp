// SPDX-License-Identifier: Apache-2.0
// Strings of which parts are known at deployment only.
#include "testing/simulator/text.hpp"

#include "testing/simulator/context.hpp"

#include <gtest/gtest.h>

namespace amplify::assertions {
namespace {

/// `{name}`, `<made>` and `[given]` are symbols.
Text text(std::string_view written) {
  Text result;
  while (!written.empty()) {
    const auto start = std::min(written.find_first_of("{<["), written.size());
    result.append(Text(written.substr(0, start)));
    written.remove_prefix(start);
    if (written.empty()) break;
    const auto end = written.find_first_of("}>]");
    const std::string id(written.substr(1, end - 1));
    const auto kind = written[0] == '{'   ? Symbol::Kind::name
                      : written[0] == '<' ? Symbol::Kind::made
                                          : Symbol::Kind::given;
    result.append(Text(Symbol{.id = id, .label = id, .kind = kind}));
    written.remove_prefix(end + 1);
  }
  return result;
}

Text pattern(std::string_view written) {
  return fill(text(written), Wildcards::yes, Variables::no, {}).text;
}

struct Case {
  const char* pattern;
  const char* text;
  Truth truth;
};

TEST(Text, matches_patterns) {
  for (const auto& [left, right, truth] : std::initializer_list<Case>{
           {"", "", Truth::yes},
           {"*", "", Truth::yes},
           {"a*c", "abbc", Truth::yes},
           {"a*c", "ab", Truth::no},
           {"a?c", "abc", Truth::yes},
           {"a?c", "ac", Truth::no},
           {"*a*b*", "xxaxxbxx", Truth::yes},
           {"a", "A", Truth::no},
           {"a**", "a", Truth::yes},
       }) {
    EXPECT_EQ(matches(pattern(left), text(right)), truth) << left << " ~ " << right;
  }
}

TEST(Text, matches_whatever_the_deployment_brings) {
  for (const auto& [left, right, truth] : std::initializer_list<Case>{
           // Equal symbols are equal.
           {"{A}", "{A}", Truth::yes},
           {"{A}/*", "{A}/x", Truth::yes},
           {"*/x", "{A}/x", Truth::yes},
           {"[P]-*", "[P]-x", Truth::yes},
           // What AWS makes is like nothing else.
           {"{A}", "{B}", Truth::no},
           {"{A}/*", "{B}/x", Truth::no},
           {"{A}", "files", Truth::no},
           {"files", "{A}", Truth::no},
           {"files/x", "{A}/x", Truth::no},
           {"<A>", "arn:x", Truth::no},
           {"arn:x", "<A>", Truth::no},
           // But it may be like a pattern.
           {"amplify-*", "{A}", Truth::unknown},
           {"*-logs/x", "{A}/x", Truth::unknown},
           {"????", "{A}", Truth::unknown},
           {"a*/b", "{A}/b", Truth::unknown},
           {"a/*", "{A}", Truth::no},  // no slash in names
           {"a/*", "<A>", Truth::unknown},
           // What is given from outside may be anything.
           {"[P]", "x", Truth::unknown},
           {"x", "[P]", Truth::unknown},
           {"[P]", "[Q]", Truth::unknown},
           {"[P]", "{A}", Truth::unknown},
           {"{A}", "[P]", Truth::unknown},
           {"files-[P]/*", "files-prod/a", Truth::unknown},
           {"files-[P]/*", "other/a", Truth::no},
           {"x[P]", "y[Q]", Truth::no},
       }) {
    EXPECT_EQ(matches(pattern(left), text(right)), truth) << left << " ~ " << right;
  }
}

TEST(Text, matches_arns_part_by_part) {
  for (const auto& [left, right, truth] : std::initializer_list<Case>{
           {"*", "arn:aws:s3:::b", Truth::yes},
           {"*", "*", Truth::yes},
           {"arn:aws:s3:::b", "*", Truth::no},
           {"arn:aws:s3:::*", "arn:aws:s3:::b/c:d", Truth::yes},
           {"arn:aws:s3:*", "arn:aws:s3:::b", Truth::yes},
           {"arn:aws:s3", "arn:aws:s3:::b", Truth::unknown},
           {"arn:aws:sqs:*:1:q", "arn:aws:sqs:r:2:x:1:q", Truth::no},
           {"arn:aws:sqs:*:*:{Q}", "arn:aws:sqs:r:1:{Q}", Truth::yes},
           {"<T>", "<T>", Truth::yes},
           {"<T>/*", "<T>/x", Truth::yes},
           {"arn:aws:x:*:*:y/*", "<T>", Truth::unknown},
       }) {
    EXPECT_EQ(matches_arn(pattern(left), text(right)), truth) << left << " ~ " << right;
  }
}

TEST(Text, prints_symbols_by_their_label) { EXPECT_EQ(pattern("a{B}*?").print(), "a${B}*?"); }

}  // namespace
}  // namespace amplify::assertions
