// SPDX-License-Identifier: Apache-2.0
// Reads resources, {"Type": …, "Properties": …} on a line each, and prints on a line each what
// synthesis finds in them.
#include "cdk/data.hpp"
#include "cdk/spec/check.hpp"

#include <nlohmann/json.hpp>

#include <iostream>
#include <string>

using namespace amplify::cdk;

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const auto resource = nlohmann::json::parse(line);
    const auto properties = Json::parse(resource.at("Properties").dump());
    auto found = nlohmann::json::array();
    for (const auto& fault :
         spec::check(resource.at("Type").get<std::string>(), detail::Access::data(properties))) {
      found.push_back({{"id", fault.id}, {"property", fault.property}});
    }
    std::cout << found.dump() << "\n";
  }
}
