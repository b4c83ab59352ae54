// SPDX-License-Identifier: Apache-2.0
#include "diff/schema_changes.hpp"

#include "data/fields.hpp"
#include "data/names.hpp"
#include "diff/matching.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <type_traits>
#include <utility>
#include <variant>

namespace amplify::diff {
namespace {

std::string text_of(const ir::Literal& value) {
  const auto text = [](const auto& literal) -> std::string {
    using T = std::remove_cvref_t<decltype(literal)>;
    if constexpr (std::is_same_v<T, std::monostate>)
      return {};
    else
      return fmt::format("{}", literal);
  };
  return std::visit(text, value);
}

std::string text_of(const std::vector<ir::Validation>& checks) {
  std::string text;
  for (const ir::Validation& check : checks) {
    text += fmt::format(
        "{}{} {}", text.empty() ? "" : ", ", appsync::constraint_name(check.constraint), check.value
    );
  }
  return text;
}

std::string text_of(const std::optional<ir::Relation>& relation) {
  if (!relation) return {};
  constexpr std::string_view names[] = {"hasOne", "hasMany", "belongsTo"};
  return fmt::format(
      "{} by {}", names[static_cast<std::size_t>(relation->kind)],
      fmt::join(relation->references, ", ")
  );
}

std::string text_of(const ir::Index& index) {
  std::string text = index.partitionKey;
  for (const std::string& key : index.sortKeys)
    text += ", " + key;
  if (index.projection == ir::Projection::keysOnly) text += "; only keys";
  if (index.projection == ir::Projection::include)
    text += fmt::format("; with {}", fmt::join(index.nonKeyAttributes, ", "));
  if (!index.queryField.empty()) text += "; query " + index.queryField;
  return text;
}

std::string text_of(const ir::CustomOperation& operation) {
  std::string text;
  for (const ir::Argument& argument : operation.arguments) {
    text += fmt::format(
        "{}{}: {}", text.empty() ? "" : ", ", argument.name, appsync::graphql_type(argument.type)
    );
  }
  return fmt::format(
      "({}) → {}", text, operation.returns ? appsync::graphql_type(*operation.returns) : "nothing"
  );
}

std::string text_of(const std::vector<ir::GeneratedOperation>& operations) {
  constexpr std::string_view names[] = {"get",    "list",     "create",   "update",
                                        "delete", "onCreate", "onUpdate", "onDelete"};
  std::string text;
  for (const auto operation : operations)
    text += fmt::format("{}{}", text.empty() ? "" : ", ", names[static_cast<int>(operation)]);
  return text;
}

class Comparison {
 public:
  std::vector<SchemaChange> run(const ir::Definition& before, const ir::Definition& after) {
    match(
        before.models, after.models, &appsync::stored_name<ir::Model>,
        [&](const ir::Model* old, const ir::Model* now) {
          if (old != nullptr && now != nullptr) renamed_.emplace(old->name, now->name);
        }
    );
    match(
        before.models, after.models, &appsync::stored_name<ir::Model>,
        [&](const ir::Model* old, const ir::Model* now) {
          if (!both("model", old, now, {})) return;
          model(*old, *now);
        }
    );
    match(
        before.enums, after.enums, &ir::EnumType::name,
        [&](const ir::EnumType* old, const ir::EnumType* now) {
          if (!both("enum", old, now, {})) return;
          aspect(
              "enum", now->name, fmt::format("{}", fmt::join(old->values, ", ")),
              fmt::format("{}", fmt::join(now->values, ", "))
          );
        }
    );
    match(
        before.customTypes, after.customTypes, &ir::CustomType::name,
        [&](const ir::CustomType* old, const ir::CustomType* now) {
          if (both("custom type", old, now, {})) fields(now->name, old->fields, now->fields);
        }
    );
    match(
        before.operations, after.operations, &ir::CustomOperation::name,
        [&](const ir::CustomOperation* old, const ir::CustomOperation* now) {
          if (both("operation", old, now, {}))
            aspect("operation", now->name, text_of(*old), text_of(*now));
        }
    );
    return std::move(changes_);
  }

 private:
  /// Whether it is there before and after; else it was added or removed.
  template <class T>
  bool both(std::string_view what, const T* old, const T* now, const std::string& of) {
    if (old != nullptr && now != nullptr) return true;
    const T& one = old != nullptr ? *old : *now;
    changes_.push_back(
        {.kind = old != nullptr ? Kind::removed : Kind::added,
         .what = what,
         .name = of.empty() ? one.name : of + "." + one.name}
    );
    return false;
  }

  void aspect(std::string_view what, std::string name, std::string before, std::string after) {
    if (before == after) return;
    changes_.push_back(
        {.what = what,
         .name = std::move(name),
         .before = std::move(before),
         .after = std::move(after)}
    );
  }

  void model(const ir::Model& old, const ir::Model& now) {
    const auto key = [](const ir::Model& model) {
      std::vector<std::string> names;
      for (const ir::Field& field : appsync::key_fields(model))
        names.push_back(field.name);
      return fmt::format("{}", fmt::join(names, ", "));
    };
    aspect("name", now.name, old.name, now.name);
    aspect("identifier", now.name, key(old), key(now));
    aspect(
        "disabled operations", now.name, text_of(old.disabledOperations),
        text_of(now.disabledOperations)
    );
    fields(now.name, old.fields, now.fields);
    match(
        old.indexes, now.indexes, &ir::Index::name,
        [&](const ir::Index* before, const ir::Index* after) {
          if (both("index", before, after, now.name))
            aspect("index", now.name + "." + after->name, text_of(*before), text_of(*after));
        }
    );
  }

  void fields(
      const std::string& of, const std::vector<ir::Field>& old, const std::vector<ir::Field>& now
  ) {
    match(
        old, now, &appsync::stored_name<ir::Field>,
        [&](const ir::Field* before, const ir::Field* after) {
          if (!both("field", before, after, of)) return;
          const std::string name = of + "." + after->name;
          aspect("name", name, before->name, after->name);
          aspect("type", name, present_type(before->type), appsync::graphql_type(after->type));
          aspect("default", name, text_of(before->defaultValue), text_of(after->defaultValue));
          aspect("checks", name, text_of(before->validations), text_of(after->validations));
          aspect("relation", name, text_of(before->relation), text_of(after->relation));
          aspect(
              "deprecated", name, before->deprecated.value_or(""), after->deprecated.value_or("")
          );
        }
    );
  }

  /// As GraphQL writes it; a model by its present name.
  std::string present_type(const ir::Type& type) const {
    const auto renamed = renamed_.find(type.name);
    if (type.kind != ir::TypeKind::model || renamed == renamed_.end())
      return appsync::graphql_type(type);
    return appsync::graphql_type(type, renamed->second);
  }

  /// Models that stay: old names and present ones.
  std::map<std::string, std::string> renamed_{};
  std::vector<SchemaChange> changes_{};
};

}  // namespace

std::string_view name_of(Kind kind) {
  constexpr std::string_view names[] = {"added", "removed", "changed"};
  return names[static_cast<std::size_t>(kind)];
}

std::vector<SchemaChange> schema_changes(
    const ir::Definition& before, const ir::Definition& after
) {
  return Comparison().run(before, after);
}

}  // namespace amplify::diff
