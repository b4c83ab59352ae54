// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/auth/addresses.hpp>
#include <amplify/auth/external_providers.hpp>
#include <amplify/auth/messages.hpp>
#include <amplify/toggle.hpp>

#include <cstdint>

namespace amplify {

/// How a new email address is proved.
enum class VerificationEmailStyle : std::uint8_t { code, link };

/// What Cognito writes to users whom an administrator creates. Default of each: Cognito's words.
struct UserInvitation {
  MailSubject emailSubject{};
  InvitationMail emailBody{};
  InvitationSms smsMessage{};
  bool given = true;
};

/// Sign-in with an email address and a password. Cognito mails what proves the address.
struct EmailLogin {
  VerificationEmailStyle verificationEmailStyle = VerificationEmailStyle::code;
  /// Default: "The verification code to your new account is {code}", or Cognito's words for a link.
  VerificationMail verificationEmailBody{};
  /// Default: "Verify your new account".
  MailSubject verificationEmailSubject{};
  UserInvitation userInvitation{.given = false};
  /// Lets users sign in with a code by mail in place of the password.
  bool otpLogin = false;
};

/// Sign-in with a phone number and a password. Amazon SNS sends the texts, which cost money.
struct PhoneLogin {
  /// Default: "The verification code to your new account is {code}".
  CodeSms verificationMessage{};
  /// Lets users sign in with a code by text message in place of the password.
  bool otpLogin = false;
};

/// Whether a passkey asks for a finger, a face or a PIN.
enum class UserVerification : std::uint8_t { preferred, required };

/// Sign-in with passkeys, which users add once they have an account.
struct WebAuthnLogin {
  /// The domain of the website. Passkeys are bound to it: whoever changes it takes them from all
  /// users. "AUTO" is the app's domain at Amplify Hosting for branches, `localhost` for sandboxes.
  RelyingPartyId relyingPartyId = "AUTO";
  UserVerification userVerification = UserVerification::preferred;
};

/// How users sign in. At least one of `email`, `phone` and `externalProviders` has to be on.
struct LoginWith {
  Toggle<EmailLogin> email{};
  Toggle<PhoneLogin> phone{};
  Toggle<WebAuthnLogin> webAuthn{};
  ExternalProviders externalProviders{.given = false};
};

}  // namespace amplify
