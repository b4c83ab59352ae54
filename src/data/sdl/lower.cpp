// SPDX-License-Identifier: Apache-2.0
#include "data/sdl/lower.hpp"

#include "data/sdl/context.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace amplify::sdl {
namespace {

void merge(Type& type, const Type& extension) {
  std::ranges::copy(extension.directives, std::back_inserter(type.directives));
  std::ranges::copy(extension.fields, std::back_inserter(type.fields));
}

/// The document's types by name, their extensions merged in.
void collect(const Document& document, Context& context) {
  const auto fault = [&](const Type& type, std::string message, std::string help) {
    context.faults.add(type.at, type.name, std::move(message), std::move(help));
  };
  for (const Type& type : document.types) {
    if (type.extension && !is_root(type.name)) continue;
    const auto [found, fresh] = context.types.try_emplace(type.name, type);
    if (fresh) {
      context.faults.remember(type.name, type.at);
    } else if (type.extension || found->second.extension) {
      merge(found->second, type);
    } else {
      fault(type, "two types have this name", "rename one, or write 'extend type'");
    }
  }
  for (const Type& type : document.types) {
    if (!type.extension || is_root(type.name)) continue;
    const auto found = context.types.find(type.name);
    if (found == context.types.end() || found->second.kind != type.kind) {
      fault(type, "there is no such type to extend", "leave out 'extend'");
    } else {
      merge(found->second, type);
    }
  }
}

void lower_type(Context& context, const Type& type) {
  if (type.name == "AMPLIFY") {
    context.faults.add(
        type.at, type.name, "a rule for all models is not supported",
        "write @auth on each model, as in @auth(rules: [{allow: public}])"
    );
  } else if (type.kind == Type::Kind::enumeration) {
    lower_enum(context, type);
  } else if (type.kind == Type::Kind::input) {
    lower_input(context, type);
  } else if (is_root(type.name)) {
    lower_operations(context, type);
  } else if (is_model(type)) {
    lower_model(context, type);
  } else {
    lower_custom_type(context, type);
  }
}

/// The type that functions return for which nobody waits, as Amplify's tools declare it: an
/// operation without a result implies it.
void drop_event_response(ir::Definition& definition) {
  const bool implied = std::ranges::any_of(definition.operations, [](const auto& operation) {
    return !operation.returns;
  });
  if (!implied) return;
  std::erase_if(definition.customTypes, [](const ir::CustomType& type) {
    return type.name == "EventInvocationResponse" && type.fields.size() == 1 &&
           type.fields.front().name == "success";
  });
}

}  // namespace

ir::Definition lower(const Document& document, Faults& faults) {
  Context context{.faults = faults};
  collect(document, context);
  for (const auto& [name, type] : context.types)
    lower_type(context, type);
  lower_relations(context);
  drop_event_response(context.definition);
  ir::Definition& definition = context.definition;
  std::ranges::sort(definition.models, {}, &ir::Model::name);
  std::ranges::sort(definition.operations, {}, &ir::CustomOperation::name);
  return std::move(definition);
}

}  // namespace amplify::sdl
