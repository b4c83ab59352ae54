// SPDX-License-Identifier: Apache-2.0
#include "data/table_mappings.hpp"

#include "data/validation/checks.hpp"

#include <fmt/format.h>
#include <amplify/cdk/fn.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace amplify::appsync {
namespace {

using GivenTable = ApiDefinition::GivenTable;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html
bool is_table_name(std::string_view name) {
  return name.size() >= 3 && name.size() <= 255 && std::ranges::all_of(name, [](char c) {
           return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.';
         });
}

/// Becomes part of a logical id and of a construct's path.
bool is_stack_name(std::string_view name) {
  return !name.empty() && name.size() <= 64 && is_letter(name.front()) &&
         std::ranges::all_of(name, [](char c) { return is_letter(c) || is_digit(c); });
}

class Reader {
 public:
  Reader(ApiDefinition& api, std::vector<Diagnostic>& errors) : api_(api), errors_(errors) {}

  void read(const std::vector<ExistingTable>& tables) {
    std::set<std::string> models;
    for (const ExistingTable& table : tables) {
      const std::string_view option = "existingTables";
      if (!models.insert(table.model).second)
        fail(option, fmt::format("the model {} is listed twice", table.model), "remove one");
      add(option,
          {.model = table.model, .name = table.tableName, .streamArn = table.tableStreamArn});
    }
  }

  void read(const std::vector<MigratedAmplifyGen1DynamoDbTableMapping>& mappings) {
    std::set<std::string> branches;
    for (const auto& mapping : mappings) {
      const std::string_view option = "migratedAmplifyGen1DynamoDbTableMappings";
      if (mapping.branchName.empty())
        fail(option, "a mapping names no branch", "write .branchName = \"main\", say");
      if (!branches.insert(mapping.branchName).second) {
        fail(
            option, fmt::format("the branch {} has two mappings", mapping.branchName),
            "make them one"
        );
      }
      for (const auto& [model, name] : mapping.modelNameToTableNameMapping)
        add(option, {.branch = mapping.branchName, .model = model, .name = name});
    }
  }

  void read(const std::map<std::string, std::string>& stacks) {
    for (const auto& [model, stack] : stacks) {
      const std::string_view option = "stackMappings";
      if (!is_model(option, model)) continue;
      if (!is_stack_name(stack)) {
        fail(
            option, fmt::format("`{}` is no name of a stack", stack),
            "begin with a letter, then use letters and digits, 64 at most"
        );
      }
    }
    api_.stackMappings = {stacks.begin(), stacks.end()};
  }

 private:
  void add(std::string_view option, GivenTable table) {
    if (!is_model(option, table.model)) return;
    if (!is_table_name(table.name)) {
      fail(
          option, fmt::format("`{}`, of {}, is no name of a table", table.name, table.model),
          "write the name that DynamoDB shows: 3 to 255 letters, digits, `_`, `-` and `.`"
      );
    }
    api_.givenTables.push_back(std::move(table));
  }

  bool is_model(std::string_view option, const std::string& name) {
    const auto& models = api_.schema.models;
    // Of an invalid schema nothing is known.
    if (models.empty()) return false;
    if (std::ranges::find(models, name, &ir::Model::name) != models.end()) return true;
    std::vector<std::string_view> names;
    for (const ir::Model& model : models)
      names.push_back(model.name);
    fail(
        option, fmt::format("the schema has no model `{}`", name),
        suggestion(name, names, fmt::format("write `{}`, say", names.front()))
    );
    return false;
  }

  void fail(std::string_view option, std::string message, std::string help) {
    errors_.push_back(
        {.code = "DefineDataConfigurationError",
         .where = fmt::format("defineData.{}", option),
         .message = std::move(message),
         .help = std::move(help)}
    );
  }

  ApiDefinition& api_;
  std::vector<Diagnostic>& errors_;
};

}  // namespace

void read_table_mappings(
    const DataProps& props, ApiDefinition& api, std::vector<Diagnostic>& errors
) {
  Reader reader(api, errors);
  reader.read(props.existingTables);
  reader.read(props.migratedAmplifyGen1DynamoDbTableMappings);
  reader.read(props.stackMappings);
}

std::optional<cdk::Existing> existing_table(
    const std::vector<GivenTable>& tables, std::string_view model, std::string_view branch
) {
  const GivenTable* found = nullptr;
  for (const GivenTable& table : tables) {
    if (table.model != model || (table.branch && *table.branch != branch)) continue;
    // A branch's own counts before one for all.
    if (found == nullptr || table.branch) found = &table;
  }
  if (found == nullptr) return std::nullopt;
  cdk::Existing existing{
      .ref = found->name,
      .attributes =
          {{"Arn", cdk::fn::concat(
                       {"arn:", cdk::aws::partition(), ":dynamodb:", cdk::aws::region(), ":",
                        cdk::aws::accountId(), ":table/" + found->name}
                   )}},
  };
  if (!found->streamArn.empty()) existing.attributes.emplace("StreamArn", found->streamArn);
  return existing;
}

}  // namespace amplify::appsync
