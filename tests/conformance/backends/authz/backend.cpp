// SPDX-License-Identifier: Apache-2.0
// The twin of amplify/backend.ts.
#include <amplify/backend.hpp>

namespace {

using namespace amplify;
using namespace amplify::literals;

const auto auth = defineAuth({
    .loginWith = {.email = true},
    .groups = {"Admin", "Editor", "Viewer"},
});

constexpr auto schema =
    a.schema(
         // single strategies
         "PubKey"_s = a.model("v"_s = a.string()).authorization(allow.publicApiKey()),
         "PubKeyRead"_s =
             a.model("v"_s = a.string()).authorization(allow.publicApiKey().to("read")),
         "GuestRead"_s = a.model("v"_s = a.string()).authorization(allow.guest().to("read")),
         "GuestAll"_s = a.model("v"_s = a.string()).authorization(allow.guest()),
         "AuthUp"_s = a.model("v"_s = a.string()).authorization(allow.authenticated()),
         "AuthIdp"_s =
             a.model("v"_s = a.string()).authorization(allow.authenticated("identityPool")),
         "Owner"_s = a.model("v"_s = a.string()).authorization(allow.owner()),
         "OwnerNoDelete"_s = a.model("v"_s = a.string())
                                 .authorization(allow.owner().to("create", "read", "update")),
         "OwnerClaim"_s =
             a.model("v"_s = a.string()).authorization(allow.owner().identityClaim("user_id")),
         "OwnerSub"_s =
             a.model("v"_s = a.string()).authorization(allow.owner().identityClaim("sub")),
         "OwnerIndexed"_s = a.model("v"_s = a.string(), "author"_s = a.string())
                                .secondaryIndexes(a.index("author"))
                                .authorization(allow.ownerDefinedIn("author").identityClaim("sub")),
         "OwnerField"_s = a.model("v"_s = a.string(), "author"_s = a.string())
                              .authorization(allow.ownerDefinedIn("author")),
         "OwnerFieldImplicit"_s =
             a.model("v"_s = a.string()).authorization(allow.ownerDefinedIn("who")),
         "OwnersField"_s = a.model("v"_s = a.string(), "editors"_s = a.string().array())
                               .authorization(allow.ownersDefinedIn("editors")),
         "GroupStatic"_s = a.model("v"_s = a.string()).authorization(allow.group("Admin")),
         "GroupsStatic"_s =
             a.model("v"_s = a.string()).authorization(allow.groups("Admin", "Editor")),
         "GroupClaim"_s =
             a.model("v"_s = a.string()).authorization(allow.group("Admin").withClaimIn("roles")),
         "GroupDyn"_s = a.model("v"_s = a.string(), "team"_s = a.string())
                            .authorization(allow.groupDefinedIn("team")),
         "GroupsDyn"_s = a.model("v"_s = a.string(), "teams"_s = a.string().array())
                             .authorization(allow.groupsDefinedIn("teams")),
         // multi rule
         "Multi"_s =
             a.model(
                  "title"_s = a.string().required(), "secretNote"_s = a.string(),
                  "editors"_s = a.string().array(), "team"_s = a.string()
             )
                 .authorization(
                     allow.publicApiKey().to("get"), allow.guest().to("list"),
                     allow.authenticated("identityPool").to("read"),
                     allow.authenticated().to("read", "create"), allow.owner(),
                     allow.ownersDefinedIn("editors").to("read", "update"),
                     allow.groupDefinedIn("team").to("read", "update"), allow.groups("Admin")
                 ),
         // field-level
         "FieldLevel"_s =
             a.model(
                  "name"_s =
                      a.string().authorization(allow.owner(), allow.authenticated().to("read")),
                  "ssn"_s = a.string().authorization(allow.owner()),
                  "salary"_s =
                      a.float_().authorization(allow.group("Admin"), allow.owner().to("read")),
                  "requiredField"_s = a.string().required(), "open"_s = a.string()
             )
                 .authorization(allow.authenticated().to("read"), allow.owner()),
         "FieldCreateOnly"_s =
             a.model(
                  "title"_s = a.string(), "lockedOwner"_s = a.string(),
                  "owner"_s = a.string().authorization(allow.owner().to("read", "delete"))
             )
                 .authorization(allow.owner()),
         "FieldDelete"_s = a.model(
                                "a"_s = a.string().authorization(
                                    allow.group("Editor").to("create", "read", "update")
                                ),
                                "b"_s = a.string()
         )
                               .authorization(allow.group("Admin"), allow.group("Editor")),
         // operation-level splits
         "OpsSplit"_s = a.model("v"_s = a.string())
                            .authorization(
                                allow.authenticated().to("get"), allow.group("Viewer").to("list"),
                                allow.group("Editor").to("create", "update", "listen"),
                                allow.owner().to("delete")
                            ),
         // relational with different auth
         "Parent"_s = a.model("v"_s = a.string(), "kids"_s = a.hasMany("Kid", "parentId"))
                          .authorization(allow.authenticated(), allow.guest().to("read")),
         "Kid"_s = a.model(
                        "v"_s = a.string(), "parentId"_s = a.id(),
                        "parent"_s = a.belongsTo("Parent", "parentId")
         )
                       .authorization(allow.owner()),
         // inherits schema-level rules
         "Inherit"_s = a.model("v"_s = a.string())
    )
        .authorization(allow.authenticated().to("read"), allow.owner());

const auto data = defineData({
    .schema = schema,
    .authorizationModes =
        {
            .defaultAuthorizationMode = AuthorizationMode::userPool,
            .apiKeyAuthorizationMode = {.expiresInDays = 7},
        },
});

}  // namespace

int main(int argc, char** argv) { return run(defineBackend(auth, data), argc, argv); }
