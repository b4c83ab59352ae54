// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema = a.schema(
    "One"_s = a.model("v"_s = a.string()).authorization(allow.group("Admin")),
    "Two"_s = a.model("v"_s = a.string())
                  .authorization(allow.groups("Admin", "Editor").to("create", "read")),
    "Split"_s = a.model("v"_s = a.string())
                    .authorization(
                        allow.group("Admin"), allow.group("Viewer").to("read"),
                        allow.groups("A", "B").withClaimIn("roles")
                    ),
    "Dynamic"_s = a.model("v"_s = a.string(), "team"_s = a.string())
                      .authorization(allow.groupDefinedIn("team")),
    "DynamicList"_s = a.model("v"_s = a.string(), "teams"_s = a.string().array())
                          .authorization(allow.groupsDefinedIn("teams").to("read")),
    "DynamicClaim"_s =
        a.model("v"_s = a.string(), "team"_s = a.string())
            .authorization(
                allow.groupDefinedIn("team").withClaimIn("org"), allow.publicApiKey().to("read")
            ),
    "All"_s = a.model(
                   "v"_s = a.string(), "team"_s = a.string(), "teams"_s = a.string().array(),
                   "owner"_s = a.string()
    )
                  .authorization(
                      allow.owner(), allow.group("Admin"),
                      allow.groupDefinedIn("team").to("read", "update"),
                      allow.groupsDefinedIn("teams").to("read"), allow.authenticated().to("list")
                  )
);

const Twin twin("groups", schema);

}  // namespace
