// SPDX-License-Identifier: Apache-2.0
#include "data/access.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <tuple>

namespace amplify::appsync {
namespace {

using ir::Operation;

/// Those that `read` stands for.
constexpr std::array reading = {
    Operation::get, Operation::list, Operation::listen, Operation::sync, Operation::search
};

/// Without regard to `also`.
std::vector<Role> own_roles(const ir::Rule& rule) {
  Role role{.allow = rule.allow, .provider = rule.provider};
  if (rule.allow == ir::Allow::owner) {
    role.field = rule.ownerField;
    role.claim = rule.identityClaim;
  }
  if (rule.allow != ir::Allow::groups) return {role};
  role.claim = rule.groupClaim;
  role.field = rule.groupsField;
  if (rule.groups.empty()) return {role};
  std::vector<Role> all;
  for (const std::string& group : rule.groups) {
    role.group = group;
    all.push_back(role);
  }
  return all;
}

/// Gives the parts of a role the order that is the same for all rules that name them.
void in_order(Role& role) {
  std::vector<Role> parts = role.parts();
  std::ranges::sort(parts, {}, [](const Role& part) {
    return std::tuple(part.allow, part.field, part.group, part.claim);
  });
  role = parts.front();
  role.also.assign(parts.begin() + 1, parts.end());
}

}  // namespace

bool Role::depends_on_item() const {
  return !field.empty() || std::ranges::any_of(also, &Role::depends_on_item);
}

std::vector<Role> Role::parts() const {
  std::vector<Role> all{*this};
  all.front().also.clear();
  all.insert(all.end(), also.begin(), also.end());
  return all;
}

std::vector<Role> parts(const std::vector<Role>& roles) {
  std::vector<Role> all;
  for (const Role& role : roles)
    std::ranges::move(role.parts(), std::back_inserter(all));
  return all;
}

std::vector<Role> roles(const ir::Rule& rule) {
  std::vector<Role> all = own_roles(rule);
  for (const ir::Rule& other : rule.also) {
    std::vector<Role> longer;
    for (const Role& role : all) {
      for (Role& part : own_roles(other)) {
        longer.push_back(role);
        longer.back().also.push_back(std::move(part));
      }
    }
    all = std::move(longer);
  }
  if (!rule.also.empty()) std::ranges::for_each(all, in_order);
  return all;
}

std::vector<Role> roles(const std::vector<ir::Rule>& rules) {
  std::vector<Role> all;
  for (const ir::Rule& rule : rules) {
    for (Role& role : roles(rule))
      all.push_back(std::move(role));
  }
  return all;
}

bool same_callers(const ir::Rule& one, const ir::Rule& other) {
  return std::ranges::any_of(roles(one), [&](const Role& role) {
    const std::vector<Role> others = roles(other);
    return std::ranges::find(others, role) != others.end();
  });
}

bool grants(const ir::Rule& rule, Operation operation) {
  const auto matches = [&](Operation granted) {
    return granted == operation ||
           (granted == Operation::read && std::ranges::find(reading, operation) != reading.end());
  };
  return rule.operations.empty() || std::ranges::any_of(rule.operations, matches);
}

std::set<ir::Provider> providers(const std::vector<Role>& roles) {
  std::set<ir::Provider> all;
  for (const Role& role : roles)
    all.insert(role.provider);
  return all;
}

AccessMatrix::Operations AccessMatrix::bit(Operation operation) {
  return static_cast<Operations>(1U << static_cast<unsigned>(operation));
}

AccessMatrix::Operations AccessMatrix::granted(const ir::Rule& rule) {
  Operations result = 0;
  for (const Operation operation :
       {Operation::create, Operation::update, Operation::delete_, Operation::get, Operation::list,
        Operation::listen, Operation::sync, Operation::search}) {
    if (grants(rule, operation)) result |= bit(operation);
  }
  return result;
}

AccessMatrix::AccessMatrix(const ir::Model& model) {
  std::vector<const ir::Field*> fields;
  for (const ir::Field& field : model.fields) {
    if (field.option != ir::OptionField::none) continue;
    fields.push_back(&field);
    fields_.push_back(field.name);
  }
  for (const ir::Rule& rule : model.rules) {
    for (const Role& role : appsync::roles(rule))
      std::ranges::fill(row(role), granted(rule));
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::vector<ir::Rule>& rules = fields[i]->rules;
    if (rules.empty()) continue;
    for (std::vector<Operations>& existing : rows_)
      existing[i] = 0;
    for (const ir::Rule& rule : rules) {
      for (const Role& role : appsync::roles(rule))
        row(role)[i] = granted(rule);
    }
  }
  inherit();
}

/// Whoever is in a role with several parts is in those that ask for some of them.
void AccessMatrix::inherit() {
  for (std::size_t i = 0; i < roles_.size(); ++i) {
    if (roles_[i].also.empty()) continue;
    const std::vector<Role> own = roles_[i].parts();
    for (std::size_t j = 0; j < roles_.size(); ++j) {
      const bool is_in = std::ranges::all_of(roles_[j].parts(), [&](const Role& part) {
        return std::ranges::find(own, part) != own.end();
      });
      if (!is_in) continue;
      for (std::size_t field = 0; field < rows_[i].size(); ++field)
        rows_[i][field] |= rows_[j][field];
    }
  }
}

std::vector<AccessMatrix::Operations>& AccessMatrix::row(const Role& role) {
  const auto found = std::ranges::find(roles_, role);
  if (found != roles_.end()) return rows_[static_cast<std::size_t>(found - roles_.begin())];
  roles_.push_back(role);
  return rows_.emplace_back(fields_.size(), Operations{0});
}

const std::vector<AccessMatrix::Operations>* AccessMatrix::find_row(const Role& role) const {
  const auto found = std::ranges::find(roles_, role);
  return found == roles_.end() ? nullptr : &rows_[static_cast<std::size_t>(found - roles_.begin())];
}

std::vector<Role> AccessMatrix::roles(const std::vector<Operation>& operations) const {
  Operations wanted = 0;
  for (const Operation operation : operations)
    wanted |= bit(operation);
  std::vector<Role> result;
  for (std::size_t i = 0; i < roles_.size(); ++i) {
    if (std::ranges::any_of(rows_[i], [&](Operations o) { return (o & wanted) != 0; }))
      result.push_back(roles_[i]);
  }
  return result;
}

bool AccessMatrix::allows_all_fields(const Role& role, Operation operation) const {
  const std::vector<Operations>* row = find_row(role);
  return row && std::ranges::all_of(*row, [&](Operations o) { return (o & bit(operation)) != 0; });
}

std::vector<Role> AccessMatrix::roles_with_all_fields(Operation operation) const {
  std::vector<Role> result;
  for (const Role& role : roles_) {
    if (allows_all_fields(role, operation)) result.push_back(role);
  }
  return result;
}

bool AccessMatrix::allows(const Role& role, std::string_view field, Operation operation) const {
  const std::vector<Operations>* row = find_row(role);
  const auto at = std::ranges::find(fields_, field);
  return row && at != fields_.end() &&
         ((*row)[static_cast<std::size_t>(at - fields_.begin())] & bit(operation)) != 0;
}

std::vector<std::string> AccessMatrix::fields(const Role& role, Operation operation) const {
  std::vector<std::string> result;
  for (const std::string& field : fields_) {
    if (allows(role, field, operation)) result.push_back(field);
  }
  return result;
}

}  // namespace amplify::appsync
