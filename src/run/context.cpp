// SPDX-License-Identifier: Apache-2.0
#include "run/context.hpp"

#include <fmt/format.h>
#include <amplify/error.hpp>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

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

json parse(const std::string& source, const std::string& where) {
  try {
    json context = json::parse(source);
    if (context.is_object()) return context;
    refuse(
        where, fmt::format("the context is a JSON {}", context.type_name()),
        "give a JSON object of context keys"
    );
  } catch (const json::parse_error& error) {
    // Without the library's own "[json.exception.parse_error.101] ".
    const std::string_view text = error.what();
    refuse(
        where, fmt::format("not JSON: {}", text.substr(text.find("] ") + 2)),
        "give a JSON object, or leave the variable unset"
    );
  }
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  // A directory can be opened, but not read.
  if (!file || std::filesystem::is_directory(path))
    refuse(
        overflow_variable, fmt::format("cannot read the file {}", path), "leave the variable unset"
    );
  return {std::istreambuf_iterator<char>(file), {}};
}

void read(const json& context, const char* key, std::optional<std::string>& value) {
  const auto found = context.find(key);
  if (found == context.end()) return;
  if (!found->is_string()) {
    const std::string what = found->is_structured() ? found->type_name() : found->dump();
    refuse(key, fmt::format("the context value is {}, not a string", what), "write it in quotes");
  }
  value = found->get<std::string>();
}

void read(const json& object, Context& context) {
  read(object, "amplify-backend-namespace", context.space);
  read(object, "amplify-backend-name", context.name);
  read(object, "amplify-backend-type", context.type);
}

}  // namespace

Context read_context() {
  Context context;
  if (const char* text = std::getenv(context_variable); text != nullptr && *text != '\0') {
    read(parse(text, context_variable), context);
  }
  if (const char* path = std::getenv(overflow_variable); path != nullptr && *path != '\0') {
    read(parse(read_file(path), path), context);
  }
  return context;
}

}  // namespace amplify::detail
