// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/testing/assertion_error.hpp>
#include <amplify/testing/template.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace amplify::assertions {

/// A template whose resources, all Foo::Bar, have these properties.
inline Template with_bars(std::initializer_list<std::string_view> properties) {
  std::string resources;
  for (const auto& each : properties) {
    resources += resources.empty() ? "" : ",";
    resources += "\"MyBar" + std::to_string(&each - properties.begin() + 1) +
                 R"(": {"Type": "Foo::Bar", "Properties": )" + std::string(each) + "}";
  }
  return Template::fromString(R"({"Resources": {)" + resources + "}}");
}

/// The report of an assertion that must not hold.
template <class Assertion>
std::string report_of(Assertion assertion) {
  try {
    assertion();
  } catch (const AssertionError& error) {
    return error.report();
  }
  ADD_FAILURE() << "the assertion holds";
  return {};
}

}  // namespace amplify::assertions
