// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/auth/text.hpp>
#include <amplify/error.hpp>

#include <source_location>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace amplify::cognito {

/// The faults of one definition.
class Faults {
 public:
  /// `definition` as the user wrote it: `defineAuth`.
  Faults(std::string definition, std::source_location source)
      : definition_(std::move(definition)), source_(source) {}

  /// `place` is in the definition: `.loginWith.email`.
  void add(std::string code, std::string_view place, std::string message, std::string help) {
    found_.push_back(
        {.code = std::move(code),
         .where = definition_ + std::string(place),
         .message = std::move(message),
         .help = std::move(help),
         .source = source_}
    );
  }

  /// Reports a text that breaks its rule. Only one made at run time can.
  template <class Rule>
  void check(std::string code, std::string_view place, const Text<Rule>& text) {
    if (!text.isSet()) return;
    try {
      Rule::check(text.view());
    } catch (const detail::refused& refused) {
      add(std::move(code), place, std::string(refused.why), "");
    }
  }

  std::vector<Diagnostic> take() { return std::move(found_); }

 private:
  std::string definition_;
  std::source_location source_;
  std::vector<Diagnostic> found_;
};

}  // namespace amplify::cognito
