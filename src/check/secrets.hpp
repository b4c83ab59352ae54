// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace amplify::check {

/// What kind of secret a text is by its form: `a key of AWS`, `a private key`; none for others.
std::optional<std::string_view> kind_of_secret(std::string_view text);

/// Whether a variable of this name is likely to hold a secret: `DB_PASSWORD`, `stripeSecretKey`.
/// Not one that tells where the secret is: `PASSWORD_SECRET_ARN`.
bool names_secret(std::string_view name);

}  // namespace amplify::check
