// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/checked.hpp>
#include <amplify/function_ref.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace amplify {

namespace detail {
struct cache_seconds_rule {
  static constexpr std::int64_t least = 0, most = 3600;
  // clang-format off: the compilers print one line
  static constexpr void require(bool allowed) { if (!allowed) throw "InvalidAuthorizerError: answers of an authorizer hold for 0 to 3600 seconds"; }
  // clang-format on
};
}  // namespace detail

/// How callers of an API prove who they are. Default: not said here.
class ApiAuthorizer {
 public:
  enum class Kind : std::uint8_t { unset, none, iam, userPool, function, apiKey };

  ApiAuthorizer() = default;
  /// Not at all: the whole world may call.
  static ApiAuthorizer none() { return ApiAuthorizer(Kind::none); }
  /// By AWS credentials, as Amplify's clients have them, guests too. Who may call is said by
  /// `access`, or by policies of your own.
  static ApiAuthorizer iam() { return ApiAuthorizer(Kind::iam); }
  /// By a token of the backend's user pool in the header `Authorization`: the ID token.
  static ApiAuthorizer userPool() { return ApiAuthorizer(Kind::userPool); }
  /// By what a function makes of the header `Authorization`. Its answer for one value holds for
  /// `cacheSeconds`, from 0 to 3,600. For a REST API it is a policy, for an HTTP API
  /// `{isAuthorized, context}`.
  static ApiAuthorizer function(
      FunctionRef function, WholeNumber<detail::cache_seconds_rule> cacheSeconds = 300
  ) {
    ApiAuthorizer result(Kind::function);
    result.function_ = function;
    result.cache_seconds_ = cacheSeconds;
    return result;
  }

  Kind kind() const { return kind_; }
  FunctionRef function() const { return function_; }
  WholeNumber<detail::cache_seconds_rule> cacheSeconds() const { return cache_seconds_; }
  const std::vector<std::string>& scopes() const { return scopes_; }

 private:
  friend class RestApiAuthorizer;
  explicit ApiAuthorizer(Kind kind, std::vector<std::string> scopes = {})
      : kind_(kind), scopes_(std::move(scopes)) {}

  Kind kind_ = Kind::unset;
  FunctionRef function_{};
  WholeNumber<detail::cache_seconds_rule> cache_seconds_ = 300;
  std::vector<std::string> scopes_{};
};

/// The same for a REST API: an ApiAuthorizer, or what only REST APIs know.
class RestApiAuthorizer {
 public:
  RestApiAuthorizer() = default;
  RestApiAuthorizer(ApiAuthorizer authorizer) : authorizer_(std::move(authorizer)) {}

  /// By the API's key in the header `X-Api-Key`. It counts and limits calls; it keeps nobody out
  /// who has seen it.
  static RestApiAuthorizer apiKey() { return ApiAuthorizer(ApiAuthorizer::Kind::apiKey); }
  /// By the access token of the backend's user pool, when it has one of the scopes.
  static RestApiAuthorizer userPool(std::vector<std::string> scopes) {
    return ApiAuthorizer(ApiAuthorizer::Kind::userPool, std::move(scopes));
  }

  const ApiAuthorizer& authorizer() const { return authorizer_; }

 private:
  ApiAuthorizer authorizer_{};
};

}  // namespace amplify
