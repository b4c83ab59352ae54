// SPDX-License-Identifier: Apache-2.0
#include "detail/pattern.hpp"

#include <cstddef>
#include <cstdint>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace amplify::detail {
namespace {

struct Free {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};

PCRE2_SPTR units(std::string_view text) { return reinterpret_cast<PCRE2_SPTR>(text.data()); }

}  // namespace

struct Pattern::Code {
  std::unique_ptr<pcre2_code, Free> compiled;
};

Pattern::Pattern(std::string_view expression, Case letters) {
  constexpr auto as_in_javascript = PCRE2_UTF | PCRE2_ALT_BSUX | PCRE2_DOLLAR_ENDONLY |
                                    PCRE2_ALLOW_EMPTY_CLASS | PCRE2_MATCH_UNSET_BACKREF;
  int error = 0;
  PCRE2_SIZE place = 0;
  code_.reset(new Code{std::unique_ptr<pcre2_code, Free>(pcre2_compile(
      units(expression), expression.size(),
      as_in_javascript | (letters == Case::ignored ? PCRE2_CASELESS : 0U), &error, &place, nullptr
  ))});
}

Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

Pattern::Match Pattern::search(std::string_view text) const {
  using Outcome = Match::Outcome;
  constexpr std::uint32_t most_steps = 100'000;
  const auto* const code = code_->compiled.get();
  if (code == nullptr) return {};
  const std::unique_ptr<pcre2_match_data, Free> data(
      pcre2_match_data_create_from_pattern(code, nullptr)
  );
  const std::unique_ptr<pcre2_match_context, Free> context(pcre2_match_context_create(nullptr));
  pcre2_set_match_limit(context.get(), most_steps);
  const int result = pcre2_match(code, units(text), text.size(), 0, 0, data.get(), context.get());
  if (result == PCRE2_ERROR_NOMATCH) return {.outcome = Outcome::none};
  if (result < 0) return {};
  Match match{.outcome = Outcome::found};
  const auto* const places = pcre2_get_ovector_pointer(data.get());
  for (std::size_t i = 0; i < pcre2_get_ovector_count(data.get()); ++i) {
    const auto begin = places[2 * i];
    match.groups.push_back(
        begin == PCRE2_UNSET ? std::string_view() : text.substr(begin, places[2 * i + 1] - begin)
    );
  }
  return match;
}

}  // namespace amplify::detail
