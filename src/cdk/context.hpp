// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace amplify::cdk {

namespace detail {
struct Tree;
}

/// What the `cdk` CLI tells the program: `-c key=value`, `cdk.json`, the look-ups' results in
/// `cdk.context.json`, and some of its own options.
class Context {
 public:
  Context() = default;
  /// As the CLI hands it over: JSON in the environment variable `CDK_CONTEXT_JSON` and, above
  /// 128 KiB, more of it in a file that `CONTEXT_OVERFLOW_LOCATION_ENV` names. Errors: UserError
  /// `InvalidContextError`.
  static Context from_environment();
  /// That of an app, read when it is first asked for. A fault is recorded with the app.
  static Context& of(detail::Tree& tree);

  /// Null when there is none.
  const nlohmann::json* find(std::string_view key) const;
  /// A text as it is, everything else as JSON. Errors: UserError `InvalidContextError` for what is
  /// nested too deep to be printed.
  std::optional<std::string> text(std::string_view key) const;
  /// Whether the entry is `true`.
  bool enabled(std::string_view key) const;
  void set(std::string_view key, nlohmann::json value);

 private:
  void add(nlohmann::json&& more);

  nlohmann::json entries_ = nlohmann::json::object();
};

}  // namespace amplify::cdk
