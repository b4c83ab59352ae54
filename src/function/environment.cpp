// SPDX-License-Identifier: Apache-2.0
#include "function/environment.hpp"

#include "cdk/lazy.hpp"

#include <fmt/format.h>
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/validations.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace amplify {

void FunctionResources::addEnvironment(
    EnvironmentName name, EnvironmentValue value, std::source_location where
) const {
  environment->add(name, value, where);
}

namespace functions {
namespace {

/// What stands in the template in place of a value that is fetched when the function starts.
constexpr std::string_view placeholder = "<value will be resolved during runtime>";
constexpr auto config_variable = detail::environment_name_rule::reserved;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// `AKIA` and the like, then 16 letters or digits: an access key of AWS.
bool is_access_key(std::string_view text) {
  constexpr std::size_t length = 20;
  return text.size() == length && (text.starts_with("AKIA") || text.starts_with("ASIA")) &&
         std::ranges::all_of(text, [](char c) { return is_upper(c) || detail::is_ascii_digit(c); });
}

}  // namespace

bool looks_secret(std::string_view name, std::string_view text) {
  static constexpr std::array prefixes{"-----BEGIN ", "ghp_", "github_pat_", "glpat-",
                                       "sk_live_",    "sk-",  "xoxb-",       "xoxp-"};
  static constexpr std::array names{"PASSWORD", "PASSWD", "SECRET",     "TOKEN",
                                    "API_KEY",  "APIKEY", "PRIVATE_KEY"};
  if (is_access_key(text)) return true;
  for (const std::string_view prefix : prefixes)
    if (text.starts_with(prefix)) return true;
  std::string upper(name);
  for (char& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  // `TOKEN_TTL=60`, `SECRET_NAME=api` and such are none.
  return !text.empty() &&
         std::ranges::any_of(names, [&](std::string_view word) { return upper.ends_with(word); });
}

Environment::Environment(
    cdk::lambda::Function function, std::string name, std::string action, ParameterPaths paths,
    std::function<void(Diagnostic)> report
)
    : function_(std::move(function)),
      name_(std::move(name)),
      action_(std::move(action)),
      paths_(std::move(paths)),
      report_(std::move(report)) {}

void Environment::add(
    EnvironmentName name, const EnvironmentValue& value, std::source_location where
) {
  if (!name.isAllowed()) {
    const bool reserved = name.view() == config_variable;
    report_(
        {.code =
             reserved ? "FunctionReservedEnvironmentVariableError" : "InvalidEnvironmentKeyError",
         .where = fmt::format("defineFunction {} environment", name_),
         .message = reserved ? fmt::format("`{}` is Amplify's own", config_variable)
                             : fmt::format("`{}` is no name of a variable", name.view()),
         .help = reserved
                     ? "give the variable another name"
                     : "start with a letter, then letters, digits and `_`; two characters at least",
         .source = where}
    );
    return;
  }
  if (const auto& secret = value.secret()) {
    add_parameter({std::string(name.view()), std::string(secret->name.view()), true});
    return;
  }
  if (looks_secret(name.view(), value.text())) {
    cdk::Validations::of(function_).addWarning(
        "SecretInEnvironmentWarning",
        fmt::format(
            "`{0}` looks like a secret, and is in the template; write {{\"{0}\", secret(\"{0}\")}}, "
            "and store its value",
            name.view()
        ),
        where
    );
  }
  function_.addEnvironment(name.view(), value.value());
}

void Environment::addReference(std::string_view name) {
  add_parameter({std::string(name), std::string(name), false});
}

void Environment::add_parameter(Parameter parameter) {
  function_.addEnvironment(parameter.variable, placeholder);
  std::vector<const ParameterPaths::Path*> paths{&paths_.reference};
  if (parameter.is_secret) paths = {&paths_.secret, &paths_.sharedSecret};
  for (const auto* path : paths) {
    const cdk::Any arn = cdk::lazy([path = *path, name = parameter.name] {
      return cdk::Json(cdk::fn::concat(
          {"arn:", cdk::aws::partition(), ":ssm:", cdk::aws::region(), ":", cdk::aws::accountId(),
           ":parameter" + path(name)}
      ));
    });
    function_.addToRolePolicy({.actions = {action_}, .resources = {arn}});
  }
  if (parameters_.empty()) {
    function_.addEnvironment(config_variable, cdk::lazy([self = shared_from_this()] {
                               return cdk::Json(self->config());
                             }));
  }
  std::erase_if(parameters_, [&](const Parameter& other) {
    return other.variable == parameter.variable;
  });
  parameters_.push_back(std::move(parameter));
}

std::string Environment::config() const {
  auto config = nlohmann::ordered_json::object();
  for (const Parameter& parameter : parameters_) {
    auto& entry = config[parameter.variable];
    if (parameter.is_secret) {
      entry["path"] = paths_.secret(parameter.name);
      entry["sharedPath"] = paths_.sharedSecret(parameter.name);
    } else {
      entry["path"] = paths_.reference(parameter.name);
    }
  }
  return config.dump();
}

}  // namespace functions
}  // namespace amplify
