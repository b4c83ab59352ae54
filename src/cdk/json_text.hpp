// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/value.hpp>

namespace amplify::cdk {

/// The JSON text of a value as a value: tokens in it become strings of the text that CloudFormation
/// fills in. Lazy values are asked for at once.
Any json_text(const Node& value);

}  // namespace amplify::cdk
