// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema = a.schema(
    "Note"_s = a.model("text"_s = a.string().required(), "pinned"_s = a.boolean())
                   .authorization(allow.publicApiKey())
);

const Twin twin("data-only", schema);

}  // namespace
