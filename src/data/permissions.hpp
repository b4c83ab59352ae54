// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/access.hpp"

#include <amplify/schema/definition.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The rules of a schema, told to people.
namespace amplify::appsync {

/// `owner in author`, `group Admins`, `guests`.
std::string name_of(const Role& role);

/// The names of a role's parts.
std::vector<std::string> part_names(const Role& role);

/// The rule as C++ has it: `allow.owner().to({"read"})`.
std::string text_of(const ir::Rule& rule);

/// `create`, `get`.
std::string_view name_of(ir::Operation operation);

/// What rules grant one by one, in the order in which people think of them.
inline constexpr ir::Operation granted_operations[] = {
    ir::Operation::create, ir::Operation::get,    ir::Operation::list,
    ir::Operation::listen, ir::Operation::update, ir::Operation::delete_,
};

/// What one kind of caller may do with some fields of a model's items.
struct Permission {
  std::string who{};
  /// The roles that they are in, all of them.
  std::vector<std::string> parts{};
  /// Empty: with all.
  std::vector<std::string> fields{};
  std::vector<ir::Operation> operations{};
};

/// Callers in the order of the rules, each with fewest lines.
std::vector<Permission> permissions(const ir::Model& model);

/// Somebody who calls, as `--as` names them.
struct Caller {
  enum class Kind { owner, user, group, guest, identity, apiKey, lambda };
  Kind kind = Kind::user;
  /// Of a member: the group.
  std::string group{};
  /// What they are as well.
  std::vector<Caller> also{};
};

/// None for a text that names nobody: one of `caller_names`, or several with commas between them.
std::optional<Caller> caller(std::string_view text);
inline constexpr std::string_view caller_names =
    "owner, user, group:NAME, guest, identity, apiKey, lambda";

/// How a rule bears on a call.
struct Consideration {
  std::string rule{};
  /// The model, field or operation that has it.
  std::string of{};
  bool grants = false;
  /// Why not, or for which items.
  std::string why{};
};

struct Explanation {
  enum class Verdict { allowed, conditional, denied };
  Verdict verdict = Verdict::denied;
  std::vector<Consideration> rules{};
  /// For which items: `items whose owner is the caller`. With `conditional`.
  std::vector<std::string> conditions{};
  /// Fields that the call gets null for, or must not give.
  std::vector<std::string> withoutFields{};
};

/// Why a caller may ask for `Query.getPost`, `Mutation.updatePost` or `Post.title`, or may not.
/// None if the API has no such field.
std::optional<Explanation> explain(
    const ir::Definition& schema, std::string_view field, const Caller& caller
);

/// Every field that `explain` knows.
std::vector<std::string> explainable_fields(const ir::Definition& schema);

}  // namespace amplify::appsync
