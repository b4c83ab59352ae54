// SPDX-License-Identifier: Apache-2.0
// Does what an event asks for: {"do": …}.
#include <amplify/lambda/json.hpp>
#include <amplify/lambda/runtime.hpp>

#include <chrono>
#include <cstdlib>
#include <thread>

using namespace amplify::lambda;
using nlohmann::json;

namespace {

struct Own {};

json handle(const json& event, const Context& context) {
  const std::string what = event.at("do");
  if (what == "echo") return event;
  if (what == "throw") throw std::runtime_error("went \"wrong\"\nat \xff");
  if (what == "throw type") throw Error("OrderNotFound", "there is no order 5");
  if (what == "throw other") throw Own();
  if (what == "big") return std::string(event.at("size").get<std::size_t>(), 'x');
  if (what == "variable") {
    const char* const value = std::getenv(event.at("name").get<std::string>().c_str());
    return value != nullptr ? json(value) : json();
  }
  if (what == "sleep") {
    std::this_thread::sleep_for(std::chrono::milliseconds(event.at("milliseconds").get<int>()));
    return "awake";
  }
  if (what == "crash") std::abort();
  return {
      {"awsRequestId", context.awsRequestId}, {"invokedFunctionArn", context.invokedFunctionArn},
      {"traceId", context.traceId},           {"clientContext", parse(context.clientContext)},
      {"identity", parse(context.identity)},  {"remaining", context.getRemainingTimeInMillis()},
  };
}

}  // namespace

int main() {
  return run([] {
    if (std::getenv("FAIL_TO_START") != nullptr) throw Error("NoTable", "TABLE isn't set");
    return handle;
  });
}
