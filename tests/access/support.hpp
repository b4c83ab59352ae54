// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/backend.hpp>
#include <amplify/testing/simulator.hpp>
#include <amplify/testing/template.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace amplify::access {

/// The identity of the identity pool that asks.
inline constexpr const char* me = "eu-west-1:me";

/// Asks about one deployment of a backend.
inline assertions::IamSimulator simulator_of(const Backend& backend) {
  return assertions::IamSimulator(
      assertions::Template::fromAssembly(backend.synth({"app", "main", DeploymentType::branch}))
  );
}

/// What a caller may do with a file, of `get list write delete`: a letter each, `-` for what is
/// refused. The table's path has `{me}` for the caller's own identity.
inline std::string files(
    const assertions::IamSimulator& simulator, const assertions::IamCaller& caller,
    const cdk::s3::Bucket& bucket, std::string path
) {
  if (const auto at = path.find("{me}"); at != std::string::npos) path.replace(at, 4, me);
  const std::string folder = path.substr(0, path.rfind('/') + 1);
  const cdk::Json::Entry identity{"cognito-identity.amazonaws.com:sub", me};
  const auto object = [&](const char* action) {
    return static_cast<bool>(
        simulator.allows(caller, action, bucket.arnForObjects(path), {identity})
    );
  };
  std::string result;
  result += object("s3:GetObject") ? 'g' : '-';
  result += simulator.allows(caller, "s3:ListBucket", bucket, {identity, {"s3:prefix", folder}})
                ? 'l'
                : '-';
  result += object("s3:PutObject") ? 'w' : '-';
  result += object("s3:DeleteObject") ? 'd' : '-';
  return result;
}

}  // namespace amplify::access
