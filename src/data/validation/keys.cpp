// SPDX-License-Identifier: Apache-2.0
#include "data/access.hpp"
#include "data/fields.hpp"
#include "data/names.hpp"
#include "data/validation/checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace amplify::appsync {
namespace {

/// What DynamoDB can't order or look up by; empty for what it can.
std::string unfit(const ir::Type& type) {
  if (type.array) return "a list is no key";
  if (type.kind == ir::TypeKind::model) return "a relation is no key";
  if (type.kind == ir::TypeKind::customType) return "a custom type is no key";
  if (type.kind == ir::TypeKind::scalar &&
      (type.scalar == ir::Scalar::boolean || type.scalar == ir::Scalar::json))
    return fmt::format("{} is no key", graphql_scalar(type.scalar));
  return {};
}

/// A field that a key names, or null.
const ir::Field* key_field(
    Examination& examination, const ir::Model& model, const std::string& where,
    const std::string& name
) {
  const ir::Field* field = find_field(model, name);
  if (!field) {
    examination.fault(
        where, fmt::format("there is no field `{}`", name),
        suggestion(name, field_names(model), "declare it, or name another")
    );
  } else if (const std::string reason = unfit(field->type); !reason.empty()) {
    examination.fault(where, fmt::format("`{}`: {}", name, reason), "name another field");
    return nullptr;
  }
  return field;
}

bool is_kept_owner(const ir::Model& model, const std::string& field) {
  return std::ranges::any_of(parts(roles(model.rules)), [&](const Role& role) {
    return role.allow == ir::Allow::owner && role.field == field && role.claim.empty();
  });
}

void check_identifier(Examination& examination, const ir::Model& model) {
  for (const std::string& name : model.identifier) {
    const std::string where = model.name + "." + model.identifier.front();
    const ir::Field* field = key_field(examination, model, where, name);
    if (!field) continue;
    const bool first = name == model.identifier.front();
    if (!field->type.required && !(first && field->type.scalar == ir::Scalar::id)) {
      examination.fault(
          where, fmt::format("`{}` may be null, and a key may not", name), "make it required"
      );
    }
    if (first && !std::holds_alternative<std::monostate>(field->defaultValue))
      examination.fault(where, "a key has no default", "remove it");
    if (!first && is_kept_owner(model, name)) {
      examination.fault(
          where, fmt::format("`{}` keeps the owner, whose form a sort key can't match", name),
          "use another field for the sort key"
      );
    }
    if (std::ranges::count(model.identifier, name) > 1) {
      examination.fault(where, fmt::format("the key has `{}` twice", name), "name each field once");
      return;
    }
  }
  if (model.identifier.empty()) {
    const ir::Field* id = find_field(model, "id");
    if (id && !unfit(id->type).empty())
      examination.fault(model.name + ".id", unfit(id->type), "write ID, or leave `id` out");
  }
}

/// As DynamoDB has them: 3 to 255 letters, digits, `_`, `-` and `.`.
bool is_index_name(std::string_view name) {
  constexpr std::string_view others = "_-.";
  return name.size() >= 3 && name.size() <= 255 && std::ranges::all_of(name, [&](char c) {
           const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
           return letter || (c >= '0' && c <= '9') || others.find(c) != std::string_view::npos;
         });
}

void check_index(Examination& examination, const ir::Model& model, const ir::Index& index) {
  const std::string where = model.name + "." + index.partitionKey;
  const auto fault = [&](std::string message, std::string help) {
    examination.fault(where, std::move(message), std::move(help));
  };
  key_field(examination, model, where, index.partitionKey);
  std::set<std::string> keys = {index.partitionKey};
  for (const std::string& key : index.sortKeys) {
    key_field(examination, model, where, key);
    if (!keys.insert(key).second)
      fault(fmt::format("the index has `{}` twice", key), "name each field once");
  }
  if (!is_index_name(index.name)) {
    fault(
        fmt::format("`{}` is no name for an index", index.name),
        "use 3 to 255 letters, digits, '_', '-' and '.'"
    );
  }
  const bool same_key =
      key_fields(model).size() == 1 && key_fields(model).front().name == index.partitionKey;
  if (same_key) {
    fault(
        "the index finds by the same key as the table, which has one item for each",
        "choose another field, or give the model a sort key"
    );
  }
  if (index.projection == ir::Projection::include && index.nonKeyAttributes.empty())
    fault("the index includes no attributes", "name some, or write KEYS_ONLY");
  for (const std::string& attribute : index.nonKeyAttributes) {
    const ir::Field* field = find_field(model, attribute);
    const bool known =
        field ? !is_relation(*field)
              : attribute == "id" || attribute == "createdAt" || attribute == "updatedAt";
    if (!known) {
      fault(
          fmt::format("the index includes `{}`, which is no field", attribute),
          suggestion(attribute, field_names(model), "remove it")
      );
    }
  }
}

}  // namespace

void check_keys(Examination& examination, const ir::Model& model) {
  check_identifier(examination, model);
  std::set<std::string> names;
  for (const ir::Index& index : model.indexes) {
    check_index(examination, model, index);
    if (!names.insert(index.name).second) {
      examination.fault(
          model.name + "." + index.partitionKey,
          fmt::format("two indexes have the name '{}'", index.name), "name one of them otherwise"
      );
    }
  }
}

}  // namespace amplify::appsync
