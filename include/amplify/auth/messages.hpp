// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/checked.hpp>

#include <cstddef>
#include <string_view>

namespace amplify {
namespace detail {

// The limits are those of Cognito's API.
inline constexpr std::size_t longest_subject = 140;
inline constexpr std::size_t longest_mail = 20'000;
inline constexpr std::size_t longest_sms = 140;

constexpr bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

constexpr bool has_link(std::string_view text) {
  return has(text, "{link}") || has(text, "{link:");
}

/// The characters of a UTF-8 text.
constexpr std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text)
    count += (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? 0 : 1;
  return count;
}

struct subject_text {
  static constexpr void check(std::string_view text) {
    if (characters(text) > longest_subject) throw "a subject has at most 140 characters";
  }
};

struct mail_text {
  static constexpr void check(std::string_view text) {
    if (text.size() > longest_mail) throw "a mail has at most 20,000 characters";
  }
};

struct verification_mail_text {
  static constexpr void check(std::string_view text) {
    mail_text::check(text);
    if (!has(text, "{code}") && !has_link(text))
      throw "the mail needs `{code}` where the code goes, or `{link}` or `{link:here}`";
  }
};

struct sms_text {
  static constexpr void check(std::string_view text) {
    if (characters(text) > longest_sms) throw "a text message has at most 140 characters";
  }
};

struct code_sms_text {
  static constexpr void check(std::string_view text) {
    sms_text::check(text);
    if (!has(text, "{code}")) throw "the text message needs `{code}` where the code goes";
  }
};

}  // namespace detail

/// The subject of a mail: 1 to 140 characters.
using MailSubject = CheckedText<detail::subject_text>;

/// The body of the mail that proves an address, plain or HTML: `{code}` stands for the code; with
/// `VerificationEmailStyle::link`, `{link}` or `{link:its text}` for the link.
///
/// Errors (compile time): neither is in it; more than 20,000 characters.
using VerificationMail = CheckedText<detail::verification_mail_text>;

/// A text message with a code: `{code}` stands for it.
///
/// Errors (compile time): `{code}` is not in it; more than 140 characters.
using CodeSms = CheckedText<detail::code_sms_text>;

/// The body of the mail to users whom an administrator creates: `{username}` and `{code}` stand for
/// their name and the password with which they sign in the first time.
using InvitationMail = CheckedText<detail::mail_text>;

/// A text message to users whom an administrator creates, with the same placeholders.
using InvitationSms = CheckedText<detail::sms_text>;

}  // namespace amplify
