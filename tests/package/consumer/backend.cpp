// SPDX-License-Identifier: Apache-2.0
#include <amplify/backend.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
    a.schema("Note"_s = a.model("text"_s = a.string().required()).authorization(allow.owner()));

const auto auth = defineAuth({.loginWith = {.email = true}});

const auto data = defineData({
    .schema = schema,
    .authorizationModes = {.defaultAuthorizationMode = AuthorizationMode::userPool},
});

int main(int argc, char** argv) { return run(defineBackend(auth, data), argc, argv); }
