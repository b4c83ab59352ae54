// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
    a.schema(
         "NoQueries"_s = a.model("v"_s = a.string()).disableOperations("queries"),
         "NoMutations"_s = a.model("v"_s = a.string()).disableOperations("mutations"),
         "NoSubscriptions"_s = a.model("v"_s = a.string()).disableOperations("subscriptions"),
         "Nothing"_s = a.model("v"_s = a.string()).disableOperations("queries", "mutations"),
         "NoGet"_s = a.model("v"_s = a.string()).disableOperations("get"),
         "NoList"_s = a.model("v"_s = a.string()).disableOperations("list", "onCreate"),
         "NoCreate"_s = a.model("v"_s = a.string()).disableOperations("create"),
         "NoUpdate"_s = a.model("v"_s = a.string()).disableOperations("update", "delete"),
         "NoEvents"_s = a.model("v"_s = a.string()).disableOperations("onCreate", "onUpdate"),
         "Keyed"_s = a.model("pk"_s = a.string().required(), "sk"_s = a.integer().required())
                         .identifier("pk", "sk")
                         .disableOperations("list", "delete", "onUpdate"),
         "KeyedQuietly"_s = a.model(
                                 "pk"_s = a.string().required(), "a"_s = a.integer().required(),
                                 "b"_s = a.date().required()
         )
                                .identifier("pk", "a", "b")
                                .disableOperations("queries", "subscriptions"),
         "ReadOnly"_s = a.model("v"_s = a.string())
                            .disableOperations("mutations")
                            .authorization(allow.owner().to("read"))
    )
        .authorization(allow.authenticated());

const Twin twin("disabled", schema);

}  // namespace
