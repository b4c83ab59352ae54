// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Who may do what with which field: the one answer that the GraphQL schema, the resolvers and the
/// policies of the identity pool share.
namespace amplify::appsync {

/// One kind of caller, as a rule names it.
struct Role {
  ir::Allow allow = ir::Allow::owner;
  ir::Provider provider = ir::Provider::userPools;
  /// Of an item, the field that holds its owners or the groups it belongs to.
  std::string field{};
  /// The group that every caller of this role is in.
  std::string group{};
  /// The claim that names the caller or lists their groups; empty means the provider's usual one.
  std::string claim{};
  /// Other roles that the callers are in as well, none of which has such roles.
  std::vector<Role> also{};

  bool operator==(const Role&) const = default;
  /// Whether it depends on the item who is in the role.
  bool depends_on_item() const;
  /// The role without `also`, and those in it.
  std::vector<Role> parts() const;
};

/// The roles that a rule speaks of: one for each group it names, otherwise one. Of a rule with
/// `also`, one for each way to choose one of each.
std::vector<Role> roles(const ir::Rule& rule);
std::vector<Role> roles(const std::vector<ir::Rule>& rules);

/// Whether two rules speak of the same callers, whatever they permit.
bool same_callers(const ir::Rule& one, const ir::Rule& other);

/// Whether the rule grants the operation; `read` in a rule grants get, list, listen, sync and
/// search, and a rule without operations grants everything.
bool grants(const ir::Rule& rule, ir::Operation operation);

std::set<ir::Provider> providers(const std::vector<Role>& roles);

/// The parts of all roles.
std::vector<Role> parts(const std::vector<Role>& roles);

/// What the roles of a model may do with each of its declared fields. A field's own rules take the
/// place of the model's. Whoever may read an item may read what the API keeps in it.
class AccessMatrix {
 public:
  explicit AccessMatrix(const ir::Model& model);

  /// Every role that a rule of the model or of a field speaks of, in the order of the rules.
  const std::vector<Role>& roles() const { return roles_; }
  /// Those that may do any of `operations` with at least one field.
  std::vector<Role> roles(const std::vector<ir::Operation>& operations) const;
  /// Those that may do it with every field, as deleting an item needs.
  std::vector<Role> roles_with_all_fields(ir::Operation operation) const;
  bool allows_all_fields(const Role& role, ir::Operation operation) const;
  bool allows(const Role& role, std::string_view field, ir::Operation operation) const;
  /// The fields with which a role may do it.
  std::vector<std::string> fields(const Role& role, ir::Operation operation) const;

 private:
  /// A bit for each operation.
  using Operations = std::uint16_t;
  static Operations bit(ir::Operation operation);
  static Operations granted(const ir::Rule& rule);
  void inherit();
  std::vector<Operations>& row(const Role& role);
  const std::vector<Operations>* find_row(const Role& role) const;

  std::vector<std::string> fields_;
  std::vector<Role> roles_;
  /// A row for each role, in it a place for each field.
  std::vector<std::vector<Operations>> rows_;
};

}  // namespace amplify::appsync
