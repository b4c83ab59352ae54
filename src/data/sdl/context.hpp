// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/sdl/document.hpp"
#include "data/sdl/faults.hpp"

#include <amplify/schema/definition.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The parts of lowering, and what they share.
namespace amplify::sdl {

struct Context {
  /// By name, with their extensions.
  std::map<std::string, Type, std::less<>> types{};
  Faults& faults;
  ir::Definition definition{};
};

bool is_root(std::string_view type);
bool is_model(const Type& type);

/// The type that a client reads. Nothing, and an error, for an input or a type that isn't there.
std::optional<ir::Type> output_type(
    const Context& context, const TypeReference& reference, const std::string& where
);
/// The type that a client writes. A custom type stands for its input.
std::optional<ir::Type> input_type(
    const Context& context, const TypeReference& reference, const std::string& where
);
/// The custom type whose input this is, field by field; null for an input of its own.
const Type* output_of(const Context& context, const Type& input);

/// The rules of an `@auth`.
std::vector<ir::Rule> auth_rules(const Directive& auth, const std::string& where, Faults& faults);
/// What AppSync's own directives stand for, such as `@aws_api_key`. `@aws_iam` says nothing new:
/// every API lets IAM in.
std::vector<ir::Rule> native_rules(const std::vector<Directive>& directives);

/// Adds the model, without its relations.
void lower_model(Context& context, const Type& type);
/// Adds the relations of all models, when the models are there.
void lower_relations(Context& context);
/// Adds a custom type, an input or an enum.
void lower_custom_type(Context& context, const Type& type);
void lower_input(Context& context, const Type& type);
void lower_enum(Context& context, const Type& type);
/// Adds the operations of a root type.
void lower_operations(Context& context, const Type& root);

/// What `@deprecated` says, if it is there.
std::optional<std::string> deprecation(const std::vector<Directive>& directives);

}  // namespace amplify::sdl
