// SPDX-License-Identifier: Apache-2.0
// The twin of peer.mjs. Each answer ends up in a parameter.
#include <amplify/cdk/app.hpp>
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/lookup.hpp>
#include <amplify/cdk/run.hpp>
#include <amplify/cfn/ssm.hpp>

namespace {

using namespace amplify::cdk;

void keep(const Stack& stack, std::string_view id, List<Str> values) {
  amplify::cfn::ssm::Parameter{stack, id, {.type = "StringList", .value = fn::join(",", values)}};
}

List<Str> list(const std::vector<std::string>& texts) {
  return std::vector<Str>(texts.begin(), texts.end());
}

}  // namespace

int main() {
  App app;
  const Stack stack(app, "lookups", {.env = {.account = "123456789012", .region = "eu-west-1"}});
  keep(stack, "Zones", list(lookup::availabilityZones(stack)));
  keep(
      stack, "Texts",
      {lookup::ssmParameter(stack, "/a:b/$c"), lookup::ssmParameter(stack, "/maybe", "fallback")}
  );
  keep(
      stack, "Image",
      {lookup::ami(
          stack, {.name = "al2023-*",
                  .owners = {"amazon", "self"},
                  .filters = {{.name = "architecture", .values = {"arm64"}}},
                  .windows = true}
      )}
  );
  const auto open = lookup::hostedZone(stack, {.domainName = "example.com"});
  const auto inside = lookup::hostedZone(
      stack, {.domainName = "inside.example.com", .privateZone = true, .vpcId = "vpc-1"}
  );
  keep(
      stack, "HostedZones", {open.hostedZoneId, open.zoneName, inside.hostedZoneId, inside.zoneName}
  );
  const auto vpc = lookup::vpc(
      stack, {.vpcId = "vpc-1",
              .vpcName = "main",
              .isDefault = true,
              .ownerAccountId = "123456789012",
              .tags = {{.key = "team", .value = "a"}},
              .region = "us-east-1",
              .subnetGroupNameTag = "group"}
  );
  keep(stack, "Vpc", {vpc.vpcId, vpc.vpcCidrBlock});
  keep(stack, "PublicSubnets", vpc.subnetIds(lookup::SubnetType::public_));
  keep(stack, "PrivateSubnets", vpc.subnetIds(lookup::SubnetType::private_));
  return run(app);
}
