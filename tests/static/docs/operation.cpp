// SPDX-License-Identifier: Apache-2.0
#include <amplify/lambda/operation.hpp>

#include <optional>
#include <string>

namespace {

using namespace amplify;

// clang-format off: a definition reads best with a line for each entry
// [schema]
constexpr auto schema = a.schema(
    "sayHello"_s = a.query()
        .arguments("name"_s = a.string().required())
        .returns(a.string())
        .authorization(allow.authenticated())
        .handler(a.handler.function("say-hello"))
);
using Schema = ClientSchema<schema>;
// [/schema]
// clang-format on

// [handler]
Schema::functionHandler<"sayHello"> sayHello;

std::optional<std::string> sayHello(const Schema::functionEvent<"sayHello">& event) {
  return "Hello, " + event.arguments["name"_s] + ", or " + event.request.identity.username;
}
// [/handler]

}  // namespace

int start();
int start() { return lambda::run(sayHello); }
