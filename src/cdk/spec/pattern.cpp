// SPDX-License-Identifier: Apache-2.0
#include "cdk/spec/pattern.hpp"

#include <memory>
#include <mutex>
#include <unordered_map>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace amplify::cdk::spec {
namespace {

struct Free {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};

using Code = std::unique_ptr<pcre2_code, Free>;

PCRE2_SPTR units(std::string_view text) { return reinterpret_cast<PCRE2_SPTR>(text.data()); }

Code compile(std::string_view pattern) {
  constexpr auto as_in_javascript = PCRE2_UTF | PCRE2_ALT_BSUX | PCRE2_DOLLAR_ENDONLY |
                                    PCRE2_ALLOW_EMPTY_CLASS | PCRE2_MATCH_UNSET_BACKREF;
  int error = 0;
  PCRE2_SIZE place = 0;
  return Code(
      pcre2_compile(units(pattern), pattern.size(), as_in_javascript, &error, &place, nullptr)
  );
}

const pcre2_code* compiled(std::string_view pattern) {
  static std::mutex mutex;
  static auto& known = *new std::unordered_map<std::string_view, Code>;
  const std::scoped_lock lock(mutex);
  const auto [entry, is_new] = known.try_emplace(pattern);
  if (is_new) entry->second = compile(pattern);
  return entry->second.get();
}

}  // namespace

std::optional<bool> matches(std::string_view pattern, std::string_view text) {
  constexpr std::uint32_t most_steps = 100'000;
  const auto* const code = compiled(pattern);
  if (code == nullptr) return std::nullopt;
  const std::unique_ptr<pcre2_match_data, Free> data(
      pcre2_match_data_create_from_pattern(code, nullptr)
  );
  const std::unique_ptr<pcre2_match_context, Free> context(pcre2_match_context_create(nullptr));
  pcre2_set_match_limit(context.get(), most_steps);
  const int result = pcre2_match(code, units(text), text.size(), 0, 0, data.get(), context.get());
  if (result >= 0) return true;
  return result == PCRE2_ERROR_NOMATCH ? std::optional(false) : std::nullopt;
}

}  // namespace amplify::cdk::spec
