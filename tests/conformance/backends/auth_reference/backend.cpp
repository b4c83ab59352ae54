// SPDX-License-Identifier: Apache-2.0
#include <amplify/backend.hpp>

using namespace amplify;
using namespace amplify::literals;

namespace {
const auto auth = referenceAuth({
    .userPoolId = "us-east-1_AbCdEfGhI",
    .identityPoolId = "us-east-1:11111111-2222-3333-4444-555555555555",
    .userPoolClientId = "1a2b3c4d5e6f7g8h9i0j1k2l3m",
    .authRoleArn = "arn:aws:iam::111122223333:role/app/signed-in",
    .unauthRoleArn = "arn:aws:iam::111122223333:role/guest",
    .groups = {{"ADMINS", "arn:aws:iam::111122223333:role/admins"}},
});

constexpr auto schema = a.schema(
    "Note"_s = a.model("text"_s = a.string())
                   .authorization(
                       allow.owner(), allow.authenticated("identityPool"), allow.guest().to("read")
                   )
);

const auto data = defineData({
    .schema = schema,
    .authorizationModes = {.defaultAuthorizationMode = AuthorizationMode::userPool},
});
}  // namespace

int main(int argc, char** argv) { return run(defineBackend(auth, data), argc, argv); }
