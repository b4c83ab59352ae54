// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/client/detail/request_text.hpp>
#include <amplify/schema/detail/record_type.hpp>
#include <amplify/schema/json_error.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace amplify {

/// Why the API didn't do something, or not all of it.
struct GraphQLError {
  std::string message{};
  /// Such as `Unauthorized`.
  std::string errorType{};
  /// As in `listPosts.items[0].title`.
  std::string path{};
  /// JSON; empty if there is none.
  std::string errorInfo{};
};

/// What a request for one thing gives.
template <class T>
struct Response {
  std::optional<T> data{};
  std::vector<GraphQLError> errors{};
};

/// What a request for items gives.
template <class T>
struct ListResponse {
  std::vector<T> data{};
  /// Given to the same request, it makes the API go on after these.
  std::optional<std::string> nextToken{};
  std::vector<GraphQLError> errors{};
};

/// A GraphQL document and its variables.
class GraphQLRequest {
 public:
  explicit GraphQLRequest(detail::request_text text) : text_(std::move(text)) {}

  const std::string& document() const { return text_.document; }
  /// A JSON object.
  const std::string& variables() const { return text_.variables; }
  /// What is posted to the API: `{"query":…,"variables":…}`.
  std::string body() const;

 protected:
  detail::request_text text_;
};

/// A request whose answer is a `Result`.
template <class Result>
class Request;

template <class T>
class Request<Response<T>> : public GraphQLRequest {
 public:
  using GraphQLRequest::GraphQLRequest;

  /// Reads what the API answered; of a subscription, a message's payload. Throws JsonError for what
  /// doesn't fit the schema.
  Response<T> parse(std::string_view answer) const {
    Response<T> result;
    detail::parse_response(
        answer, text_.field, *detail::type_of_value<std::optional<T>>(), &result.data, nullptr,
        result.errors
    );
    return result;
  }
};

template <class T>
class Request<ListResponse<T>> : public GraphQLRequest {
 public:
  using GraphQLRequest::GraphQLRequest;

  /// Reads what the API answered. Throws JsonError for what doesn't fit the schema.
  ListResponse<T> parse(std::string_view answer) const {
    ListResponse<T> result;
    detail::parse_response(
        answer, text_.field, detail::connection_of<T>, &result.data, &result.nextToken,
        result.errors
    );
    return result;
  }
};

}  // namespace amplify
