// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

const defineFunction later{};

constexpr auto schema = a.schema(
    "start"_s = a.mutation()
                    .arguments("job"_s = a.json())
                    .authorization(allow.authenticated())
                    .handler(a.handler.function(later).async()),
    "ask"_s =
        a.query().authorization(allow.group("Admin")).handler(a.handler.function(later).async()),
    "prepare"_s = a.mutation()
                      .authorization(allow.guest())
                      .handler(a.handler.function("prepare"), a.handler.function(later).async()),
    "early"_s = a.mutation()
                    .returns(a.string())
                    .authorization(allow.authenticated())
                    .handler(a.handler.function(later).async(), a.handler.function("answer"))
);

const Twin twin("async_functions", schema);

}  // namespace
