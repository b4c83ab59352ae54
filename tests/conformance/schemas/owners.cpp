// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema = a.schema(
    "Plain"_s = a.model("v"_s = a.string()).authorization(allow.owner()),
    "Declared"_s = a.model("v"_s = a.string(), "owner"_s = a.string()).authorization(allow.owner()),
    "DeclaredId"_s = a.model("v"_s = a.string(), "owner"_s = a.id().required())
                         .authorization(allow.owner().to("read", "create")),
    "Named"_s = a.model("v"_s = a.string(), "author"_s = a.string())
                    .authorization(allow.ownerDefinedIn("author")),
    "NamedImplicit"_s = a.model("v"_s = a.string())
                            .authorization(allow.ownerDefinedIn("writer").to("read", "update")),
    "Several"_s = a.model("v"_s = a.string(), "editors"_s = a.string().array())
                      .authorization(allow.ownersDefinedIn("editors")),
    "Mixed"_s =
        a.model("v"_s = a.string(), "editors"_s = a.string().array(), "reviewer"_s = a.email())
            .authorization(
                allow.owner(), allow.ownersDefinedIn("editors").to("read", "update"),
                allow.ownerDefinedIn("reviewer").to("get", "listen"),
                allow.publicApiKey().to("list")
            ),
    "Claim"_s = a.model("v"_s = a.string()).authorization(allow.owner().identityClaim("sub")),
    "ClaimNamed"_s = a.model("v"_s = a.string(), "who"_s = a.string())
                         .authorization(allow.ownerDefinedIn("who").identityClaim("user_id")),
    "InKey"_s = a.model(
                     "userId"_s = a.string().required(), "at"_s = a.datetime().required(),
                     "v"_s = a.string()
    )
                    .identifier("userId", "at")
                    .authorization(allow.ownerDefinedIn("userId")),
    "InIndex"_s =
        a.model("userId"_s = a.string(), "at"_s = a.datetime())
            .secondaryIndexes(a.index("userId").sortKeys("at"))
            .authorization(allow.ownerDefinedIn("userId"), allow.authenticated().to("read")),
    "ListenOnly"_s =
        a.model("v"_s = a.string())
            .authorization(allow.owner().to("listen"), allow.publicApiKey().to("create"))
);

const Twin twin("owners", schema);

}  // namespace
