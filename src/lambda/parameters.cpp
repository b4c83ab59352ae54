// SPDX-License-Identifier: Apache-2.0
#include "lambda/parameters.hpp"

#include <amplify/lambda/error.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <thread>

namespace amplify::lambda {
namespace {

using nlohmann::json;
using namespace std::chrono_literals;

constexpr auto lifetime = 60s;

/// The extension answers so while it starts.
constexpr auto patience = 10s;
constexpr std::string_view not_ready = "not ready to serve traffic";

std::string variable(const char* name, const char* otherwise = "") {
  const char* const value = std::getenv(name);
  return value != nullptr ? value : otherwise;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.' || c == '~';
    if (plain) {
      result += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      result += {'%', digits[byte / 16], digits[byte % 16]};
    }
  }
  return result;
}

}  // namespace

Parameters::Parameters() {
  const std::string text = variable("AMPLIFY_SSM_ENV_CONFIG", "{}");
  const json config = json::parse(text, nullptr, false);
  if (!config.is_object()) {
    throw Error("InvalidParameterConfigError", "AMPLIFY_SSM_ENV_CONFIG is no JSON object");
  }
  for (const auto& [name, paths] : config.items())
    variables_[name] = {
        paths.value("path", std::string()), paths.value("sharedPath", std::string())
    };
}

void Parameters::refresh() {
  if (variables_.empty()) return;
  const auto now = std::chrono::steady_clock::now();
  if (fetched_ && now - *fetched_ < lifetime) return;
  if (!connection_) {
    connection_.emplace("localhost:" + variable("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT", "2773"));
    token_ = variable("AWS_SESSION_TOKEN");
  }
  for (const auto& [name, paths] : variables_) {
    if (const auto value = fetch(paths)) {
      ::setenv(name.c_str(), value->c_str(), 1);
    } else if (!fetched_) {
      std::fprintf(
          stderr, "%s has no value: there is no parameter %s\n", name.c_str(), paths.own.c_str()
      );
      ::unsetenv(name.c_str());  // which holds a sentence about this
    }
  }
  fetched_ = now;
}

std::optional<std::string> Parameters::fetch(const Paths& paths) {
  auto value = fetch(paths.own);
  if (!value && !paths.shared.empty()) value = fetch(paths.shared);
  return value;
}

std::optional<std::string> Parameters::fetch(const std::string& path) {
  const auto give_up = std::chrono::steady_clock::now() + patience;
  for (;;) {
    Response response;
    try {
      response = connection_->get(
          "/systemsmanager/parameters/get?withDecryption=true&name=" + percent_encoded(path),
          "X-Aws-Parameters-Secrets-Token: " + token_ + "\r\n"
      );
    } catch (const ConnectionError& error) {
      throw Error(
          "MissingSecretsLayerError",
          std::string("the AWS Parameters and Secrets Lambda Extension can't be asked: ") +
              error.what()
      );
    }
    constexpr int good = 200;
    if (response.status == good) {
      const json answer = json::parse(response.body, nullptr, false);
      const auto value = answer.is_object() ? answer.value("Parameter", json::object()) : json();
      if (value.is_object() && value.contains("Value")) return value["Value"].get<std::string>();
    }
    if (response.body.find("ParameterNotFound") != std::string::npos) return std::nullopt;
    const bool waits = response.body.find(not_ready) != std::string::npos &&
                       std::chrono::steady_clock::now() < give_up;
    if (!waits) {
      throw Error(
          "ParameterError",
          path + ": status " + std::to_string(response.status) + ", " + response.body
      );
    }
    std::this_thread::sleep_for(10ms);
  }
}

}  // namespace amplify::lambda
