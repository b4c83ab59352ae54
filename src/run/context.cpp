// SPDX-License-Identifier: Apache-2.0
#include "run/context.hpp"

#include <fmt/format.h>
#include <amplify/error.hpp>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace amplify::detail {
namespace {

using nlohmann::json;

constexpr const char* context_variable = "CDK_CONTEXT_JSON";
constexpr const char* overflow_variable = "CONTEXT_OVERFLOW_LOCATION_ENV";

[[noreturn]] void refuse(std::string where, std::string message, std::string help) {
  throw UserError(Diagnostic{
      .code = "InvalidContextError",
      .where = std::move(where),
      .message = std::move(message),
      .help = std::move(help)
  });
}

json parse(const std::string& text, const std::string& where) {
  try {
    json context = json::parse(text);
    if (context.is_object()) return context;
    refuse(
        where, fmt::format("the context is a JSON {}", context.type_name()),
        "give a JSON object of context keys"
    );
  } catch (const json::parse_error& error) {
    refuse(
        where, fmt::format("not JSON: {}", error.what()),
        "give a JSON object, or leave the variable unset"
    );
  }
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file)
    refuse(
        overflow_variable, fmt::format("cannot read the file {}", path), "leave the variable unset"
    );
  return {std::istreambuf_iterator<char>(file), {}};
}

std::optional<std::string> entry(const json& context, const char* key) {
  const auto found = context.find(key);
  if (found == context.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  refuse(
      key, fmt::format("the context value is {}, not a string", found->dump()), "write it in quotes"
  );
}

}  // namespace

Context read_context() {
  json context = json::object();
  if (const char* text = std::getenv(context_variable); text != nullptr && *text != '\0') {
    context.update(parse(text, context_variable));
  }
  if (const char* path = std::getenv(overflow_variable); path != nullptr && *path != '\0') {
    context.update(parse(read_file(path), path));
  }
  return {
      .space = entry(context, "amplify-backend-namespace"),
      .name = entry(context, "amplify-backend-name"),
      .type = entry(context, "amplify-backend-type"),
  };
}

}  // namespace amplify::detail
