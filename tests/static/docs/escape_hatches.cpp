// SPDX-License-Identifier: Apache-2.0
// What docs/escape_hatches.md shows.
#include <amplify/backend.hpp>

using namespace amplify;

namespace {
constexpr auto schema = [] {
  using namespace amplify::literals;
  return a.schema("Note"_s = a.model("text"_s = a.string()).authorization(allow.owner()));
}();
const auto auth = defineAuth({.loginWith = {.email = true}});
const auto data = defineData({.schema = schema});
}  // namespace

void escape();
void escape() {
  const auto backend = defineBackend(auth, data);

  // [override]
  cdk::Resource pool = backend[auth].cfnResources.userPool;
  pool.addPropertyOverride("Policies.PasswordPolicy.MinimumLength", 12);
  pool.addPropertyDeletionOverride("SmsVerificationMessage");

  cdk::Resource notes = backend[data].cfnResources.tables["Note"];
  notes.addPropertyOverride("PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled", true);
  notes.addOverride("DeletionPolicy", "Retain");
  // [/override]

  // [stack]
  const auto jobs = backend.createStack("jobs");
  const cdk::Resource queue(jobs, "Queue", "AWS::SQS::Queue");
  // [/stack]

  // [output]
  backend.addOutput({.custom = cdk::Json::object({{"queueUrl", queue.ref()}})});
  // [/output]

  // [boundary]
  cdk::Aspects::of(backend.stack()).add([](cdk::Resource each) {
    if (each.type() == "AWS::IAM::Role") each.setProperty("PermissionsBoundary", "arn:aws:iam::…");
  });
  // [/boundary]

  // [protection]
  cdk::Aspects::of(backend.stack()).add([](cdk::Resource each) {
    if (each.type() == "AWS::DynamoDB::Table") each.setProperty("DeletionProtectionEnabled", true);
  });
  // [/protection]
}
