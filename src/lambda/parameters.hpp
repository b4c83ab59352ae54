// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lambda/http.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <string>

namespace amplify::lambda {

/// Variables that `AMPLIFY_SSM_ENV_CONFIG` says are kept as parameters of Systems Manager. They
/// come by way of AWS's extension for parameters and secrets, which is a layer: it signs the
/// requests, so that a handler needs no cryptography.
class Parameters {
 public:
  /// Reads the configuration. Errors: Error `InvalidParameterConfigError`.
  Parameters();

  /// Sets the variables, at first and again when that was a minute ago. Errors: Error
  /// `MissingSecretsLayerError` without the extension; a parameter that isn't there is told on
  /// standard error, and its variable unset.
  void refresh();

 private:
  struct Paths {
    std::string own;
    std::string shared;
  };

  std::optional<std::string> fetch(const std::string& path);
  std::optional<std::string> fetch(const Paths& paths);

  std::map<std::string, Paths> variables_{};
  std::optional<Connection> connection_{};
  std::string token_{};
  std::optional<std::chrono::steady_clock::time_point> fetched_{};
};

}  // namespace amplify::lambda
