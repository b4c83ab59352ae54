// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// What the options of `defineFunction` may be; for `WholeNumber` and `CheckedText`.
namespace amplify::detail {

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

constexpr bool all_digits(std::string_view text) {
  for (const char c : text)
    if (!is_ascii_digit(c)) return false;
  return !text.empty();
}

/// Letters, digits, `_` and those of `others`.
constexpr bool is_word(std::string_view text, std::string_view others) {
  for (const char c : text) {
    if (!is_ascii_letter(c) && !is_ascii_digit(c) && c != '_' && others.find(c) == others.npos)
      return false;
  }
  return !text.empty();
}

// clang-format off: the compilers print the line of a sentence

struct timeout_rule {
  static constexpr std::int64_t least = 1, most = 900;
  static constexpr void require(bool allowed) { if (!allowed) throw "InvalidTimeoutError: .timeoutSeconds takes a whole number from 1 to 900"; }
};
struct memory_rule {
  static constexpr std::int64_t least = 128, most = 10240;
  static constexpr void require(bool allowed) { if (!allowed) throw "InvalidMemoryMBError: .memoryMB takes a whole number from 128 to 10240"; }
};
struct ephemeral_storage_rule {
  static constexpr std::int64_t least = 512, most = 10240;
  static constexpr void require(bool allowed) { if (!allowed) throw "InvalidEphemeralStorageSizeMBError: .ephemeralStorageSizeMB takes a whole number from 512 to 10240"; }
};
struct execution_timeout_rule {
  static constexpr std::int64_t least = 1, most = 31'622'400;
  static constexpr void require(bool allowed) { if (!allowed) throw "InvalidDurableFunctionExecutionTimeoutError: .executionTimeoutSeconds takes a whole number from 1 to 31622400 (366 days)"; }
};
struct history_rule {
  static constexpr std::int64_t least = 1, most = 90;
  static constexpr void require(bool allowed) { if (!allowed) throw "InvalidDurableFunctionRetentionPeriodError: .retentionPeriodDays takes a whole number from 1 to 90"; }
};
struct resource_name_rule {
  static constexpr bool allows(std::string_view name) { return is_word(name, "- ") && is_ascii_letter(name[0]); }
  static constexpr void require(bool allowed) { if (!allowed) throw "InvalidResourceNameError: a name starts with a letter, then has letters, digits, `-`, `_` and spaces"; }
};
struct environment_name_rule {
  static constexpr std::string_view reserved = "AMPLIFY_SSM_ENV_CONFIG";
  static constexpr bool is_name(std::string_view name) { return name.size() >= 2 && is_word(name, "") && is_ascii_letter(name[0]); }
  static constexpr bool allows(std::string_view name) { return is_name(name) && name != reserved; }
  static constexpr void require(bool allowed) { if (!allowed) throw "InvalidEnvironmentKeyError, FunctionReservedEnvironmentVariableError: a variable's name starts with a letter, then has letters, digits and `_`, two characters at least; AMPLIFY_SSM_ENV_CONFIG is Amplify's own"; }
};
struct runtime_rule {
  static constexpr bool is_node(std::int64_t version) { return version == 18 || version == 20 || version == 22 || version == 24; }
  static constexpr void require(bool allowed) { if (!allowed) throw "InvalidRuntimeError: .runtime of a Node.js function is 18, 20, 22 or 24"; }
};

// clang-format on

/// `name:version`, of this account and region; or
/// `arn:<partition>:lambda:<region>:<account>:layer:<name>:<version>`.
struct layer_rule {
  static constexpr bool is_name_and_version(std::string_view text) {
    const auto colon = text.find(':');
    return colon != text.npos && is_word(text.substr(0, colon), "-") &&
           all_digits(text.substr(colon + 1));
  }
  static constexpr bool is_arn(std::string_view text) {
    constexpr std::size_t account_digits = 12;
    std::string_view parts[6];
    for (auto& part : parts) {
      const auto colon = text.find(':');
      if (colon == text.npos) return false;
      part = text.substr(0, colon);
      text.remove_prefix(colon + 1);
    }
    return parts[0] == "arn" && is_word(parts[1], "-") && parts[2] == "lambda" &&
           is_word(parts[3], "-") && parts[4].size() == account_digits && all_digits(parts[4]) &&
           parts[5] == "layer" && is_name_and_version(text);
  }
  static constexpr bool allows(std::string_view text) {
    return is_name_and_version(text) || is_arn(text);
  }
  // clang-format off
  static constexpr void require(bool allowed) { if (!allowed) throw "InvalidLayerFormatError: a layer is `name:version` or `arn:aws:lambda:<region>:<account>:layer:<name>:<version>`"; }
  // clang-format on
};

struct log_retention {
  std::string_view text;
  std::int64_t days;
};
/// As CloudWatch Logs takes them; 0 days is forever.
inline constexpr log_retention log_retentions[] = {
    {"1 day", 1},       {"3 days", 3},      {"5 days", 5},     {"1 week", 7},
    {"2 weeks", 14},    {"1 month", 30},    {"2 months", 60},  {"3 months", 90},
    {"4 months", 120},  {"5 months", 150},  {"6 months", 180}, {"1 year", 365},
    {"13 months", 400}, {"18 months", 545}, {"2 years", 731},  {"3 years", 1096},
    {"5 years", 1827},  {"6 years", 2192},  {"7 years", 2557}, {"8 years", 2922},
    {"9 years", 3288},  {"10 years", 3653}, {"infinite", 0},
};

struct log_retention_rule {
  static constexpr bool allows(std::string_view text) {
    for (const auto& retention : log_retentions)
      if (retention.text == text) return true;
    return false;
  }
  // clang-format off
  static constexpr void require(bool allowed) { if (!allowed) throw "InvalidLogRetentionError: .retention is `1 day`, `3 days`, `5 days`, `1 week`, `2 weeks`, `1` to `6 months`, `13` or `18 months`, `1`, `2`, `3`, `5` to `10 years`, or `infinite`"; }
  // clang-format on
};

}  // namespace amplify::detail
