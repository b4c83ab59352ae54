// SPDX-License-Identifier: Apache-2.0
#include "plan/plan.hpp"

#include "data/fields.hpp"

#include <fmt/format.h>
#include <amplify/error.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <utility>

namespace amplify::plan {
namespace {

using diff::Kind;
using diff::Replacement;
using diff::ResourceChange;
using diff::SchemaChange;
using diff::Snapshot;

/// Of resources that hold what nobody can make anew.
bool holds_data(std::string_view type) {
  static constexpr std::array<std::string_view, 17> types = {
      "AWS::Backup::BackupVault",
      "AWS::Cognito::IdentityPool",
      "AWS::Cognito::UserPool",
      "AWS::Cognito::UserPoolGroup",
      "AWS::DocDB::DBCluster",
      "AWS::DynamoDB::GlobalTable",
      "AWS::DynamoDB::Table",
      "AWS::EFS::FileSystem",
      "AWS::KMS::Key",
      "AWS::Kinesis::Stream",
      "AWS::Logs::LogGroup",
      "AWS::OpenSearchService::Domain",
      "AWS::RDS::DBCluster",
      "AWS::RDS::DBInstance",
      "AWS::S3::Bucket",
      "AWS::SQS::Queue",
      "AWS::SecretsManager::Secret",
  };
  return std::ranges::find(types, type) != types.end();
}

/// A type as GraphQL writes it.
struct Written {
  std::string name{};
  bool list = false;
  bool required = false;
  bool elementRequired = false;

  explicit Written(std::string_view text) {
    required = take(text, '!');
    list = take(text, ']');
    if (list) {
      text.remove_prefix(1);
      elementRequired = take(text, '!');
    }
    name = text;
  }

 private:
  static bool take(std::string_view& text, char last) {
    if (!text.ends_with(last)) return false;
    text.remove_suffix(1);
    return true;
  }
};

/// Whether values of the one scalar are values of the other.
bool is_read_as(std::string_view old, std::string_view now) {
  static const std::set<std::pair<std::string_view, std::string_view>> pairs = {
      {"ID", "String"},        {"String", "ID"},          {"Int", "Float"},
      {"AWSTimestamp", "Int"}, {"AWSTimestamp", "Float"}, {"AWSDate", "String"},
      {"AWSTime", "String"},   {"AWSDateTime", "String"}, {"AWSEmail", "String"},
      {"AWSURL", "String"},    {"AWSPhone", "String"},    {"AWSIPAddress", "String"},
      {"AWSDate", "ID"},       {"AWSTime", "ID"},         {"AWSDateTime", "ID"},
      {"AWSEmail", "ID"},      {"AWSURL", "ID"},          {"AWSPhone", "ID"},
      {"AWSIPAddress", "ID"},
  };
  return old == now || pairs.contains({old, now});
}

class Planning {
 public:
  Planning(const Snapshot& before, const Snapshot& after)
      : before_(before), after_(after), difference_(diff::difference(before, after)) {}

  Plan run() {
    if (before_.templates.empty()) return first_deployment();
    remade_ = remade_tables(before_, after_);
    for (const TableName& table : remade_)
      check_name_is_free(table);
    for (const SchemaChange& change : difference_.schema)
      schema(change);
    new_keys();
    for (const ResourceChange& change : difference_.resources)
      resource(change);
    staged_indexes();
    if (plan_.empty()) return {};
    plan_.stages = stages(before_, after_, remade_);
    if (plan_.stages.empty()) refuse_remaking();
    return std::move(plan_);
  }

 private:
  Plan first_deployment() {
    for (const auto& [place, body] : after_.templates)
      plan_.otherResources += diff::member(body, "Resources").size();
    plan_.stages = {{.state = after_, .rest = true}};
    return std::move(plan_);
  }

  void add(Effect effect, std::string subject, std::string what) {
    const auto place = std::ranges::upper_bound(plan_.steps, effect, std::greater{}, &Step::effect);
    plan_.steps.insert(place, {effect, std::move(subject), std::move(what)});
  }

  /// The model that a table is of, by its present name; empty for a table that is no model's.
  std::string model_at(std::string_view logical_id) const {
    const std::string stored(model_of(logical_id));
    for (const ir::Definition* state : {&after_.models, &before_.models}) {
      if (const ir::Model* model = stored_model(*state, stored)) return model->name;
    }
    return stored;
  }

  static const ir::Model* stored_model(const ir::Definition& state, std::string_view stored) {
    const auto found = std::ranges::find(state.models, stored, &appsync::stored_name<ir::Model>);
    return found == state.models.end() ? nullptr : &*found;
  }

  // The schema

  void schema(const SchemaChange& change) {
    if (change.what == "model") return model(change);
    if (change.what == "field") return field(change);
    if (change.what == "name") return rename(change);
    if (change.what == "type") return type(change);
    if (change.what == "identifier") return identifier(change);
    if (change.what == "enum") return enumeration(change);
    // Told below, table by table.
    if (change.what == "index") return;
    add(Effect::safe, change.name, fmt::format("{} {}", change.what, name_of(change.kind)));
  }

  /// Whether the model's table stays in the account when the backend gives it up.
  bool is_kept(std::string_view model) const {
    return std::ranges::any_of(difference_.resources, [&](const ResourceChange& change) {
      return change.type == "AWS::DynamoDB::Table" && model_at(change.logicalId) == model &&
             change.retained;
    });
  }

  void model(const SchemaChange& change) {
    if (change.kind == Kind::added) return add(Effect::safe, change.name, "a new model");
    explained_.insert(change.name);
    if (is_kept(change.name))
      return add(
          Effect::safe, change.name, "the model goes; its table stays in the account, by itself"
      );
    add(Effect::destroys, change.name, "the model goes, and its table with all items");
  }

  void rename(const SchemaChange& change) {
    const bool is_field = change.name.find('.') != change.name.npos;
    add(Effect::safe, change.name,
        is_field ? fmt::format("was {}: items keep it under that name", change.before)
                 : fmt::format("was {}: it keeps that table", change.before));
  }

  /// `name` has the present name of the model, in the old state too.
  const ir::Field* field_of(const ir::Definition& state, const std::string& name) const {
    const auto dot = name.find('.');
    const auto now = std::ranges::find(after_.models.models, name.substr(0, dot), &ir::Model::name);
    if (now == after_.models.models.end()) return nullptr;
    const ir::Model* const model = stored_model(state, appsync::stored_name(*now));
    return model == nullptr ? nullptr : appsync::find_field(*model, name.substr(dot + 1));
  }

  void field(const SchemaChange& change) {
    const bool added = change.kind == Kind::added;
    const auto* const field = field_of(added ? after_.models : before_.models, change.name);
    // Of a custom type's.
    if (field == nullptr)
      return add(
          added ? Effect::safe : Effect::destroys, change.name,
          added ? "a new field" : "the field goes: what items have there is out of reach"
      );
    if (field->relation) {
      return add(
          Effect::safe, change.name,
          added ? "a new relation" : "the relation goes; items stay as they are"
      );
    }
    if (!added)
      return add(
          Effect::destroys, change.name, "the field goes: what items have there is out of reach"
      );
    if (field->type.required)
      return add(
          Effect::breaks, change.name,
          "a new field that is required: reading items that lack it fails"
      );
    add(Effect::safe, change.name, "a new field");
  }

  bool is_enum(const ir::Definition& models, std::string_view name) const {
    return std::ranges::find(models.enums, name, &ir::EnumType::name) != models.enums.end();
  }

  /// Of a type that is declared in a field, whose name has that of the model.
  bool is_same_type(const std::string& old, const std::string& now) const {
    const auto has = [](const auto& list, const std::string& name) {
      using T = std::ranges::range_value_t<decltype(list)>;
      const auto found = std::ranges::find(list, name, &T::name);
      return found == list.end() ? nullptr : &*found;
    };
    const auto* const old_enum = has(before_.models.enums, old);
    const auto* const new_enum = has(after_.models.enums, now);
    if (old_enum != nullptr && new_enum != nullptr) return old_enum->values == new_enum->values;
    const auto* const old_type = has(before_.models.customTypes, old);
    const auto* const new_type = has(after_.models.customTypes, now);
    return old_type != nullptr && new_type != nullptr &&
           std::ranges::equal(
               old_type->fields, new_type->fields,
               [](const ir::Field& one, const ir::Field& other) {
                 return one.name == other.name &&
                        appsync::graphql_type(one.type) == appsync::graphql_type(other.type);
               }
           );
  }

  void type(const SchemaChange& change) {
    const Written old(change.before);
    const Written now(change.after);
    const auto text = fmt::format("{} → {}", change.before, change.after);
    const bool from_enum = is_enum(before_.models, old.name) && now.name == "String";
    const bool is_readable =
        is_read_as(old.name, now.name) || from_enum || is_same_type(old.name, now.name);
    if (old.list != now.list || !is_readable) {
      return add(
          Effect::destroys, change.name,
          fmt::format("{}: what items have there is no value of the new type", text)
      );
    }
    if ((now.required && !old.required) || (now.elementRequired && !old.elementRequired)) {
      return add(
          Effect::breaks, change.name,
          fmt::format("{}: reading items that lack a value there fails", text)
      );
    }
    add(Effect::safe, change.name, text);
  }

  void identifier(const SchemaChange& change) {
    explained_.insert(change.name);
    add(Effect::destroys, change.name,
        fmt::format("its key, {} → {}: a new, empty table", change.before, change.after));
  }

  void enumeration(const SchemaChange& change) {
    if (change.kind != Kind::changed)
      return add(Effect::safe, change.name, fmt::format("enum {}", name_of(change.kind)));
    const auto values = [](std::string_view text) {
      std::set<std::string> all;
      while (!text.empty()) {
        const auto end = std::min(text.find(", "), text.size());
        all.emplace(text.substr(0, end));
        text.remove_prefix(std::min(end + 2, text.size()));
      }
      return all;
    };
    const auto now = values(change.after);
    for (const std::string& value : values(change.before)) {
      if (now.contains(value)) continue;
      return add(
          Effect::breaks, change.name,
          fmt::format("loses the value {}: reading items that have it fails", value)
      );
    }
    add(Effect::safe, change.name, "more values");
  }

  /// Where the key has the same fields, of other types.
  void new_keys() {
    for (const TableName& table : remade_) {
      const std::string model = model_at(table.logicalId);
      if (!table_in(before_, table).is_null() && explained_.insert(model).second)
        add(Effect::destroys, model, "its key has another type: a new, empty table");
    }
  }

  // Resources

  static std::string subject_of(const ResourceChange& change) {
    const auto place = diff::readable_place(change.place);
    return fmt::format("{}{}{}", place, place.empty() ? "" : "/", diff::readable(change.logicalId));
  }

  void resource(const ResourceChange& change) {
    const bool is_table = change.type == "AWS::DynamoDB::Table";
    const std::string model = is_table ? model_at(change.logicalId) : std::string();
    const bool told = explained_.contains(model);
    const bool removed = change.kind == Kind::removed;
    if (removed && holds_data(change.type) && !told && !moved(model)) {
      return add(
          change.retained ? Effect::safe : Effect::destroys, subject_of(change),
          fmt::format(
              "{} goes{}", change.type,
              change.retained ? "; it stays in the account, by itself" : ", with all that it holds"
          )
      );
    }
    if (change.replacement == Replacement::no || removed) {
      ++plan_.otherResources;
      return;
    }
    if (told) return;
    std::string why;
    for (const auto& property : change.properties) {
      if (property.replacement == Replacement::no) continue;
      why += (why.empty() ? "" : ", ") + property.path;
    }
    const bool may = change.replacement == Replacement::may;
    const bool lost = holds_data(change.type) && !change.retained;
    const std::string subject = model.empty() ? subject_of(change) : model;
    add(lost ? Effect::destroys : Effect::replaces, subject,
        fmt::format(
            "{} {} made anew, for its {} changes{}", change.type, may ? "may be" : "is", why,
            lost ? ": what it holds is lost" : ""
        ));
  }

  /// Whether the model has its table elsewhere now.
  bool moved(const std::string& model) {
    if (model.empty()) return false;
    const bool is_moved = std::ranges::any_of(remade_, [&](const TableName& table) {
      return model_at(table.logicalId) == model;
    });
    if (!is_moved) return false;
    if (explained_.insert(model).second)
      add(Effect::destroys, model, "its table moves to another stack: a new, empty one");
    return true;
  }

  void staged_indexes() {
    for (const TableChanges& changes : index_changes(before_, after_)) {
      std::string what;
      const auto list = [&](const std::vector<IndexChange>& part) {
        for (const IndexChange& change : part) {
          what += fmt::format(
              "{}{} {}", what.empty() ? "" : ", ",
              change.kind == IndexChange::Kind::adds ? "add" : "remove", change.index
          );
        }
      };
      list(changes.early);
      list(changes.late);
      std::string subject = model_at(changes.table.logicalId);
      if (subject.empty()) subject = diff::readable(changes.table.logicalId);
      add(changes.count() > 1 ? Effect::staged : Effect::safe, std::move(subject),
          fmt::format("indexes: {}", what));
    }
  }

  /// A table that is kept when the backend gives it up keeps its name too.
  void check_name_is_free(const TableName& table) const {
    const std::string model = model_at(table.logicalId);
    for (const auto& [place, body] : before_.templates) {
      for (const auto& [id, entry] : diff::member(body, "Resources").items()) {
        if (diff::member(entry, "Type") != "AWS::DynamoDB::Table" || model_at(id) != model ||
            diff::member(entry, "DeletionPolicy") != "Retain")
          continue;
        throw UserError(Diagnostic{
            .code = "TableNameTakenError",
            .where = model,
            .message = "its table must be made anew, but the old one stays in the account under "
                       "the same name",
            .help = fmt::format(
                "give the model another name; or deploy `{}` with .table({{.retain = false}}) "
                "first, which lets the old table go",
                model
            )
        });
      }
    }
  }

  [[noreturn]] void refuse_remaking() const {
    const std::string model = model_at(remade_.front().logicalId);
    throw UserError(Diagnostic{
        .code = "TableInUseError",
        .where = model,
        .message = "its table must go before it can be made anew, but resources that can't go "
                   "need it",
        .help = fmt::format(
            "remove `{}` and what refers to it, deploy, then put it back and deploy again", model
        )
    });
  }

  const Snapshot& before_;
  const Snapshot& after_;
  const diff::Difference difference_;
  Plan plan_{};
  std::vector<TableName> remade_{};
  /// Models whose table's fate is told.
  std::set<std::string> explained_{};
};

}  // namespace

std::string_view name_of(Effect effect) {
  constexpr std::string_view names[] = {"safe", "staged", "breaks", "replaces", "destroys"};
  return names[static_cast<std::size_t>(effect)];
}

Plan make_plan(const Snapshot& before, const Snapshot& after) {
  return Planning(before, after).run();
}

std::vector<Step> forbidden(const Plan& plan, const std::vector<std::string>& allowed) {
  std::vector<Step> steps;
  for (const Step& step : plan.steps) {
    if (step.effect != Effect::destroys) continue;
    const auto model = step.subject.substr(0, step.subject.find('.'));
    const bool named = std::ranges::any_of(allowed, [&](const std::string& name) {
      return name == step.subject || name == model;
    });
    if (!named) steps.push_back(step);
  }
  return steps;
}

}  // namespace amplify::plan
