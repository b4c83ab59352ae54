// SPDX-License-Identifier: Apache-2.0
// Quoted in docs/model_options.md.
#include <amplify/schema.hpp>

namespace docs {
using namespace amplify;
using namespace amplify::literals;

// clang-format off
// [all]
constexpr auto schema = a.schema(
    "Note"_s = a.model(
        "text"_s      = a.string().required(),
        "expiresAt"_s = a.timestamp()
    ).table({.pointInTimeRecovery = true, .deletionProtection = true})
     .timeToLive("expiresAt")
     .version()
     .audit()
     .softDelete()
     .authorization(allow.owner())
);
// [/all]

// [hooks]
constexpr auto hooked = a.schema(
    "Order"_s = a.model("item"_s = a.string().required(), "count"_s = a.integer())
        .before(a.handler.function("check-order"), "create", "update")
        .after(a.handler.function("send-mail").async(), "create")
        .after(a.handler.custom({.entry = "./price.js"}), "queries")
        .authorization(allow.owner())
);
// [/hooks]

// [renames]
constexpr auto renamed = a.schema(
    "Article"_s = a.model("tagline"_s = a.string().renamedFrom("subtitle"))
        .renamedFrom("Post")
        .authorization(allow.owner())
);
// [/renames]
// clang-format on

using Schema = ClientSchema<schema>;
using HookedSchema = ClientSchema<hooked>;
using RenamedSchema = ClientSchema<renamed>;
}  // namespace docs
