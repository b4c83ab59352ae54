// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema = a.schema(
    "Signed"_s = a.model("v"_s = a.string()).authorization(allow.authenticated("oidc")),
    "Owned"_s = a.model("v"_s = a.string()).authorization(allow.owner("oidc")),
    "Named"_s = a.model("v"_s = a.string(), "who"_s = a.string())
                    .authorization(allow.ownerDefinedIn("who", "oidc").identityClaim("sub")),
    "Grouped"_s = a.model("v"_s = a.string(), "team"_s = a.string())
                      .authorization(
                          allow.groups({"A", "B"}, "oidc").withClaimIn("roles"),
                          allow.groupDefinedIn("team", "oidc")
                      ),
    "Pool"_s = a.model("v"_s = a.string())
                   .authorization(allow.authenticated(), allow.publicApiKey().to("read")),
    "Mixed"_s = a.model("v"_s = a.string())
                    .authorization(allow.authenticated("oidc").to("read"), allow.group("Admin"))
);

const Twin twin("oidc", schema);

}  // namespace
