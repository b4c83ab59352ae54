// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace amplify::cdk {

/// Digests in lower-case hex.
std::string md5_hex(std::string_view data);
std::string sha256_hex(std::string_view data);
std::string sha512_hex(std::string_view data);

}  // namespace amplify::cdk
