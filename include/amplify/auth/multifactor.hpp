// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/auth/messages.hpp>
#include <amplify/toggle.hpp>

#include <cstdint>

namespace amplify {

/// Whether users prove more than their password.
enum class MultifactorMode : std::uint8_t {
  off,
  /// Those who want to.
  optional,
  required
};

/// A code by text message as second factor.
struct SmsFactor {
  /// Default: Cognito's words.
  CodeSms smsMessage{};
};

/// The second factor of sign-in. With a mode other than `off`, at least one factor has to be on,
/// and with sign-in by phone, `sms`.
struct Multifactor {
  MultifactorMode mode = MultifactorMode::off;
  /// Codes of an authenticator app.
  bool totp = false;
  Toggle<SmsFactor> sms{};
  /// A code by mail. Needs an `SesSender`.
  bool email = false;
};

}  // namespace amplify
