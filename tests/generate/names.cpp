// SPDX-License-Identifier: Apache-2.0
// Names that C++ has other uses for, and types that contain themselves.
#include <amplify/backend.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
    a.schema(
         "union"_s = a.model(
             "class"_s = a.string().required(), "Union"_s = a.string(),
             "std"_s = a.boolean().array().required(), "NULL"_s = a.integer(),
             "union"_s = a.string(), "detail"_s = a.ref("detail"), "since"_s = a.timestamp(),
             "to_string"_s = a.float_()
         ),
         "detail"_s = a.customType(
             "kind"_s = a.ref("template").required(), "inner"_s = a.ref("Tree").array()
         ),
         "Tree"_s = a.customType("kind"_s = a.string(), "left"_s = a.ref("Tree")),
         "template"_s = a.enumeration("new", "default", "EOF")
    )
        .authorization(allow.publicApiKey());
const auto data = defineData({
    .schema = schema,
    .authorizationModes = {.defaultAuthorizationMode = AuthorizationMode::apiKey},
});

int main(int argc, char** argv) { return run(defineBackend(data), argc, argv); }
