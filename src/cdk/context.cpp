// SPDX-License-Identifier: Apache-2.0
#include "cdk/context.hpp"

#include "cdk/node.hpp"

#include <fmt/format.h>
#include <amplify/error.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <utility>

namespace amplify::cdk {
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
  } catch (const json::exception& error) {
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

/// The library prints values by recursion.
bool is_deeper_than(const json& value, int levels) {
  if (!value.is_structured()) return false;
  return levels == 0 || std::ranges::any_of(value, [levels](const json& element) {
           return is_deeper_than(element, levels - 1);
         });
}

}  // namespace

Context Context::from_environment() {
  Context context;
  if (const char* text = std::getenv(context_variable); text != nullptr && *text != '\0') {
    context.add(parse(text, context_variable));
  }
  if (const char* path = std::getenv(overflow_variable); path != nullptr && *path != '\0') {
    context.add(parse(read_file(path), path));
  }
  return context;
}

Context& Context::of(detail::Tree& tree) {
  if (tree.context == nullptr) {
    tree.context = std::make_shared<Context>();
    try {
      *tree.context = from_environment();
    } catch (const UserError& error) {
      tree.errors.insert(tree.errors.end(), error.diagnostics().begin(), error.diagnostics().end());
    }
  }
  return *tree.context;
}

const json* Context::find(std::string_view key) const {
  const auto found = entries_.find(key);
  return found == entries_.end() ? nullptr : &*found;
}

std::optional<std::string> Context::text(std::string_view key) const {
  const auto* const value = find(key);
  if (value == nullptr) return std::nullopt;
  if (value->is_string()) return value->get<std::string>();
  constexpr int most_levels = 500;
  if (is_deeper_than(*value, most_levels)) {
    refuse(
        std::string(key), fmt::format("the context value is nested beyond {} levels", most_levels),
        "make it flatter"
    );
  }
  return value->dump();
}

bool Context::enabled(std::string_view key) const {
  const auto* const value = find(key);
  return value != nullptr && value->is_boolean() && value->get<bool>();
}

// One by one: the library copies values by recursion, and it moves them without.
void Context::add(json&& more) {
  for (auto entry = more.begin(); entry != more.end(); ++entry)
    set(entry.key(), std::move(entry.value()));
}

void Context::set(std::string_view key, json value) {
  entries_[std::string(key)] = std::move(value);
}

}  // namespace amplify::cdk
