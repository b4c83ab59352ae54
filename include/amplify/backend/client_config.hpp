// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/value.hpp>

#include <string>

namespace amplify {

/// A part of `amplify_outputs.json`, for `Backend::addOutput`. Values may be tokens.
struct ClientConfig {
  /// The version of the file's schema. Default: `1.4`.
  std::string version{};
  cdk::Json auth{};
  cdk::Json data{};
  cdk::Json storage{};
  cdk::Json analytics{};
  cdk::Json geo{};
  cdk::Json notifications{};
  /// Whatever the frontend wants to know: an object with keys of your own.
  cdk::Json custom{};
};

}  // namespace amplify
