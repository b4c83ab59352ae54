// SPDX-License-Identifier: Apache-2.0
// Models and fields that had other names when they were first deployed.
#include <amplify/backend.hpp>

using namespace amplify;
using namespace amplify::literals;

const auto auth = defineAuth({.loginWith = {.email = true}});

constexpr auto schema = a.schema(
    "Article"_s =
        a.model(
             "title"_s = a.string(), "day"_s = a.date(),
             "tagline"_s = a.string().defaultTo("none").renamedFrom("subtitle"),
             // What had the name that another one has now.
             "subtitle"_s = a.string().renamedFrom("heading"),
             "extra"_s = a.json().renamedFrom("meta"),
             "secret"_s = a.string().renamedFrom("hidden").authorization(allow.group("Admin")),
             "remarks"_s = a.hasMany("Remark", "articleId")
        )
            .renamedFrom("Post")
            .secondaryIndexes(
                a.index("day").projection("INCLUDE", "tagline", "title").queryField("articlesByDay")
            )
            .authorization(allow.authenticated()),
    "Remark"_s = a.model(
                      "articleId"_s = a.id(), "article"_s = a.belongsTo("Article", "articleId"),
                      "body"_s = a.string().renamedFrom("text")
    )
                     .authorization(allow.owner(), allow.authenticated().to("read")),
    "rawArticle"_s =
        a.query()
            .arguments("id"_s = a.id().required())
            .returns(a.ref("Article"))
            .handler(a.handler.custom({.entry = "./raw.js", .dataSource = a.ref("Article")}))
            .authorization(allow.authenticated())
);

const auto data = defineData({
    .schema = schema,
    .authorizationModes = {.defaultAuthorizationMode = AuthorizationMode::userPool},
});

int main(int argc, char** argv) { return run(defineBackend(auth, data), argc, argv); }
