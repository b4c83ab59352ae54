// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/json.hpp>
#include <amplify/schema/checks/scanner.hpp>
#include <amplify/schema/detail/name.hpp>
#include <amplify/schema/types.hpp>

#include <cstddef>
#include <string_view>

/// Formats of AppSync's scalars, from "Scalar types in GraphQL" of its developer guide. Where the
/// guide leaves room, a text passes.
namespace amplify::detail {

/// `Z` or `±hh:mm`, optionally with `:ss`.
constexpr bool scan_offset(scanner& s) {
  if (s.take('Z')) return true;
  return (s.take('+') || s.take('-')) && s.two_digits(23) && s.take(':') && s.two_digits(59) &&
         (!s.take(':') || s.two_digits(59));
}

/// `YYYY-MM-DD`, a day that exists. Years before 0 have a minus sign.
constexpr bool scan_date(scanner& s) {
  s.take('-');
  int year = 0, month = 0, day = 0;
  if (!s.number(4, year) || !s.take('-') || !s.number(2, month) || !s.take('-') ||
      !s.number(2, day))
    return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int days = month == 2                                              ? (leap ? 29 : 28)
                   : month == 4 || month == 6 || month == 9 || month == 11 ? 30
                                                                           : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= days;
}

/// `hh:mm`, optionally with `:ss` and one to nine digits of its fraction.
constexpr bool scan_time(scanner& s) {
  if (!s.two_digits(23) || !s.take(':') || !s.two_digits(59)) return false;
  if (!s.take(':')) return true;
  if (!s.two_digits(59)) return false;
  if (!s.take('.')) return true;
  const std::size_t fraction = s.skip_digits();
  return fraction >= 1 && fraction <= 9;
}

constexpr bool is_date(std::string_view text) {
  scanner s{text};
  return scan_date(s) && (s.done() || (scan_offset(s) && s.done()));
}

constexpr bool is_time(std::string_view text) {
  scanner s{text};
  return scan_time(s) && (s.done() || (scan_offset(s) && s.done()));
}

constexpr bool is_datetime(std::string_view text) {
  scanner s{text};
  return scan_date(s) && s.take('T') && scan_time(s) && scan_offset(s) && s.done();
}

/// `local-part@domain-part`, without spaces.
constexpr bool is_email(std::string_view text) {
  std::size_t ats = 0, at = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '@') ++ats, at = i;
    if (static_cast<unsigned char>(text[i]) <= ' ') return false;
  }
  return ats == 1 && at > 0 && at + 1 < text.size() && text[at + 1] != '.' && text.back() != '.';
}

/// `scheme:rest` as RFC 1738 has it, without spaces.
constexpr bool is_url(std::string_view text) {
  std::size_t colon = 0;
  while (colon < text.size() && (is_letter(text[colon]) || is_digit(text[colon]) ||
                                 text[colon] == '+' || text[colon] == '-' || text[colon] == '.'))
    ++colon;
  if (colon == 0 || colon + 1 >= text.size() || text[colon] != ':' || !is_letter(text[0]))
    return false;
  for (const char c : text)
    if (static_cast<unsigned char>(c) <= ' ') return false;
  return text.substr(colon) != "://";
}

/// Digits in groups that spaces, hyphens, dots or parentheses set apart, optionally after `+`: 3 to
/// 15 in all.
constexpr bool is_phone(std::string_view text) {
  std::size_t digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_digit(c))
      ++digits;
    else if (!(c == '+' && i == 0) && c != ' ' && c != '-' && c != '.' && c != '(' && c != ')')
      return false;
  }
  return digits >= 3 && digits <= 15;
}

/// Optional `/bits`: the length of a subnet's prefix.
constexpr bool scan_prefix(scanner& s, int most) {
  if (!s.take('/')) return true;
  int bits = 0;
  return s.up_to(3, bits) && bits <= most;
}

constexpr bool scan_ipv4(scanner& s) {
  for (int part = 0; part < 4; ++part) {
    int value = 0;
    if ((part > 0 && !s.take('.')) || !s.up_to(3, value) || value > 255) return false;
  }
  return true;
}

constexpr bool scan_ipv6(scanner& s) {
  int groups = 0;
  bool shortened = false;
  if (s.take(':')) {
    if (!s.take(':')) return false;
    shortened = true;
  }
  while (!s.done() && !s.next_is('/')) {
    if (scanner v4 = s; scan_ipv4(v4) && (v4.done() || v4.next_is('/'))) {
      s = v4;
      groups += 2;
      break;
    }
    if (!s.hex_group() || ++groups > 8) return false;
    if (!s.take(':')) break;
    if (s.take(':')) {
      if (shortened) return false;
      shortened = true;
    } else if (s.done() || s.next_is('/')) {
      return false;
    }
  }
  return shortened ? groups <= 7 : groups == 8;
}

/// IPv4 or IPv6, optionally with the length of a prefix.
constexpr bool is_ip_address(std::string_view text) {
  scanner four{text}, six{text};
  return (scan_ipv4(four) && scan_prefix(four, 32) && four.done()) ||
         (scan_ipv6(six) && scan_prefix(six, 128) && six.done());
}

/// Whether a text can be a value of the scalar.
constexpr bool has_format(ir::Scalar scalar, std::string_view text) {
  switch (scalar) {
    case ir::Scalar::date:
      return is_date(text);
    case ir::Scalar::time:
      return is_time(text);
    case ir::Scalar::datetime:
      return is_datetime(text);
    case ir::Scalar::email:
      return is_email(text);
    case ir::Scalar::json:
      return is_json(text);
    case ir::Scalar::phone:
      return is_phone(text);
    case ir::Scalar::url:
      return is_url(text);
    case ir::Scalar::ipAddress:
      return is_ip_address(text);
    default:
      return true;
  }
}

/// What a value of the scalar looks like, for messages.
constexpr std::string_view example_of(ir::Scalar scalar) {
  switch (scalar) {
    case ir::Scalar::date:
      return "write it as `2030-12-31`";
    case ir::Scalar::time:
      return "write it as `12:30:00.000Z`";
    case ir::Scalar::datetime:
      return "write it as `2030-12-31T12:30:00.000Z`";
    case ir::Scalar::email:
      return "write it as `name@example.com`";
    case ir::Scalar::json:
      return "write JSON; a string needs its own quotes";
    case ir::Scalar::phone:
      return "write it as `+1 555 0100`";
    case ir::Scalar::url:
      return "write it as `https://example.com/`";
    case ir::Scalar::ipAddress:
      return "write it as `192.0.2.1` or `2001:db8::1`";
    default:
      return "";
  }
}

/// The builder's name, for messages.
constexpr std::string_view builder_of(ir::Scalar scalar) {
  constexpr std::string_view names[] = {"a.id()",     "a.string()",   "a.integer()",
                                        "a.float_()", "a.boolean()",  "a.date()",
                                        "a.time()",   "a.datetime()", "a.timestamp()",
                                        "a.email()",  "a.json()",     "a.phone()",
                                        "a.url()",    "a.ipAddress()"};
  return names[static_cast<std::size_t>(scalar)];
}

}  // namespace amplify::detail
