// SPDX-License-Identifier: Apache-2.0
// Answers questions with the simulator: app < CASES.json
// Each case has a template as JSON, and an action, a target and a context; the caller is `Role`.
#include <amplify/cdk/value.hpp>
#include <amplify/testing.hpp>

#include <nlohmann/json.hpp>

#include <cstdio>
#include <exception>
#include <iostream>
#include <string>

namespace {

using namespace amplify;
using nlohmann::json;

assertions::IamContext context_of(const json& values) {
  assertions::IamContext context;
  for (const auto& [key, value] : values.items())
    context.push_back({key, value.is_null() ? cdk::Json() : cdk::Json::parse(value.dump())});
  return context;
}

const char* name_of(assertions::IamDecision decision) {
  switch (decision) {
    case assertions::IamDecision::allowed:
      return "Allowed";
    case assertions::IamDecision::explicitlyDenied:
      return "ExplicitlyDenied";
    case assertions::IamDecision::implicitlyDenied:
      return "ImplicitlyDenied";
    case assertions::IamDecision::notModelled:
      break;
  }
  return "NotModelled";
}

json answer(const json& question) {
  // Key policies name their key, which CloudFormation wouldn't take.
  const assertions::IamSimulator simulator(assertions::Template::fromString(
      question.at("template").dump(), {.skipCyclicalDependenciesCheck = true}
  ));
  const auto answer = simulator.allows(
      "Role", question.at("action").get<std::string>(), question.at("target").get<std::string>(),
      context_of(question.at("context"))
  );
  return {{"decision", name_of(answer.decision)}, {"text", answer.text()}};
}

}  // namespace

int main() try {
  json answers = json::array();
  for (const json& question : json::parse(std::cin))
    answers.push_back(answer(question));
  std::cout << answers.dump();
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
