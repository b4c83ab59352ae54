// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/auth/addresses.hpp>
#include <amplify/checked.hpp>
#include <amplify/function_ref.hpp>

#include <cstddef>
#include <string_view>
#include <variant>

namespace amplify {
namespace detail {

struct mail_address_text {
  static constexpr void check(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == 0 || at == std::string_view::npos || at + 1 == text.size())
      throw "a mail address is written as `name@example.com`";
    if (text.find_first_of(" <>,") != std::string_view::npos)
      throw "a mail address stands alone; the name goes to .fromName";
  }
};

}  // namespace detail

using MailAddress = CheckedText<detail::mail_address_text>;

/// Mails by Amazon SES, from an address or domain that is verified there in the same region.
/// Cognito's own sender is for trying things: it stops after 50 mails a day.
struct SesSender {
  /// Required.
  MailAddress fromEmail{};
  Text fromName{};
  MailAddress replyTo{};
};

/// Text messages by Amazon SNS, with a role of your own.
struct SnsSender {
  /// The ID that the role's trust asks for. Goes with `snsCallerArn`.
  Text externalId{};
  /// The role that may send. Default: one is made.
  Arn snsCallerArn{};
  /// Default: the region of the user pool, or where Cognito sends from for it.
  Text snsRegion{};
};

/// A function that sends what Cognito would: it decrypts the code, which Cognito encrypts with a
/// key, and gets it to the user.
struct CustomSender {
  FunctionRef handler{};
  /// A symmetric key of KMS. Default: one is made. Two senders use the same one.
  Arn kmsKeyArn{};
};

/// Who sends mails and text messages. Default: Cognito, and SNS with a role that is made.
struct Senders {
  std::variant<std::monostate, SesSender, CustomSender> email{};
  std::variant<std::monostate, SnsSender, CustomSender> sms{};
};

}  // namespace amplify
