// SPDX-License-Identifier: Apache-2.0
#include "schema/lower.hpp"

#include "schema/lower_rule.hpp"
#include "schema/names.hpp"
#include "schema/words.hpp"

#include <fmt/format.h>
#include <amplify/error.hpp>
#include <amplify/schema/definition.hpp>
#include <amplify/schema/schema_ref.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace amplify {
namespace {

using namespace detail;

std::vector<std::string> texts(span<std::string_view> names) {
  return {names.begin(), names.end()};
}

ir::Literal lower(const field_meta& field) {
  const literal& value = field.initial;
  switch (value.kind) {
    case literal_kind::none:
      break;
    case literal_kind::boolean:
      return value.integer != 0;
    case literal_kind::integer:
      if (field.scalar == ir::Scalar::float_) return static_cast<double>(value.integer);
      return value.integer;
    case literal_kind::real:
      return value.real;
    case literal_kind::text:
      return std::string(value.text);
  }
  return {};
}

ir::Validation lower(const validation& check) {
  const literal& value = check.value;
  return {
      .constraint = check.constraint,
      .value = value.kind == literal_kind::text   ? std::string(value.text)
               : value.kind == literal_kind::real ? fmt::format("{}", value.real)
                                                  : fmt::format("{}", value.integer),
      .errorMessage = std::string(check.message),
  };
}

ir::Projection projection_of(std::string_view text) {
  if (text == "KEYS_ONLY") return ir::Projection::keysOnly;
  return text == "INCLUDE" ? ir::Projection::include : ir::Projection::all;
}

/// The file as the program can open it.
std::string path_of(const handler_meta& handler) {
  // An absolute path replaces the one it is appended to.
  return (std::filesystem::path(handler.file).parent_path() / handler.entry)
      .lexically_normal()
      .string();
}

ir::Handler lower(const handler_meta& handler) {
  if (handler.kind == handler_kind::function)
    return {
        .kind = ir::Handler::Kind::function,
        .function = handler.function,
        .functionName = std::string(handler.function_name),
        .async = handler.async,
    };
  return {
      .kind = ir::Handler::Kind::custom,
      .entry = path_of(handler),
      .dataSourceModel = std::string(handler.model),
      .dataSourceName = std::string(handler.data_source),
  };
}

/// Operations that words name, one by one or by group, in the order of `ir::GeneratedOperation`.
std::vector<ir::GeneratedOperation> operations_of(span<std::string_view> words) {
  struct Operation {
    std::string_view name, all;
  };
  static constexpr std::array<Operation, 8> operations{{
      {"get", "queries"},
      {"list", "queries"},
      {"create", "mutations"},
      {"update", "mutations"},
      {"delete", "mutations"},
      {"onCreate", "subscriptions"},
      {"onUpdate", "subscriptions"},
      {"onDelete", "subscriptions"},
  }};
  const auto given = [&](std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  std::vector<ir::GeneratedOperation> result;
  for (std::size_t i = 0; i < operations.size(); ++i) {
    const auto& [name, all] = operations[i];
    if (given(name) || given(all)) result.push_back(static_cast<ir::GeneratedOperation>(i));
  }
  return result;
}

ir::TableSettings lower_table(const type_meta& model) {
  const TableSettings& table = model.table;
  return {
      .provisioned = table.provisioned,
      .pointInTimeRecovery = table.pointInTimeRecovery,
      .timeToLive = std::string(model.time_to_live),
      .deletionProtection = table.deletionProtection,
      .encryptionKeyArn = std::string(table.encryptionKeyArn),
      .stream = std::string(table.stream),
      .retain = table.retain,
  };
}

/// A schema without faults as plain data.
class Lowering {
 public:
  explicit Lowering(const schema_view& schema) : schema_(schema) {}

  ir::Definition all() {
    for (std::uint32_t i = 0; i < schema_.size.types; ++i)
      add(schema_.types[i]);
    std::ranges::sort(result_.models, {}, &ir::Model::name);
    std::ranges::sort(result_.enums, {}, &ir::EnumType::name);
    std::ranges::sort(result_.customTypes, {}, &ir::CustomType::name);
    std::ranges::sort(result_.operations, {}, &ir::CustomOperation::name);
    return std::move(result_);
  }

 private:
  void add(const type_meta& type) {
    switch (type.kind) {
      case type_kind::model:
        return result_.models.push_back(model(type));
      case type_kind::customType:
        return result_.customTypes.push_back(custom_type(type));
      case type_kind::enumeration:
        return result_.enums.push_back(
            {type_name(schema_, type), texts(part_of(schema_.names, type.names))}
        );
      case type_kind::query:
      case type_kind::mutation:
      case type_kind::subscription:
        return result_.operations.push_back(operation(type));
      case type_kind::schema: {
        auto access = lower_function_access(schema_, type.rules);
        std::ranges::move(access, std::back_inserter(result_.functionAccess));
      }
    }
  }

  ir::Type type_of(const field_meta& field) const {
    ir::Type type{
        .scalar = field.scalar,
        .required = field.required,
        .array = field.array || field.kind == field_kind::hasMany,
        .elementRequired = field.element_required,
    };
    if (field.type == no_index) return type;
    const type_meta& target = schema_.types[field.type];
    type.kind = target.kind == type_kind::model        ? ir::TypeKind::model
                : target.kind == type_kind::customType ? ir::TypeKind::customType
                                                       : ir::TypeKind::enumeration;
    type.name = type_name(schema_, target);
    return type;
  }

  ir::Field field(const field_meta& field) const {
    ir::Field result{
        .name = std::string(field.name.text),
        .type = type_of(field),
        .defaultValue = lower(field),
        .option = field.option,
        .renamedFrom = std::string(field.renamed_from),
    };
    for (const validation& check : part_of(schema_.validations, field.validations))
      result.validations.push_back(lower(check));
    if (is_relation(field.kind))
      result.relation = {
          .kind = field.kind == field_kind::hasOne    ? ir::Relationship::hasOne
                  : field.kind == field_kind::hasMany ? ir::Relationship::hasMany
                                                      : ir::Relationship::belongsTo,
          .references = texts(part_of(schema_.names, field.references)),
      };
    result.rules = lower_rules(schema_, field.rules);
    return result;
  }
  std::vector<ir::Field> fields(const type_meta& type) const {
    std::vector<ir::Field> result;
    for (const field_meta& one : fields_of(schema_, type))
      result.push_back(field(one));
    return result;
  }

  ir::Index index(const type_meta& model, const index_meta& index) const {
    ir::Index result{
        .name = std::string(index.name),
        .partitionKey = std::string(index.partition_key),
        .sortKeys = texts(part_of(schema_.names, index.sort_keys)),
        .queryField = std::string(index.query_field),
        .projection = projection_of(index.projection),
        .nonKeyAttributes = texts(part_of(schema_.names, index.attributes)),
        .named = index.called.has(index_call::name),
    };
    if (!result.named)
      result.name = ir::index_name(
          model.renamed_from.empty() ? model.name.text : model.renamed_from, index.partition_key,
          result.sortKeys
      );
    if (result.queryField.empty() && !index.without_query)
      result.queryField = default_query(schema_, model, index);
    return result;
  }

  ir::Model model(const type_meta& type) const {
    ir::Model result{
        .name = std::string(type.name.text),
        .fields = fields(type),
        .identifier = texts(part_of(schema_.names, type.names)),
        .disabledOperations = operations_of(part_of(schema_.names, type.disabled)),
        .rules = lower_rules(schema_, type.rules),
        .table = lower_table(type),
        .renamedFrom = std::string(type.renamed_from),
    };
    for (const handler_meta& hook : part_of(schema_.handlers, type.handlers))
      result.hooks.push_back(
          {.after = hook.hook == hook_time::after,
           .operations = operations_of(part_of(schema_.names, hook.operations)),
           .handler = lower(hook)}
      );
    // Declared, the key is the user's own, which clients may query by.
    const bool has_id =
        std::ranges::find(result.fields, "id", &ir::Field::name) != result.fields.end();
    if (result.identifier.empty() && has_id) result.identifier = {"id"};
    for (const index_meta& one : part_of(schema_.indexes, type.indexes))
      result.indexes.push_back(index(type, one));
    return result;
  }

  ir::CustomType custom_type(const type_meta& type) const {
    return {
        .name = type_name(schema_, type),
        .fields = fields(type),
        .inputOnly = is_input_only(schema_.types, type),
    };
  }

  ir::CustomOperation operation(const type_meta& type) const {
    ir::CustomOperation result{
        .kind = type.kind == type_kind::query      ? ir::OperationType::query
                : type.kind == type_kind::mutation ? ir::OperationType::mutation
                                                   : ir::OperationType::subscription,
        .name = std::string(type.name.text),
        .rules = lower_operation_rules(schema_, type),
    };
    for (const field_meta& field : fields_of(schema_, type)) {
      if (field.role == field_role::argument)
        result.arguments.push_back({std::string(field.name.text), type_of(field)});
      else if (field.role == field_role::result)
        result.returns = type_of(field);
      else if (field.role == field_role::source)
        add_source(result, field);
    }
    for (const handler_meta& handler : part_of(schema_.handlers, type.handlers))
      result.handlers.push_back(lower(handler));
    return result;
  }
  /// A subscription returns what the first of its mutations does.
  void add_source(ir::CustomOperation& subscription, const field_meta& source) const {
    const type_meta& target = schema_.types[source.type];
    if (target.kind == type_kind::model) {
      for (const std::string_view word : part_of(schema_.names, source.references))
        subscription.mutations.push_back(std::string(word) + ir::capitalized(source.target));
      if (!subscription.returns) subscription.returns = type_of(source);
      return;
    }
    subscription.mutations.emplace_back(source.target);
    for (const field_meta& field : fields_of(schema_, target))
      if (field.role == field_role::result && !subscription.returns)
        subscription.returns = type_of(field);
  }

  const schema_view& schema_;
  ir::Definition result_{};
};

std::string text(const message& message) { return std::string(message.view()); }

}  // namespace

ir::Definition detail::lower(const schema_view& schema) { return Lowering(schema).all(); }

std::vector<Diagnostic> SchemaRef::diagnostics() const {
  const auto fault = [](std::string where, std::string what, std::string help) {
    return Diagnostic{"InvalidSchemaError", std::move(where), std::move(what), std::move(help)};
  };
  if (!given()) return {fault("schema", "no schema is given", "write .schema = schema")};
  std::vector<Diagnostic> faults;
  if (is_empty(view_))
    faults.push_back(
        fault("a.schema(...)", "has no models or operations", "add some, as in a.model(...)")
    );
  for (std::uint32_t part = 0; part < part_count(view_.size.types); ++part) {
    const std::size_t count = count_faults(view_, part);
    for (std::size_t i = 0; i < count; ++i) {
      finding kept;
      findings one(i, kept);
      check_part(view_, part, one);
      faults.push_back(fault(text(kept.where), text(kept.what), text(kept.help)));
    }
  }
  return faults;
}

ir::Definition SchemaRef::definition() const {
  if (auto faults = diagnostics(); !faults.empty()) throw UserError(std::move(faults));
  return detail::lower(view_);
}

}  // namespace amplify
