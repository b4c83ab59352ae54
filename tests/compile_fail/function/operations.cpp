// expect-error: run\(handler\): the handler is no Schema::functionHandler of the operation; its result differs
// expect-error(2): sayHello\.nam did you mean `name`\?
// SPDX-License-Identifier: Apache-2.0
#include <amplify/lambda/operation.hpp>

#include <optional>
#include <string>

using namespace amplify;

constexpr auto schema = a.schema(
    "sayHello"_s = a.query()
                       .arguments("name"_s = a.string().required())
                       .returns(a.string())
                       .authorization(allow.authenticated())
                       .handler(a.handler.function("sayHello"))
);
using Schema = ClientSchema<schema>;

#if AMPLIFY_MUST_NOT_COMPILE == 1
std::string sayHello(const Schema::functionEvent<"sayHello">& event);
std::string sayHello(const Schema::functionEvent<"sayHello">& event) {
  return event.arguments["name"_s];
}
#else
Schema::functionHandler<"sayHello"> sayHello;
std::optional<std::string> sayHello(const Schema::functionEvent<"sayHello">& event) {
#if AMPLIFY_MUST_NOT_COMPILE == 2
  return event.arguments["nam"_s];
#else
  return event.arguments["name"_s];
#endif
}
#endif

int start();
int start() { return lambda::run(sayHello); }
