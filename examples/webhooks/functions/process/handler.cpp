// SPDX-License-Identifier: Apache-2.0
#include <amplify/lambda/json.hpp>
#include <amplify/lambda/runtime.hpp>
#include <amplify/lambda/sqs.hpp>

#include <nlohmann/json.hpp>

#include <iostream>
#include <stdexcept>

using namespace amplify::lambda;

namespace {

/// One delivery. What it throws lets the message come again, and after three times go to the
/// dead-letter queue.
void process(const SQSRecord& message) {
  const auto delivery = nlohmann::json::parse(message.body);
  if (!delivery.contains("event")) throw std::invalid_argument("a delivery without an event");
  std::cout << "processed " << delivery["event"].get<std::string>() << '\n';
}

BatchResponse processAll(const SQSEvent& event) { return forEachRecord(event, process); }

}  // namespace

int main() { return run(processAll); }
