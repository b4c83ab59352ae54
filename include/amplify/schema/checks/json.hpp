// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/scanner.hpp>

#include <string_view>

namespace amplify::detail {

constexpr void skip_space(scanner& s) {
  while (s.take(' ') || s.take('\t') || s.take('\n') || s.take('\r')) {
  }
}

/// The rest of a string whose opening quote was taken.
constexpr bool scan_json_string(scanner& s) {
  while (!s.done()) {
    const char c = s.next();
    if (c == '"') return true;
    if (static_cast<unsigned char>(c) < ' ') return false;
    if (c != '\\') continue;
    const char escaped = s.next();
    if (escaped == 'u') {
      for (int i = 0; i < 4; ++i)
        if (!scanner::is_hex(s.next())) return false;
    } else if (std::string_view("\"\\/bfnrt").find(escaped) == std::string_view::npos) {
      return false;
    }
  }
  return false;
}

constexpr bool scan_json_number(scanner& s) {
  s.take('-');
  if (!s.take('0') && s.skip_digits() == 0) return false;
  if (s.take('.') && s.skip_digits() == 0) return false;
  if (!s.take('e') && !s.take('E')) return true;
  if (!s.take('+')) s.take('-');
  return s.skip_digits() > 0;
}

constexpr bool scan_json(scanner& s);

/// The rest of an object or array whose opening bracket was taken.
constexpr bool scan_json_members(scanner& s, bool object) {
  const char end = object ? '}' : ']';
  skip_space(s);
  if (s.take(end)) return true;
  do {
    skip_space(s);
    if (object) {
      if (!s.take('"') || !scan_json_string(s)) return false;
      skip_space(s);
      if (!s.take(':')) return false;
    }
    if (!scan_json(s)) return false;
  } while (s.take(','));
  return s.take(end);
}

/// A value and the space around it.
constexpr bool scan_json(scanner& s) {
  skip_space(s);
  bool ok = false;
  if (s.take('"'))
    ok = scan_json_string(s);
  else if (s.take('{'))
    ok = scan_json_members(s, true);
  else if (s.take('['))
    ok = scan_json_members(s, false);
  else
    ok = s.take("true") || s.take("false") || s.take("null") || scan_json_number(s);
  skip_space(s);
  return ok;
}

/// JSON of RFC 8259.
constexpr bool is_json(std::string_view text) {
  scanner s{text};
  return scan_json(s) && s.done();
}

}  // namespace amplify::detail
