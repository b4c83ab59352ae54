// SPDX-License-Identifier: Apache-2.0
// [handler]
#include <amplify/lambda/http.hpp>
#include <amplify/lambda/runtime.hpp>

using namespace amplify::lambda;

LambdaFunctionURLResult sayHello(const LambdaFunctionURLEvent& event) {
  const auto name = get(event.queryStringParameters, "name", "world");
  return {
      .headers = {{"content-type", "text/plain; charset=utf-8"}},
      .body = "Hello, " + std::string(name) + "!\n",
  };
}

int main() { return run(sayHello); }
// [/handler]
