// SPDX-License-Identifier: Apache-2.0
// Handlers around the operations of models.
#include <amplify/backend.hpp>

using namespace amplify;
using namespace amplify::literals;

const auto auth = defineAuth({.loginWith = {.email = true}});

const auto review = defineFunction({.name = "review", .entry = "./review.js"});
const auto decorate = defineFunction({.name = "decorate", .entry = "./decorate.js"});
const auto notify = defineFunction({.name = "notify", .entry = "./notify.js"});

constexpr auto schema = a.schema(
    "Task"_s =
        a.model(
             "title"_s = a.string().required(), "state"_s = a.string(), "team"_s = a.string(),
             "day"_s = a.date(), "seq"_s = a.integer()
        )
            .secondaryIndexes(a.index("state").sortKeys("day", "seq").queryField("tasksByState"))
            .before(a.handler.function(review), "create", "update", "list")
            .before(
                a.handler.custom({.entry = "./locked.js", .dataSource = a.ref("Task")}), "update",
                "delete"
            )
            .after(a.handler.function(decorate), "queries", "create")
            .after(a.handler.function(notify).async(), "mutations")
            .after(a.handler.custom({.entry = "./shout.js"}), "update")
            .authorization(allow.owner(), allow.authenticated().to("read")),

    // Without rules about items, and with what options add.
    "Log"_s = a.model("text"_s = a.string())
                  .version()
                  .softDelete()
                  .before(a.handler.function(review), "mutations")
                  .authorization(allow.group("Admin"))
);

const auto data = defineData({
    .schema = schema,
    .authorizationModes = {.defaultAuthorizationMode = AuthorizationMode::userPool},
});

int main(int argc, char** argv) { return run(defineBackend(auth, data), argc, argv); }
