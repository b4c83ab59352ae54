// SPDX-License-Identifier: Apache-2.0
#include "function/definition.hpp"

#include <fmt/format.h>
#include <amplify/detail/build_info.hpp>

#include <array>
#include <string_view>
#include <system_error>

namespace amplify::functions {
namespace {

namespace fs = std::filesystem;

constexpr std::array cpp_extensions{".cpp", ".cc", ".cxx"};

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

bool is_cpp(const fs::path& entry) {
  for (const auto* const extension : cpp_extensions)
    if (entry.extension() == extension) return true;
  return false;
}

/// The first handler beside the definition; `handler.ts` when there is none.
fs::path default_entry(const fs::path& directory) {
  for (const auto* const name : {"handler.ts", "handler.js", "handler.mjs", "handler.cpp"})
    if (is_there(directory / name)) return directory / name;
  return directory / "handler.ts";
}

std::string runtime_of(const FunctionProps& props, Kind kind) {
  constexpr int default_node = 22;
  if (!props.runtime.name().empty()) return std::string(props.runtime.name());
  if (kind == Kind::cpp) return "provided.al2023";
  if (kind == Kind::code && props.runtime.node() == 0) return {};
  const auto node = props.runtime.isGiven() ? props.runtime.node() : default_node;
  return fmt::format("nodejs{}.x", node);
}

std::string handler_of(const FunctionProps& props, Kind kind) {
  if (kind == Kind::node) return "index.handler";
  return kind == Kind::cpp ? "bootstrap" : props.handler;
}

}  // namespace

fs::path directory_of(const std::source_location& where) {
  const fs::path root = detail::this_build().source_directory;
  return fs::absolute(root / where.file_name()).lexically_normal().parent_path();
}

Definition resolve(const defineFunction& function) {
  const FunctionProps& props = function.props;
  const fs::path directory = directory_of(function.where);
  Definition result{.props = &props, .where = function.where};
  if (props.code.kind != Code::Kind::none) {
    result.kind = Kind::code;
    if (props.code.kind == Code::Kind::asset) {
      result.source = (directory / props.code.text).lexically_normal();
    }
  } else {
    result.source = props.entry.empty() ? default_entry(directory)
                                        : (directory / props.entry).lexically_normal();
    if (is_cpp(result.source)) result.kind = Kind::cpp;
  }
  if (!props.name.empty()) {
    result.name = props.name.view();
  } else {
    result.name =
        props.entry.empty() ? directory.filename().string() : result.source.stem().string();
  }
  result.runtime = runtime_of(props, result.kind);
  result.handler = handler_of(props, result.kind);
  return result;
}

}  // namespace amplify::functions
