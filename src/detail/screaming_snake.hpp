// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace amplify::detail {

/// `shopAuth2` as `SHOP_AUTH_2`: how Amplify makes a variable's name of a definition's.
std::string screaming_snake(std::string_view name);

}  // namespace amplify::detail
