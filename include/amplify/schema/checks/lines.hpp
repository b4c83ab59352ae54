// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/finding.hpp>
#include <amplify/schema/fixed_string.hpp>

#include <cstddef>
#include <string_view>
#include <utility>

/// Sentences as template arguments, which compilers print verbatim in errors.
namespace amplify::detail {

/// How much of a text in a type's name the compiler prints.
#ifdef __clang__
inline constexpr std::size_t longest_line = 35;
#else
inline constexpr std::size_t longest_line = 200;
#endif

/// Where line `number` of a text starts, or its end. Lines are as long as the compiler prints and
/// break at spaces, if there are any.
constexpr std::size_t line_start(std::string_view text, std::size_t number) {
  std::size_t start = 0;
  for (; number > 0 && start < text.size(); --number) {
    if (text.size() - start <= longest_line) return text.size();
    std::size_t end = start + longest_line;
    while (end > start && text[end] != ' ')
      --end;
    start = end > start ? end + 1 : start + longest_line;
  }
  return start;
}
constexpr std::size_t line_count(std::string_view text) {
  std::size_t count = 0;
  while (line_start(text, count) < text.size())
    ++count;
  return count;
}
constexpr std::string_view line_at(std::string_view text, std::size_t number) {
  const std::size_t start = line_start(text, number);
  std::size_t end = line_start(text, number + 1);
  if (end > start && end < text.size() && text[end - 1] == ' ') --end;
  return text.substr(start, end - start);
}

/// With `?` for what isn't ASCII: clang prints a text with anything else in it as numbers.
template <std::size_t N>
constexpr fixed_string<N> make_line(std::string_view text) {
  fixed_string<N> result(text);
  for (std::size_t i = 0; i + 1 < N; ++i)
    if (result.data[i] < ' ' || result.data[i] > '~') result.data[i] = '?';
  return result;
}

template <const message& Text, std::size_t Number>
inline constexpr auto line =
    make_line<line_at(Text.view(), Number).size() + 1>(line_at(Text.view(), Number));

template <const message& Text>
using lines_of = std::make_index_sequence<line_count(Text.view())>;

/// To complete it is an error, whose text is that of `Undefined` with three texts in order. The
/// class itself stays usable: one mistake, one error.
template <
    template <fixed_string...> class Undefined, const message& First, const message& Second,
    const message& Third, class = lines_of<First>, class = lines_of<Second>,
    class = lines_of<Third>>
struct printed;
template <
    template <fixed_string...> class Undefined, const message& First, const message& Second,
    const message& Third, std::size_t... F, std::size_t... S, std::size_t... T>
struct printed<
    Undefined, First, Second, Third, std::index_sequence<F...>, std::index_sequence<S...>,
    std::index_sequence<T...>> {
  static_assert(sizeof(Undefined<line<First, F>..., line<Second, S>..., line<Third, T>...>) > 0);
};

}  // namespace amplify::detail
