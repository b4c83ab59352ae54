// SPDX-License-Identifier: Apache-2.0
#include <amplify/lambda/http.hpp>
#include <amplify/lambda/runtime.hpp>

using namespace amplify::lambda;

namespace {
APIGatewayProxyResultV2 health(const APIGatewayProxyEventV2& event) {
  return {
      .headers = {{"content-type", "application/json"}},
      .body = R"({"ok":true,"path":")" + event.rawPath + "\"}",
  };
}
}  // namespace

int main() { return run(health); }
