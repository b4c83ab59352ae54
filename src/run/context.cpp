// SPDX-License-Identifier: Apache-2.0
#include "run/context.hpp"

#include "cdk/context.hpp"

#include <fmt/format.h>
#include <amplify/error.hpp>

namespace amplify::detail {
namespace {

std::optional<std::string> read(const cdk::Context& context, const char* key) {
  const auto* const value = context.find(key);
  if (value == nullptr) return std::nullopt;
  if (value->is_string()) return value->get<std::string>();
  const std::string what = value->is_structured() ? value->type_name() : value->dump();
  throw UserError(Diagnostic{
      .code = "InvalidContextError",
      .where = key,
      .message = fmt::format("the context value is {}, not a string", what),
      .help = "write it in quotes"
  });
}

}  // namespace

Context read_context() {
  const auto context = cdk::Context::from_environment();
  return {
      .space = read(context, "amplify-backend-namespace"),
      .name = read(context, "amplify-backend-name"),
      .type = read(context, "amplify-backend-type"),
  };
}

}  // namespace amplify::detail
