// SPDX-License-Identifier: Apache-2.0
#include "diff/access_changes.hpp"
#include "support.hpp"

#include <gtest/gtest.h>

namespace amplify::diff {
namespace {

std::string text_of(const std::vector<AccessChange>& changes) {
  std::string text;
  for (const AccessChange& change : changes) {
    text += text.empty() ? "" : "; ";
    text += (change.wider ? "wider " : "narrower ") + change.where + ": " + change.what;
  }
  return text;
}

std::string rules(const std::string& before, const std::string& after) {
  const auto of = [](const std::string& rules) {
    Snapshot result;
    result.models = schema("type Post @model @auth(rules: [" + rules + "]) { x: Int }");
    return result;
  };
  return text_of(access_changes(of(before), of(after)));
}

std::string policies(const std::string& before, const std::string& after) {
  const auto of = [](const std::string& statements) {
    return stack(
        R"({"RoleABCDEF01": {"Type": "AWS::IAM::Role", "Properties": {"Policies": [{"PolicyDocument": {"Statement": [)" +
        statements + "]}}]}}}"
    );
  };
  return text_of(access_changes(of(before), of(after)));
}

TEST(AccessChanges, TellWhatRulesGrant) {
  EXPECT_EQ(rules("{allow: owner}", "{allow: owner}"), "");
  EXPECT_EQ(
      rules("{allow: owner, operations: [read]}", "{allow: owner, operations: [read, update]}"),
      "wider Post: owner in owner may update"
  );
  EXPECT_EQ(
      rules("{allow: owner}, {allow: groups, groups: [\"Staff\"]}", "{allow: owner}"),
      "narrower Post: group Staff may no longer create, delete, get, list, listen, update"
  );
  EXPECT_EQ(
      rules(
          "{allow: owner, operations: [read], also: [{allow: groups, groups: [\"Staff\"]}]}",
          "{allow: owner, operations: [read], also: [{allow: groups, groups: [\"All\"]}]}"
      ),
      "wider Post: owner in owner and group All may get, list, listen; "
      "narrower Post: owner in owner and group Staff may no longer get, list, listen"
  );
  // Who is both was let in before.
  const std::string both =
      "{allow: owner, operations: [read], also: [{allow: groups, groups: [\"Staff\"]}]}";
  EXPECT_EQ(
      rules("{allow: owner, operations: [read]}", both),
      "narrower Post: owner in owner may no longer get, list, listen"
  );
  EXPECT_EQ(
      rules(both, "{allow: owner, operations: [read]}"),
      "wider Post: owner in owner may get, list, listen"
  );
}

TEST(AccessChanges, TellWhatPoliciesGrant) {
  const std::string scan =
      R"({"Effect": "Allow", "Action": ["s:Scan", "s:Query"], "Resource": {"Fn::GetAtt": ["Table01234567", "Arn"]}})";
  EXPECT_EQ(policies(scan, scan), "");
  EXPECT_EQ(policies("", scan), "wider IAM::Role Role: may s:Query, s:Scan on Table.Arn");
  EXPECT_EQ(
      policies(scan, ""), "narrower IAM::Role Role: may no longer s:Query, s:Scan on Table.Arn"
  );
  const std::string deny = R"({"Effect": "Deny", "Action": "s:Scan", "Resource": "*"})";
  EXPECT_EQ(policies("", deny), "narrower IAM::Role Role: is denied s:Scan on *");
  EXPECT_EQ(policies(deny, ""), "wider IAM::Role Role: is denied no longer s:Scan on *");
}

TEST(AccessChanges, TellWhoMayCallAFunction) {
  const auto permission = [](const std::string& who) {
    return stack(
        R"({"P": {"Type": "AWS::Lambda::Permission", "Properties": {"Action": "lambda:InvokeFunction", "Principal": ")" +
        who + R"("}}})"
    );
  };
  EXPECT_EQ(
      text_of(access_changes(permission("a"), permission("*"))),
      "wider Lambda::Permission P: may lambda:InvokeFunction for *; "
      "narrower Lambda::Permission P: may no longer lambda:InvokeFunction for a"
  );
}

}  // namespace
}  // namespace amplify::diff
