// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testing/simulator/deployment.hpp"
#include "testing/simulator/verdict.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::assertions {

/// The keys of a request. Names don't depend on the case.
class Context {
 public:
  struct Key {
    /// Null when the request doesn't have the key.
    std::optional<std::vector<Text>> values{};
  };

  /// What the question says, over what is known without.
  void set(std::string_view name, std::vector<Text> values);
  void set_absent(std::string_view name);
  /// Null when nothing is known of the key.
  const Key* find(std::string_view name) const;

 private:
  std::map<std::string, Key> keys_;
};

/// A string of a policy, ready for comparison.
struct Filled {
  Text text{};
  /// `no` when a variable in it has no value, so that it matches nothing.
  Verdict verdict{};
};

enum class Wildcards : bool { no, yes };
enum class Variables : bool { no, yes };

/// Puts the values of policy variables in, and makes wildcards of `*` and `?`.
Filled fill(const Text& text, Wildcards wildcards, Variables variables, const Context& context);

std::string unknown_key(std::string_view name);

}  // namespace amplify::assertions
