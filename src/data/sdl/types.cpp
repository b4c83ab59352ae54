// SPDX-License-Identifier: Apache-2.0
#include "data/names.hpp"
#include "data/sdl/context.hpp"
#include "data/sdl/directives.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace amplify::sdl {
namespace {

constexpr std::array<ir::Scalar, 14> scalars = {
    ir::Scalar::id,        ir::Scalar::string,    ir::Scalar::integer, ir::Scalar::float_,
    ir::Scalar::boolean,   ir::Scalar::date,      ir::Scalar::time,    ir::Scalar::datetime,
    ir::Scalar::timestamp, ir::Scalar::email,     ir::Scalar::json,    ir::Scalar::phone,
    ir::Scalar::url,       ir::Scalar::ipAddress,
};

std::optional<ir::Scalar> scalar(std::string_view name) {
  const auto found = std::ranges::find(scalars, name, appsync::graphql_scalar);
  return found == scalars.end() ? std::nullopt : std::optional(*found);
}

ir::Type shaped(const TypeReference& reference) {
  return {
      .required = reference.required,
      .array = reference.list,
      .elementRequired = reference.elementRequired,
  };
}

void unknown(const Context& context, const TypeReference& reference, const std::string& where) {
  std::vector<std::string_view> names;
  for (const ir::Scalar known : scalars)
    names.push_back(appsync::graphql_scalar(known));
  for (const auto& [name, type] : context.types)
    names.push_back(name);
  context.faults.add(
      reference.at, where, fmt::format("there is no type '{}'", reference.name),
      did_you_mean(reference.name, names, "declare it, or use a scalar such as String")
  );
}

/// The part that both directions share: scalars, enums and types that aren't there. `given` is the
/// type if it is one of objects or an input.
std::optional<ir::Type> common_type(
    const Context& context, const TypeReference& reference, const std::string& where,
    const Type*& given
) {
  ir::Type type = shaped(reference);
  if (const auto known = scalar(reference.name)) {
    type.scalar = *known;
    return type;
  }
  const auto found = context.types.find(reference.name);
  if (found == context.types.end() || is_root(reference.name)) {
    unknown(context, reference, where);
    return {};
  }
  type.name = reference.name;
  if (found->second.kind == Type::Kind::enumeration) {
    type.kind = ir::TypeKind::enumeration;
    return type;
  }
  given = &found->second;
  return type;
}

using Pairs = std::set<std::pair<std::string_view, std::string_view>>;

/// Whether `input` is what Amplify makes of `type` for arguments. `assumed` holds the pairs that
/// are being compared, as types may be cyclic.
bool corresponds(const Context& context, const Type& input, const Type& type, Pairs& assumed) {
  if (input.name != appsync::capitalized(type.name) + "Input" ||
      input.fields.size() != type.fields.size())
    return false;
  if (!assumed.emplace(input.name, type.name).second) return true;
  return std::ranges::all_of(input.fields, [&](const Field& written) {
    const auto read = std::ranges::find(type.fields, written.name, &Field::name);
    if (read == type.fields.end()) return false;
    const TypeReference& a = written.type;
    const TypeReference& b = read->type;
    if (a.required != b.required || a.list != b.list || a.elementRequired != b.elementRequired)
      return false;
    if (a.name == b.name) return true;
    const auto inner_input = context.types.find(a.name);
    const auto inner_type = context.types.find(b.name);
    return inner_input != context.types.end() && inner_type != context.types.end() &&
           corresponds(context, inner_input->second, inner_type->second, assumed);
  });
}

void check_field(Context& context, const Field& field, const std::string& where) {
  if (!field.arguments.empty()) {
    context.faults.add(
        field.at, where, "a field with arguments needs a resolver of its own",
        "make it an operation: a field of Query"
    );
  }
  if (field.hasDefault) {
    context.faults.add(
        field.at, where, "a default in an input is not supported",
        "let whoever handles the operation fill it in"
    );
  }
}

std::vector<ir::Rule> field_rules(Context& context, const Field& field, const std::string& where) {
  const Directive* auth = find(field.directives, "auth");
  return auth ? auth_rules(*auth, where, context.faults) : std::vector<ir::Rule>();
}

}  // namespace

bool is_root(std::string_view type) {
  return type == "Query" || type == "Mutation" || type == "Subscription";
}

bool is_model(const Type& type) { return find(type.directives, "model") != nullptr; }

std::optional<std::string> deprecation(const std::vector<Directive>& directives) {
  const Directive* deprecated = find(directives, "deprecated");
  return deprecated ? std::optional(text(*deprecated, "reason")) : std::nullopt;
}

const Type* output_of(const Context& context, const Type& input) {
  for (const auto& [name, type] : context.types) {
    Pairs assumed;
    if (type.kind == Type::Kind::object && !is_model(type) && !is_root(name) &&
        corresponds(context, input, type, assumed))
      return &type;
  }
  return nullptr;
}

std::optional<ir::Type> output_type(
    const Context& context, const TypeReference& reference, const std::string& where
) {
  const Type* given = nullptr;
  auto type = common_type(context, reference, where, given);
  if (!given) return type;
  if (given->kind == Type::Kind::input) {
    context.faults.add(
        reference.at, where, fmt::format("'{}' is an input, which clients can't read", given->name),
        "declare a type with these fields"
    );
    return {};
  }
  type->kind = is_model(*given) ? ir::TypeKind::model : ir::TypeKind::customType;
  return type;
}

std::optional<ir::Type> input_type(
    const Context& context, const TypeReference& reference, const std::string& where
) {
  const Type* given = nullptr;
  auto type = common_type(context, reference, where, given);
  if (!given) return type;
  if (given->kind == Type::Kind::object) {
    context.faults.add(
        reference.at, where, fmt::format("'{}' is a type, which clients can't write", given->name),
        fmt::format("declare 'input {}Input' with its fields", given->name)
    );
    return {};
  }
  type->kind = ir::TypeKind::customType;
  if (const Type* output = output_of(context, *given)) type->name = output->name;
  return type;
}

void lower_custom_type(Context& context, const Type& type) {
  check_directives(type.directives, Site::customType, type.name, context.faults);
  ir::CustomType result{.name = type.name, .rules = native_rules(type.directives)};
  for (const Field& field : type.fields) {
    const std::string where = type.name + "." + field.name;
    context.faults.remember(where, field.at);
    check_field(context, field, where);
    const bool valid =
        check_directives(field.directives, Site::customTypeField, where, context.faults);
    const auto lowered = output_type(context, field.type, where);
    if (!valid || !lowered) continue;
    if (lowered->kind == ir::TypeKind::model) {
      context.faults.add(
          field.type.at, where,
          fmt::format("'{}' has @model, and this type has not", lowered->name),
          "return the model itself, or repeat the fields that are needed"
      );
      continue;
    }
    result.fields.push_back(
        {.name = field.name,
         .type = *lowered,
         .rules = field_rules(context, field, where),
         .deprecated = deprecation(field.directives)}
    );
  }
  context.definition.customTypes.push_back(std::move(result));
}

void lower_input(Context& context, const Type& type) {
  check_directives(type.directives, Site::input, type.name, context.faults);
  ir::CustomType result{.name = type.name, .inputOnly = true};
  for (const Field& field : type.fields) {
    const std::string where = type.name + "." + field.name;
    context.faults.remember(where, field.at);
    check_field(context, field, where);
    check_directives(field.directives, Site::input, where, context.faults);
    if (const auto lowered = input_type(context, field.type, where))
      result.fields.push_back({.name = field.name, .type = *lowered});
  }
  // What Amplify makes of a custom type by itself needs no declaration.
  if (!output_of(context, type)) context.definition.customTypes.push_back(std::move(result));
}

void lower_enum(Context& context, const Type& type) {
  check_directives(type.directives, Site::enumeration, type.name, context.faults);
  ir::EnumType result{.name = type.name};
  for (const Field& value : type.fields) {
    const std::string where = type.name + "." + value.name;
    context.faults.remember(where, value.at);
    check_directives(value.directives, Site::enumeration, where, context.faults);
    result.values.push_back(value.name);
  }
  context.definition.enums.push_back(std::move(result));
}

}  // namespace amplify::sdl
