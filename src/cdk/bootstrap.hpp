// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

/// What `cdk bootstrap` made in the account, under the names that the CDK takes by default, and the
/// version of the files that tell the CDK about it.
namespace amplify::cdk::bootstrap {

inline constexpr std::string_view bucket = "cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}";
inline constexpr std::string_view version_parameter = "/cdk-bootstrap/hnb659fds/version";
inline constexpr int required_version = 6;
inline constexpr int required_version_for_lookup = 8;
/// Old enough for every `cdk` in use: it refuses those newer than itself.
inline constexpr std::string_view schema_version = "36.0.0";

inline std::string role(std::string_view name) {
  return fmt::format(
      "arn:${{AWS::Partition}}:iam::${{AWS::AccountId}}:role/"
      "cdk-hnb659fds-{}-${{AWS::AccountId}}-${{AWS::Region}}",
      name
  );
}

}  // namespace amplify::cdk::bootstrap
