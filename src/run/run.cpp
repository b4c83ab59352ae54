// SPDX-License-Identifier: Apache-2.0
#include <amplify/run.hpp>

#include "backend/state.hpp"
#include "data/graphql_schema.hpp"
#include "data/introspection.hpp"
#include "data/resolvers/resolver.hpp"
#include "run/context.hpp"
#include "run/options.hpp"
#include "run/summary.hpp"

#include <fmt/format.h>
#include <amplify/error.hpp>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <system_error>
#include <utility>

namespace amplify {
namespace {

constexpr int user_error = 1;
constexpr int internal_error = 70;  // EX_SOFTWARE of sysexits.h

using detail::Options;

[[noreturn]] void refuse(
    std::string code, std::string where, std::string message, std::string help
) {
  throw UserError(Diagnostic{
      .code = std::move(code),
      .where = std::move(where),
      .message = std::move(message),
      .help = std::move(help)
  });
}

/// Under shells that is where the program's result goes, so to lose it is an error.
void write_out(const std::string& text) {
  if (std::fputs(text.c_str(), stdout) >= 0 && std::fflush(stdout) == 0) return;
  refuse(
      "StandardOutputError", "standard output",
      fmt::format("it can't be written: {}", std::generic_category().message(errno)),
      "send it to a file or terminal that takes it"
  );
}

void synth(const Backend& backend, const Options& options) {
  const auto start = std::chrono::steady_clock::now();
  const auto identifier = backend_identifier(options, detail::read_context());
  const auto assembly = backend.synth(identifier, {.indent = options.indent});
  assembly.write(options.output);
  for (const Diagnostic& warning : assembly.warnings)
    fmt::print(stderr, "{}\n", toText(warning));
  const auto time = std::chrono::steady_clock::now() - start;
  // What the program prints under the cdk CLI would get into the output of `cdk synth`.
  if (std::getenv("CDK_OUTDIR") != nullptr) return;
  write_out(detail::summary(
      assembly, options.output, std::chrono::duration_cast<std::chrono::microseconds>(time)
  ));
}

/// `data` and `data/amplifyData/Models0a` are both in `backend/data/amplifyData/Models0a`.
std::string_view below_root(std::string_view path) {
  const auto slash = path.find('/');
  return slash == path.npos ? std::string_view() : path.substr(slash + 1);
}

const cdk::SynthesizedStack& find_stack(
    const cdk::CloudAssembly& assembly, const std::string& wanted
) {
  std::string known;
  for (const auto& stack : assembly.stacks) {
    const auto path = below_root(stack.path);
    const auto id = path.substr(path.rfind('/') + 1);
    if (wanted == path || wanted == id) return stack;
    if (!id.empty()) known += (known.empty() ? "" : ", ") + std::string(id);
  }
  refuse(
      "UnknownStackError", "print", fmt::format("there is no stack '{}'", wanted),
      "the stacks are " + known
  );
}

std::string resolver_code(const ir::Definition& schema, const std::string& wanted) {
  for (const auto& model : schema.models) {
    for (const auto& resolver : appsync::resolvers(model)) {
      if (resolver.type + "." + resolver.field == wanted) return resolver.code;
    }
  }
  refuse(
      "UnknownFieldError", "print --resolver",
      fmt::format("the API has no field '{}' with a resolver", wanted),
      "write its type and name, as in Query.getPost"
  );
}

std::string data_text(const Backend& backend, const Options& options) {
  const auto& data = backend.state().data;
  if (!data)
    refuse("NoDataError", "print", "the backend has no API", "give defineBackend a defineData");
  const ir::Definition& schema = data->api.schema;
  if (options.introspection) return appsync::model_introspection(schema) + "\n";
  if (options.graphql)
    return graphql::print(appsync::graphql_schema(schema, data->api.defaultProvider));
  return resolver_code(schema, options.resolver);
}

void print(const Backend& backend, const Options& options) {
  const auto identifier = backend_identifier(options, detail::read_context());
  const auto assembly = backend.synth(identifier, {.indent = true});
  const bool of_data = options.graphql || options.introspection || !options.resolver.empty();
  write_out(
      of_data ? data_text(backend, options)
              : find_stack(assembly, options.stack).templateBody + "\n"
  );
}

void execute(const Backend& backend, const Options& options) {
  switch (options.command) {
    case Options::Command::synth:
      return synth(backend, options);
    case Options::Command::print:
      return print(backend, options);
    case Options::Command::nothing:
      return write_out(options.text);
  }
}

}  // namespace

int run(const Backend& backend, int argc, char** argv) try {
  execute(backend, detail::parse_options(argc, argv));
  return 0;
} catch (const UserError& error) {
  fmt::print(stderr, "{}\n", error.what());
  return user_error;
} catch (const std::exception& error) {
  fmt::print(
      stderr,
      "internal error: {}\nThis is a fault of amplify-cpp, not of your backend. Please report it.\n",
      error.what()
  );
  return internal_error;
}

}  // namespace amplify
