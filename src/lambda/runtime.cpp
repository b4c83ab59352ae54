// SPDX-License-Identifier: Apache-2.0
// The loop that AWS describes in "Building a custom runtime for AWS Lambda" and "Using the Lambda
// runtime API for custom runtimes" of its developer guide.
#include <amplify/lambda/runtime.hpp>

#include "lambda/http.hpp"
#include "lambda/parameters.hpp"

#include <nlohmann/json.hpp>

#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <optional>
#include <typeinfo>

#include <cxxabi.h>

namespace amplify::lambda {
namespace {

using nlohmann::json;

constexpr int good_status = 200;
/// The service can't go on, and asks the program to end.
constexpr int container_error = 500;
/// Of the payload of a response; Lambda's quota.
constexpr std::size_t most_bytes = 6'291'556;

struct Failure {
  std::string type;
  std::string message;
};

std::string name_of(const std::type_info& type) {
  int status = 0;
  char* const name = abi::__cxa_demangle(type.name(), nullptr, nullptr, &status);
  std::string result = status == 0 ? name : type.name();
  std::free(name);
  return result;
}

/// Of the exception that is being handled.
Failure current_failure() {
  try {
    throw;
  } catch (const Error& error) {
    return {error.type(), error.what()};
  } catch (const std::exception& error) {
    return {name_of(typeid(error)), error.what()};
  } catch (...) {
    const auto* const type = abi::__cxa_current_exception_type();
    return {type != nullptr ? name_of(*type) : "unknown", "an exception that is no std::exception"};
  }
}

std::string text_of(const Failure& failure) {
  const json text{
      {"errorMessage", failure.message},
      {"errorType", failure.type},
      {"stackTrace", json::array()},
  };
  // A message may be any bytes.
  return text.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// A type goes into a header: without what would end it.
std::string header_of(std::string_view category, const Failure& failure) {
  std::string line = "Lambda-Runtime-Function-Error-Type: ";
  if (!failure.type.starts_with(std::string(category) + ".")) line.append(category).append(".");
  for (const char c : failure.type)
    if (c > ' ' && c < '\x7f') line += c;
  return line + "\r\nContent-Type: application/json\r\n";
}

Context context_of(const Response& next) {
  const auto header = [&](const char* name) { return std::string(next.header(name)); };
  Context context{
      .awsRequestId = header("lambda-runtime-aws-request-id"),
      .invokedFunctionArn = header("lambda-runtime-invoked-function-arn"),
      .traceId = header("lambda-runtime-trace-id"),
  };
  const auto deadline = next.header("lambda-runtime-deadline-ms");
  std::from_chars(deadline.data(), deadline.data() + deadline.size(), context.deadlineInMillis);
  if (auto client = header("lambda-runtime-client-context"); !client.empty())
    context.clientContext.text = std::move(client);
  if (auto identity = header("lambda-runtime-cognito-identity"); !identity.empty())
    context.identity.text = std::move(identity);
  return context;
}

/// The Runtime API, as one execution environment has it.
class Api {
 public:
  explicit Api(std::string_view authority) : connection_(authority) {}

  Response next() {
    Response response = connection_.get(prefix + "invocation/next");
    if (response.status != good_status) refuse("invocation/next", response);
    return response;
  }
  void respond(const std::string& id, std::string_view body) {
    post("invocation/" + id + "/response", "Content-Type: application/json\r\n", body);
  }
  void fail(const std::string& id, const Failure& failure) {
    std::fprintf(stderr, "%s: %s\n", failure.type.c_str(), failure.message.c_str());
    post("invocation/" + id + "/error", header_of("Function", failure), text_of(failure));
  }
  void fail_to_start(const Failure& failure) {
    std::fprintf(stderr, "%s: %s\n", failure.type.c_str(), failure.message.c_str());
    post("init/error", header_of("Runtime", failure), text_of(failure));
  }

 private:
  void post(const std::string& path, std::string_view headers, std::string_view body) {
    const Response response = connection_.post(prefix + path, headers, body);
    if (response.status >= container_error) refuse(path, response);
    constexpr int first_error = 400;
    // Lambda has told the caller already.
    if (response.status >= first_error)
      std::fprintf(stderr, "%s: %s\n", path.c_str(), response.body.c_str());
  }
  [[noreturn]] static void refuse(const std::string& path, const Response& response) {
    throw ConnectionError(
        path + ": status " + std::to_string(response.status) + ", " + response.body
    );
  }

  inline static const std::string prefix = "/2018-06-01/runtime/";
  Connection connection_;
};

void serve(Api& api, detail::AnyHandler& handler, Parameters& parameters) {
  for (;;) {
    const Response next = api.next();
    const Context context = context_of(next);
    ::setenv("_X_AMZN_TRACE_ID", context.traceId.c_str(), 1);
    std::string result;
    try {
      parameters.refresh();
      result = handler.call(next.body, context);
      if (result.size() > most_bytes) {
        throw Error(
            "Function.ResponseSizeTooLarge", "Response payload size (" +
                                                 std::to_string(result.size()) +
                                                 " bytes) exceeded maximum allowed payload size (" +
                                                 std::to_string(most_bytes) + " bytes)."
        );
      }
    } catch (...) {
      api.fail(context.awsRequestId, current_failure());
      continue;
    }
    api.respond(context.awsRequestId, result);
  }
}

}  // namespace

std::int64_t Context::getRemainingTimeInMillis() const {
  const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
                       std::chrono::system_clock::now().time_since_epoch()
  )
                       .count();
  return deadlineInMillis > now ? deadlineInMillis - now : 0;
}

int detail::run(AnyStart& start) {
  const char* const authority = std::getenv("AWS_LAMBDA_RUNTIME_API");
  if (authority == nullptr) {
    std::fputs("AWS_LAMBDA_RUNTIME_API isn't set: this program runs in AWS Lambda\n", stderr);
    return EXIT_FAILURE;
  }
  try {
    Api api(authority);
    std::unique_ptr<AnyHandler> handler;
    std::optional<Parameters> parameters;
    try {
      handler = start.start();
      parameters.emplace();
    } catch (...) {
      api.fail_to_start(current_failure());
      return EXIT_FAILURE;
    }
    serve(api, *handler, *parameters);
  } catch (const ConnectionError& error) {
    std::fprintf(stderr, "the Lambda Runtime API: %s\n", error.what());
  }
  return EXIT_FAILURE;
}

}  // namespace amplify::lambda
