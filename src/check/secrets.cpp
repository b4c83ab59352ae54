// SPDX-License-Identifier: Apache-2.0
#include "check/secrets.hpp"

#include "detail/screaming_snake.hpp"

#include <algorithm>
#include <cctype>
#include <string>

namespace amplify::check {
namespace {

/// Texts that begin like this, with at least so many letters, digits, `-`, `_`, `.` after it.
struct Form {
  std::string_view prefix;
  std::size_t length;
  std::string_view kind;
};

constexpr Form forms[] = {
    {"AKIA", 16, "a key of AWS"},          {"ASIA", 16, "a key of AWS"},
    {"ghp_", 36, "a token of GitHub"},     {"gho_", 36, "a token of GitHub"},
    {"ghs_", 36, "a token of GitHub"},     {"github_pat_", 22, "a token of GitHub"},
    {"glpat-", 20, "a token of GitLab"},   {"sk_live_", 16, "a key of Stripe"},
    {"rk_live_", 16, "a key of Stripe"},   {"whsec_", 20, "a signing key of Stripe"},
    {"xoxb-", 20, "a token of Slack"},     {"xoxp-", 20, "a token of Slack"},
    {"AIza", 35, "a key of Google"},       {"SG.", 40, "a key of SendGrid"},
    {"npm_", 36, "a token of npm"},        {"sk-proj-", 20, "a key of OpenAI"},
    {"sk-ant-", 20, "a key of Anthropic"},
};

bool is_of_token(unsigned char c) {
  return std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.';
}

bool has_form(std::string_view text, const Form& form) {
  for (auto start = text.find(form.prefix); start != text.npos;
       start = text.find(form.prefix, start + 1)) {
    if (start > 0 && is_of_token(static_cast<unsigned char>(text[start - 1]))) continue;
    const auto rest = text.substr(start + form.prefix.size());
    const auto end = std::ranges::find_if_not(rest, [](char c) {
      return is_of_token(static_cast<unsigned char>(c));
    });
    if (static_cast<std::size_t>(end - rest.begin()) >= form.length) return true;
  }
  return false;
}

}  // namespace

std::optional<std::string_view> kind_of_secret(std::string_view text) {
  if (text.find("-----BEGIN ") != text.npos && text.find("PRIVATE KEY-----") != text.npos)
    return "a private key";
  const auto* const found =
      std::ranges::find_if(forms, [&](const Form& form) { return has_form(text, form); });
  return found == std::end(forms) ? std::nullopt : std::optional(found->kind);
}

bool names_secret(std::string_view name) {
  const std::string words = "_" + detail::screaming_snake(name) + "_";
  const auto has = [&](std::string_view word) {
    return words.find("_" + std::string(word) + "_") != words.npos;
  };
  for (const auto* place : {"ARN", "NAME", "PATH", "ID", "URL", "PARAMETER", "TTL", "LENGTH"}) {
    if (words.ends_with("_" + std::string(place) + "_")) return false;
  }
  return has("PASSWORD") || has("PASSWD") || has("SECRET") || has("TOKEN") || has("API_KEY") ||
         has("APIKEY") || has("PRIVATE_KEY") || has("SECRET_KEY") || has("ACCESS_KEY") ||
         has("SIGNING_KEY") || has("CREDENTIALS");
}

}  // namespace amplify::check
