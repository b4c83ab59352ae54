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
// clang-format on

using Schema = ClientSchema<schema>;
}  // namespace docs
