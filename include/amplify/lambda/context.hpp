// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace amplify::lambda {

/// JSON as text: a payload as it comes, a result as it goes, or a part of an event whose shape is
/// up to its sender.
struct JsonText {
  std::string text = "null";
};

/// What Lambda says about one invocation.
struct Context {
  std::string awsRequestId{};
  std::string invokedFunctionArn{};
  /// For X-Ray; also in the variable `_X_AMZN_TRACE_ID`.
  std::string traceId{};
  /// Milliseconds since 1970, when Lambda stops the function.
  std::int64_t deadlineInMillis = 0;
  /// Of calls by the mobile SDKs.
  JsonText clientContext{};
  /// The same: `cognitoIdentityId` and `cognitoIdentityPoolId`.
  JsonText identity{};

  /// Milliseconds until the function is stopped; 0 after that.
  std::int64_t getRemainingTimeInMillis() const;
};

}  // namespace amplify::lambda
