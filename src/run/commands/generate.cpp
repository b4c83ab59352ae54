// SPDX-License-Identifier: Apache-2.0
#include "backend/state.hpp"
#include "data/generate/cplusplus.hpp"
#include "data/generate/statements.hpp"
#include "data/generate/typescript.hpp"
#include "data/graphql_schema.hpp"
#include "run/commands/api.hpp"
#include "run/commands/commands.hpp"
#include "run/files.hpp"
#include "run/parser.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <filesystem>
#include <map>

namespace amplify::detail {
namespace {

namespace fs = std::filesystem;
using generate::Files;

/// Whether it was written by this command, or by Amplify's.
bool is_generated(const fs::path& file) {
  const std::string start = read_file(file).substr(0, 200);
  return start.find(generate::warning) != start.npos ||
         start.find("automatically generated") != start.npos;
}

class Generate : public Command {
 public:
  std::string_view name() const override { return "generate"; }
  std::string_view summary() const override { return "Write code for clients of the API"; }
  std::string_view examples() const override {
    return "generate graphql --out ../web/src/graphql\n"
           "generate types --language typescript --out ../web/src/graphql\n"
           "generate cpp --out src --namespace blog";
  }

  void describe(CLI::App& command) override {
    command.require_subcommand(1);
    auto* const graphql =
        add(command, "graphql", "Write the schema and a statement for each operation");
    graphql
        ->add_option(
            "--statement-target", target_,
            "Language of the statements: graphql, javascript or flow; default: graphql"
        )
        ->check(CLI::IsMember({"graphql", "javascript", "flow"}));
    auto* const types = add(command, "types", "Write types and typed statements for a frontend");
    types->add_option("--language", language_, "typescript")->check(CLI::IsMember({"typescript"}));
    auto* const cpp = add(command, "cpp", "Write a header of plain structs, with their JSON");
    add_text(*cpp, "--namespace", cpp_.space, "Namespace of the structs; default: api");
    cpp->add_option("--json", json_, "Library for JSON: nlohmann or none; default: nlohmann")
        ->check(CLI::IsMember({"nlohmann", "none"}));
    graphql->callback([this] { files_ = &Generate::graphql; });
    types->callback([this] { files_ = &Generate::types; });
    cpp->callback([this] { files_ = &Generate::cpp; });
  }

  int execute(const Backend& backend, Terminal& terminal) override {
    const ir::Definition& schema = valid_schema(backend, "generate");
    const generate::Document document(
        appsync::graphql_schema(schema, backend.state().data->api.defaultProvider)
    );
    const auto statements = generate::statements(document, options_);
    std::map<fs::path, std::string> files;
    for (auto& [name, text] : (this->*files_)(document, statements)) {
      const fs::path file = fs::path(directory_.empty() ? "." : directory_) / name;
      if (fs::exists(file) && !is_generated(file)) {
        refuse(
            "FileExistsError", file.string(), "there is such a file, which wasn't generated",
            "move it away, or choose another place by --out"
        );
      }
      files.emplace(file.lexically_normal(), std::move(text));
    }
    write_files(files);
    for (const auto& [file, text] : files)
      terminal.write(file.string() + "\n");
    return 0;
  }

 private:
  using Statements = std::vector<generate::Statement>;

  CLI::App* add(CLI::App& command, const std::string& name, const std::string& description) {
    auto* const below = command.add_subcommand(name, description);
    add_text(*below, "--out", directory_, "Directory to write; default: here");
    below
        ->add_option(
            "--statement-max-depth", options_.maxDepth,
            "How many objects deep statements select; default: 2"
        )
        ->check(CLI::Range(1, 10));
    below->add_option(
        "--statement-typename-introspection", options_.typenames,
        "Whether they ask for __typename: true or false; default: true"
    );
    return below;
  }

  Files graphql(const generate::Document& document, const Statements& statements) {
    static const std::map<std::string, generate::StatementLanguage> languages{
        {"graphql", generate::StatementLanguage::graphql},
        {"javascript", generate::StatementLanguage::javascript},
        {"flow", generate::StatementLanguage::flow},
    };
    Files files = generate::statement_files(statements, languages.at(target_));
    files.emplace(
        "schema.graphql",
        fmt::format("# {}\n\n{}", generate::warning, graphql::print(document.types()))
    );
    return files;
  }

  Files types(const generate::Document& document, const Statements& statements) {
    Files files = generate::statement_files(statements, generate::StatementLanguage::typescript);
    files.emplace("API.ts", generate::typescript_types(document, statements));
    return files;
  }

  Files cpp(const generate::Document& document, const Statements& statements) {
    if (!generate::is_cplusplus_namespace(cpp_.space)) {
      refuse(
          "CommandLineError", "generate cpp", fmt::format("'{}' is no namespace", cpp_.space),
          "write names of C++, as in --namespace blog or --namespace app::api"
      );
    }
    cpp_.json = json_ == "nlohmann";
    return {{"api.hpp", generate::cplusplus(document, statements, cpp_)}};
  }

  Files (Generate::*files_)(const generate::Document&, const Statements&) = nullptr;
  std::string directory_{};
  std::string target_ = "graphql";
  std::string language_ = "typescript";
  std::string json_ = "nlohmann";
  generate::CppOptions cpp_{};
  generate::StatementOptions options_{};
};

}  // namespace

std::unique_ptr<Command> make_generate() { return std::make_unique<Generate>(); }

}  // namespace amplify::detail
