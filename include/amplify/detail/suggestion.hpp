// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace amplify::detail {

constexpr char lower_case(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// How many letters must be put in, left out or changed to make one text of the other, ignoring
/// case. Texts longer than 60 characters are far from everything.
constexpr std::size_t edit_distance(std::string_view a, std::string_view b) {
  constexpr std::size_t longest = 60;
  if (a.size() > longest || b.size() > longest) return longest;
  std::array<std::size_t, longest + 1> row{};
  for (std::size_t j = 0; j <= b.size(); ++j)
    row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (lower_case(a[i]) != lower_case(b[j]));
      diagonal = row[j + 1];
      const std::size_t moved = 1 + (row[j] < diagonal ? row[j] : diagonal);
      row[j + 1] = changed < moved ? changed : moved;
    }
  }
  return row[b.size()];
}

/// Finds the candidate that the user most likely meant.
///
/// Compares at most 64 candidates of similar length letter by letter, so that the search over a
/// large schema stays within the compilers' limits; those with the same first letter come first.
class suggestion {
 public:
  constexpr explicit suggestion(std::string_view written) : written_(written) {}

  constexpr void offer(std::string_view candidate, bool same_start) {
    if (candidate.empty() || written_.empty() || left_ == 0) return;
    if (same_start != (lower_case(candidate[0]) == lower_case(written_[0]))) return;
    if (candidate.size() > written_.size() + 2 || written_.size() > candidate.size() + 2) return;
    --left_;
    const auto distance = edit_distance(written_, candidate);
    if (distance < best_distance_ && distance < written_.size()) {
      best_distance_ = distance;
      best_ = candidate;
    }
  }
  /// Offers `text_at(0)` to `text_at(count - 1)`.
  template <class TextAt>
  constexpr suggestion& among(std::size_t count, TextAt text_at) {
    for (const bool same_start : {true, false})
      for (std::size_t i = 0; i < count; ++i)
        offer(text_at(i), same_start);
    return *this;
  }
  /// Empty if nothing is near.
  constexpr std::string_view best() const { return best_; }

 private:
  std::string_view written_;
  std::string_view best_{};
  std::size_t best_distance_ = 3;
  std::size_t left_ = 64;
};

}  // namespace amplify::detail
