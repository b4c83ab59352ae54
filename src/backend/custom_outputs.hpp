// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/backend/client_config.hpp>
#include <amplify/cdk/app.hpp>

#include <map>
#include <set>
#include <source_location>
#include <string>

namespace amplify::detail {

/// What `addOutput` was given, made one. Objects are merged, lists joined.
class CustomOutputs {
 public:
  /// Errors (recorded in the app): `OutputEntryAlreadyExistsError` for two values of one key, or
  /// one that a definition sets; `VersionMismatchError`, `UnknownOutputKeyError`,
  /// `InvalidOutputError`.
  void add(cdk::App& app, const ClientConfig& part, std::source_location where);

  /// Keys that definitions set themselves, such as `auth.user_pool_id`, with the definition.
  void reserve(std::initializer_list<const char*> keys, const std::string& definition);

  bool empty() const { return !added_; }
  /// The JSON text for the output.
  cdk::Any text() const;

 private:
  std::map<std::string, std::string> reserved_{};
  cdk::Json merged_{};
  std::map<std::string, std::source_location> sources_{};
  std::string version_ = "1.4";
  bool added_ = false;
};

}  // namespace amplify::detail
