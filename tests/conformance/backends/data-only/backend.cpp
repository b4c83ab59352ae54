// SPDX-License-Identifier: Apache-2.0
// The twin of amplify/backend.ts.
#include <amplify/backend.hpp>

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema = a.schema(
    "Note"_s = a.model("text"_s = a.string().required(), "pinned"_s = a.boolean())
                   .authorization(allow.publicApiKey())
);

const auto data = defineData({.schema = schema});

}  // namespace

int main(int argc, char** argv) { return run(defineBackend(data), argc, argv); }
