// SPDX-License-Identifier: Apache-2.0
// The twin of peer.mjs, with our assertions: app < CASES.json
// In a pattern, {"$": "arrayWith", "of": […]} is a matcher and {"$": "capture"} a capture.
#include <amplify/testing.hpp>

#include <nlohmann/json.hpp>

#include <cstdio>
#include <deque>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>

namespace {

using namespace amplify::assertions;
using nlohmann::json;

class Case {
 public:
  explicit Case(const json& data)
      : template_(Template::fromString(data.at("template").dump())), pattern_(data.at("pattern")) {}

  json result() {
    const json found = json::parse(template_.findResources("Foo::Bar", definition()).text());
    json ids = json::array();
    for (const auto& each : found.items())
      ids.push_back(each.key());
    captures_.clear();
    const bool has = holds([&] { template_.hasResourceProperties("Foo::Bar", pattern()); });
    const json captured = captured_values();
    const bool all = holds([&] { template_.allResourcesProperties("Foo::Bar", pattern()); });
    return {{"has", has}, {"all", all}, {"found", ids}, {"captured", captured}};
  }

 private:
  template <class Assertion>
  static bool holds(Assertion assertion) {
    try {
      assertion();
      return true;
    } catch (const AssertionError&) {
      return false;
    }
  }

  Pattern definition() { return {{"Properties", Matcher(pattern())}}; }
  Pattern pattern() { return of(pattern_); }

  Pattern of(const json& spec) {
    if (spec.is_array()) return list(spec);
    if (!spec.is_object()) return amplify::cdk::Json::parse(spec.dump());
    return spec.contains("$") ? Pattern(matcher(spec)) : object(spec);
  }

  Pattern list(const json& spec) {
    using List = std::initializer_list<Pattern>;
    switch (spec.size()) {
      case 0:
        return amplify::cdk::Json::array({});
      case 1:
        return Pattern(List{of(spec[0])});
      case 2:
        return Pattern(List{of(spec[0]), of(spec[1])});
      case 3:
        return Pattern(List{of(spec[0]), of(spec[1]), of(spec[2])});
      default:
        throw std::runtime_error("a list of more than three");
    }
  }

  Pattern object(const json& spec) {
    auto member = spec.begin();
    const auto next = [&] { return member++; };
    const auto key = [](auto each) { return each.key(); };
    switch (spec.size()) {
      case 0:
        return {};
      case 1:
        return {{key(member), of(member.value())}};
      case 2: {
        const auto one = next();
        return {{key(one), of(one.value())}, {key(member), of(member.value())}};
      }
      case 3: {
        const auto one = next();
        const auto two = next();
        return {
            {key(one), of(one.value())},
            {key(two), of(two.value())},
            {key(member), of(member.value())}
        };
      }
      default:
        throw std::runtime_error("an object of more than three");
    }
  }

  Matcher matcher(const json& spec) {
    const auto name = spec.at("$").get<std::string>();
    if (name == "absent") return Match::absent();
    if (name == "anyValue") return Match::anyValue();
    if (name == "capture") {
      captures_.push_back(spec.contains("of") ? Capture(of(spec["of"])) : Capture());
      return captures_.back();
    }
    const json& argument = spec.at("of");
    if (name == "arrayWith" || name == "arrayEquals") return array(name, argument);
    if (name == "exact") return Match::exact(of(argument));
    if (name == "objectLike") return Match::objectLike(of(argument));
    if (name == "objectEquals") return Match::objectEquals(of(argument));
    if (name == "not") return Match::not_(of(argument));
    if (name == "serializedJson") return Match::serializedJson(of(argument));
    if (name == "stringLikeRegexp") return Match::stringLikeRegexp(argument.get<std::string>());
    throw std::runtime_error("no matcher " + name);
  }

  Matcher array(const std::string& name, const json& spec) {
    const auto make = name == "arrayWith" ? Match::arrayWith : Match::arrayEquals;
    switch (spec.size()) {
      case 0:
        return make({});
      case 1:
        return make({of(spec[0])});
      case 2:
        return make({of(spec[0]), of(spec[1])});
      case 3:
        return make({of(spec[0]), of(spec[1]), of(spec[2])});
      default:
        throw std::runtime_error("a list of more than three");
    }
  }

  json captured_values() {
    json all = json::array();
    for (Capture& capture : captures_) {
      json values = json::array();
      try {
        do {
          values.push_back(json::parse(capture.value().text()));
        } while (capture.next());
      } catch (const AssertionError&) {
        // Nothing was captured.
      }
      all.push_back(values);
    }
    return all;
  }

  Template template_;
  json pattern_;
  std::deque<Capture> captures_;
};

}  // namespace

int main() try {
  json results = json::array();
  for (const json& each : json::parse(std::cin))
    results.push_back(Case(each).result());
  std::cout << results.dump();
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
