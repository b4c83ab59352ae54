// SPDX-License-Identifier: Apache-2.0
#include "data/access.hpp"
#include "data/fields.hpp"
#include "data/names.hpp"
#include "data/validation/checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace amplify::appsync {
namespace {

using ir::Operation;

constexpr std::array reading = {
    Operation::get, Operation::list, Operation::listen, Operation::sync, Operation::search
};

bool is_reading(Operation operation) {
  return std::ranges::find(reading, operation) != reading.end();
}

/// What a strategy's callers can prove who they are with; empty if the rule's provider is one.
std::string_view wrong_provider(const ir::Rule& rule) {
  using enum ir::Provider;
  switch (rule.allow) {
    case ir::Allow::owner:
    case ir::Allow::groups:
      return rule.provider == userPools || rule.provider == oidc ? "" : "userPools or oidc";
    case ir::Allow::private_:
      return rule.provider == userPools || rule.provider == oidc || rule.provider == identityPool
                 ? ""
                 : "userPools, oidc or identityPool";
    case ir::Allow::public_:
      return rule.provider == apiKey || rule.provider == identityPool ? ""
                                                                      : "apiKey or identityPool";
    case ir::Allow::custom:
      return rule.provider == function ? "" : "function";
  }
  return {};
}

/// What a client would call the callers of a rule.
std::string callers(const ir::Rule& rule) {
  if (!rule.groups.empty()) return fmt::format("group '{}'", rule.groups.front());
  if (!rule.groupsField.empty()) return fmt::format("groups in `{}`", rule.groupsField);
  if (rule.allow == ir::Allow::owner) return fmt::format("owners in `{}`", rule.ownerField);
  return fmt::format("{} ({})", strategy_name(rule.allow), provider_name(rule.provider));
}

void check_operations_of(Examination& examination, const std::string& where, const ir::Rule& rule) {
  const auto& operations = rule.operations;
  for (auto operation = operations.begin(); operation != operations.end(); ++operation) {
    if (std::find(operations.begin(), operation, *operation) != operation) {
      examination.fault(
          where, fmt::format("a rule names `{}` twice", operation_name(*operation)), "remove one"
      );
    }
    const bool reads = std::ranges::find(operations, Operation::read) != operations.end();
    if (reads && is_reading(*operation)) {
      examination.fault(
          where, fmt::format("`read` includes `{}`", operation_name(*operation)),
          fmt::format("remove `{}` or `read`", operation_name(*operation))
      );
    }
  }
}

/// Whether names of users and groups fit into the scalar.
bool holds_text(ir::Scalar scalar) {
  switch (scalar) {
    case ir::Scalar::integer:
    case ir::Scalar::float_:
    case ir::Scalar::boolean:
    case ir::Scalar::timestamp:
    case ir::Scalar::json:
      return false;
    default:
      return true;
  }
}

/// The fields that decide over an item's access must be there, and hold text.
void check_deciding_field(
    Examination& examination, const ir::Model& model, const std::string& where, const ir::Rule& rule
) {
  const bool owner = rule.allow == ir::Allow::owner;
  const std::string& name = owner ? rule.ownerField : rule.groupsField;
  if (name.empty()) return;
  const ir::Field* field = find_field(model, name);
  if (!field) {
    // An owner's field is added; nothing would ever fill one of groups.
    if (!owner) {
      examination.fault(
          where, fmt::format("there is no field `{}` for the groups", name),
          suggestion(name, field_names(model), fmt::format("declare `{}: [String]`", name))
      );
    }
    return;
  }
  const bool text = field->type.kind == ir::TypeKind::scalar && holds_text(field->type.scalar);
  if (!text) {
    examination.fault(
        model.name + "." + name, fmt::format("a rule keeps {} here", owner ? "owners" : "groups"),
        fmt::format("write String or [String], or name another field in the rule")
    );
  }
}

void check_rule_list(
    Examination& examination, const ir::Model& model, const std::string& where,
    const std::vector<ir::Rule>& rules
) {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    check_rule(examination, where, rules[i]);
    check_deciding_field(examination, model, where, rules[i]);
    for (const ir::Rule& part : rules[i].also) {
      check_rule(examination, where, part);
      check_deciding_field(examination, model, where, part);
    }
    for (std::size_t j = 0; j < i; ++j) {
      if (same_callers(rules[i], rules[j])) {
        examination.fault(
            where, fmt::format("two rules let in {}", callers(rules[i])),
            "make them one, and list its operations"
        );
      }
    }
  }
}

/// The roles that may get items, and the part of them that may read the field. Who is signed in
/// needs no narrower role of the same sign-in.
bool all_readers_read(const AccessMatrix& matrix, const std::string& field) {
  std::vector<Role> readers = matrix.roles({Operation::get});
  for (const ir::Provider provider : {ir::Provider::userPools, ir::Provider::oidc}) {
    const Role everyone{.allow = ir::Allow::private_, .provider = provider};
    const bool reads = std::ranges::find(readers, everyone) != readers.end() &&
                       std::ranges::all_of(reading, [&](Operation operation) {
                         return matrix.allows(everyone, field, operation);
                       });
    if (reads) {
      std::erase_if(readers, [&](const Role& role) {
        return role.provider == provider && role != everyone;
      });
    }
  }
  return std::ranges::all_of(readers, [&](const Role& role) {
    return std::ranges::any_of(reading, [&](Operation operation) {
      return matrix.allows(role, field, operation);
    });
  });
}

void check_field_rules(Examination& examination, const ir::Model& model) {
  for (const ir::Field& field : model.fields) {
    const std::string where = model.name + "." + field.name;
    check_rule_list(examination, model, where, field.rules);
    for (const ir::Rule& rule : field.rules) {
      for (const Operation operation : rule.operations) {
        if (is_reading(operation)) {
          examination.fault(
              where, fmt::format("a field's rule can't say `{}`", operation_name(operation)),
              "write `read`"
          );
        }
      }
    }
  }
}

/// A caller who may not read a field gets null for it, which GraphQL refuses of a required one.
void check_required_fields(Examination& examination, const ir::Model& model) {
  const AccessMatrix matrix(model);
  for (const ir::Field& field : model.fields) {
    if (field.type.required && !is_kept(field) && !all_readers_read(matrix, field.name)) {
      examination.fault(
          model.name + "." + field.name,
          "some who may read the model may not read this required field",
          "let them read it, or make it optional"
      );
    }
  }
}

}  // namespace

void check_rule(Examination& examination, const std::string& where, const ir::Rule& rule) {
  const auto fault = [&](std::string message, std::string help) {
    examination.fault(where, std::move(message), std::move(help));
  };
  const std::string_view strategy = strategy_name(rule.allow);
  if (const auto expected = wrong_provider(rule); !expected.empty()) {
    fault(
        fmt::format("`{}` is no provider of `{}`", provider_name(rule.provider), strategy),
        fmt::format("write {}", expected)
    );
  }
  const bool groups = rule.allow == ir::Allow::groups;
  if (groups && rule.groups.empty() == rule.groupsField.empty())
    fault("a rule names groups, or else a field that holds them", R"(write groups: ["Admins"])");
  if (!groups && (!rule.groups.empty() || !rule.groupsField.empty() || !rule.groupClaim.empty()))
    fault(fmt::format("`{}` knows no groups", strategy), "write {allow: groups}");
  if (rule.allow != ir::Allow::owner && !rule.identityClaim.empty())
    fault(fmt::format("`{}` has no identityClaim", strategy), "write it in a rule for owners");
  check_operations_of(examination, where, rule);
}

void check_static_rules(
    Examination& examination, const std::string& where, const std::vector<ir::Rule>& rules
) {
  for (const ir::Rule& rule : rules) {
    check_rule(examination, where, rule);
    if (!rule.operations.empty())
      examination.fault(where, "there is but one thing to do here", "leave out `operations`");
    if (rule.allow == ir::Allow::owner || !rule.groupsField.empty()) {
      examination.fault(
          where, "there is no item here that could name its owners or groups",
          R"(write {allow: private} or {allow: groups, groups: ["Admins"]})"
      );
    }
  }
}

void check_rules(Examination& examination, const ir::Model& model) {
  if (model.rules.empty()) {
    examination.fault(
        model.name, "has no rules, so nobody may use it", "write @auth(rules: [{allow: owner}])"
    );
  }
  check_rule_list(examination, model, model.name, model.rules);
  check_field_rules(examination, model);
  check_required_fields(examination, model);
}

}  // namespace amplify::appsync
