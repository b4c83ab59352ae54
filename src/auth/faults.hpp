// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/checked.hpp>
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
  void check(std::string code, std::string_view place, const CheckedText<Rule>& text) {
    if (text.empty()) return;
    try {
      detail::check_text<Rule>(text.view());
    } catch (const char* sentence) {
      // The compiler's errors have no code but in the sentence.
      std::string_view message = sentence;
      if (message.starts_with(code + ": ")) message.remove_prefix(code.size() + 2);
      add(std::move(code), place, std::string(message), "");
    }
  }

  std::vector<Diagnostic> take() { return std::move(found_); }

 private:
  std::string definition_;
  std::source_location source_;
  std::vector<Diagnostic> found_;
};

}  // namespace amplify::cognito
