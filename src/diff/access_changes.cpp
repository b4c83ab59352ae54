// SPDX-License-Identifier: Apache-2.0
#include "diff/access_changes.hpp"

#include "data/custom_operations.hpp"
#include "data/permissions.hpp"
#include "diff/matching.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <compare>
#include <map>
#include <set>
#include <utility>

namespace amplify::diff {
namespace {

/// What somebody may do. Whoever is all of `parts`, in order, may do what is granted to some of
/// them.
struct Grant {
  std::vector<std::string> parts{};
  std::set<std::string> operations{};
};
/// Single permissions, of which more is wider, by who and with what.
using Grants = std::map<std::pair<std::string, std::string>, Grant>;

Grant& grant_of(
    Grants& all, std::string who, std::string field, const std::vector<std::string>& parts
) {
  Grant& grant = all[{std::move(who), std::move(field)}];
  grant.parts = parts;
  std::ranges::sort(grant.parts);
  return grant;
}

Grants grants(const ir::Model& model) {
  Grants all;
  for (const appsync::Permission& each : appsync::permissions(model)) {
    std::vector<std::string> fields = each.fields;
    if (fields.empty()) fields.emplace_back();
    for (const std::string& field : fields) {
      for (const ir::Operation operation : each.operations)
        grant_of(all, each.who, field, each.parts).operations.emplace(appsync::name_of(operation));
    }
  }
  return all;
}

Grants grants(const ir::CustomOperation& operation) {
  Grants all;
  for (const appsync::Role& role : appsync::roles(operation.rules))
    grant_of(all, appsync::name_of(role), {}, appsync::part_names(role))
        .operations.insert("call it");
  return all;
}

/// One action that a statement allows or denies.
struct Permit {
  bool allows = true;
  std::string action{};
  /// What it is about and who may, exactly.
  std::string about{};
  friend auto operator<=>(const Permit&, const Permit&) = default;
};

/// The permits of a resource's policies.
struct Policy {
  std::string holder{};
  /// With what it is about for people to read.
  std::map<Permit, std::string> permits{};
};
/// By place and logical id.
using Policies = std::map<std::string, Policy>;

/// A value for people to read: `PostTable.Arn/index/*`.
std::string plain(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_object() || value.size() != 1) return value.dump();
  const auto only = value.begin();
  const std::string& name = only.key();
  const Json& operand = *only;
  if (name == "Ref" && operand.is_string())
    return std::string(readable(operand.get_ref<const std::string&>()));
  if (name == "Fn::Sub" && operand.is_string()) return operand.get<std::string>();
  if (name == "Fn::GetAtt" && operand.is_array() && operand.size() == 2)
    return fmt::format("{}.{}", readable(plain(operand[0])), plain(operand[1]));
  if (name == "Fn::Join" && operand.is_array() && operand.size() == 2 && operand[1].is_array()) {
    std::string text;
    for (const Json& part : operand[1])
      text += (text.empty() ? "" : plain(operand[0])) + plain(part);
    return text;
  }
  return value.dump();
}

/// One value stands for a list of one.
std::vector<Json> elements(const Json& value) {
  if (value.is_null()) return {};
  return value.is_array() ? value.get<std::vector<Json>>() : std::vector<Json>{value};
}

class PolicyReader {
 public:
  Policies read(const Snapshot& snapshot) {
    for (const auto& [place, body] : snapshot.templates) {
      for (const auto& [id, resource] : member(body, "Resources").items())
        read(place + "/" + id, fmt::format("{} {}", short_type(resource), readable(id)), resource);
    }
    std::erase_if(policies_, [](const auto& entry) { return entry.second.permits.empty(); });
    return std::move(policies_);
  }

 private:
  static std::string short_type(const Json& resource) {
    const auto type = plain(member(resource, "Type"));
    return type.starts_with("AWS::") ? type.substr(5) : type;
  }

  void read(const std::string& key, std::string holder, const Json& resource) {
    policy_ = &policies_[key];
    policy_->holder = std::move(holder);
    const Json& properties = member(resource, "Properties");
    find_statements(properties);
    for (const Json& arn : elements(member(properties, "ManagedPolicyArns")))
      add(true, "do what the policy grants:", arn.dump(), plain(arn));
    if (member(resource, "Type") == "AWS::Lambda::Permission") {
      const Json& who = member(properties, "Principal");
      add(true, plain(member(properties, "Action")), properties.dump(), "for " + plain(who));
    }
  }

  void find_statements(const Json& value) {
    if (!value.is_structured()) return;
    if (value.is_object() && value.contains("Effect") &&
        (value.contains("Action") || value.contains("NotAction"))) {
      return add(value);
    }
    for (const Json& item : value)
      find_statements(item);
  }

  void add(const Json& statement) {
    struct Object {
      std::string exact;
      std::string readable;
    };
    std::vector<Object> objects;
    for (const char* name : {"Resource", "NotResource"}) {
      const std::string_view words = name[0] == 'N' ? "on all but " : "on ";
      for (const Json& each : elements(member(statement, name)))
        objects.push_back({name + each.dump(), fmt::format("{}{}", words, plain(each))});
    }
    if (objects.empty()) objects.emplace_back();
    Object rest;
    const std::string_view object_gap = objects.front().readable.empty() ? "" : " ";
    for (const char* name : {"Principal", "NotPrincipal", "Condition"}) {
      const Json& part = member(statement, name);
      if (part.is_null()) continue;
      rest.exact += name + part.dump();
      rest.readable += fmt::format("{}{} {}", object_gap, name, part.dump());
    }
    const bool allows = statement["Effect"] == "Allow";
    for (const Object& object : objects) {
      for (const Json& action : elements(member(statement, "Action")))
        add(allows, plain(action), object.exact + rest.exact, object.readable + rest.readable);
      for (const Json& action : elements(member(statement, "NotAction"))) {
        add(allows, "all but " + plain(action), object.exact + rest.exact,
            object.readable + rest.readable);
      }
    }
  }

  void add(bool allows, std::string action, std::string exact, std::string readable) {
    policy_->permits.emplace(
        Permit{allows, std::move(action), std::move(exact)}, std::move(readable)
    );
  }

  Policies policies_{};
  Policy* policy_ = nullptr;
};

class Comparison {
 public:
  std::vector<AccessChange> run(const Snapshot& before, const Snapshot& after) {
    rules(before.models, after.models);
    policies(PolicyReader().read(before), PolicyReader().read(after));
    return std::move(changes_);
  }

 private:
  void rules(const ir::Definition& before, const ir::Definition& after) {
    // What is new or gone as a whole is told with the schema.
    match(
        before.models, after.models, &ir::Model::name,
        [&](const ir::Model* old, const ir::Model* now) {
          if (old != nullptr && now != nullptr) compare(now->name, grants(*old), grants(*now));
        }
    );
    match(
        before.operations, after.operations, &ir::CustomOperation::name,
        [&](const ir::CustomOperation* old, const ir::CustomOperation* now) {
          if (old == nullptr || now == nullptr) return;
          compare(
              fmt::format("{}.{}", appsync::root_type(now->kind), now->name), grants(*old),
              grants(*now)
          );
        }
    );
  }

  void compare(const std::string& where, const Grants& before, const Grants& after) {
    more(true, where, after, before);
    more(false, where, before, after);
  }

  /// What one side has and the other hasn't.
  void more(bool wider, const std::string& where, const Grants& has, const Grants& lacks) {
    for (const auto& [who, grant] : has) {
      const auto is_known = [&](const std::string& operation) {
        return std::ranges::any_of(lacks, [&](const auto& other) {
          return other.first.second == who.second && other.second.operations.contains(operation) &&
                 std::ranges::includes(grant.parts, other.second.parts);
        });
      };
      std::string names;
      for (const std::string& operation : grant.operations) {
        if (is_known(operation)) continue;
        names += (names.empty() ? "" : ", ") + operation;
      }
      if (names.empty()) continue;
      changes_.push_back(
          {.wider = wider,
           .where = who.second.empty() ? where : where + "." + who.second,
           .what = fmt::format("{} may {}{}", who.first, wider ? "" : "no longer ", names)}
      );
    }
  }

  void policies(const Policies& before, const Policies& after) {
    changed(true, before, after);
    changed(false, after, before);
  }

  /// What one side has and the other hasn't.
  void changed(bool added, const Policies& lacks, const Policies& has) {
    static const Policy none;
    for (const auto& [key, policy] : has) {
      const auto found = lacks.find(key);
      const auto& known = found == lacks.end() ? none : found->second;
      // Actions on the same thing are told together.
      std::map<std::pair<bool, std::string>, std::string> actions;
      for (const auto& [permit, about] : policy.permits) {
        if (known.permits.contains(permit)) continue;
        std::string& names = actions[{permit.allows, about}];
        names += (names.empty() ? "" : ", ") + permit.action;
      }
      for (const auto& [what, names] : actions) {
        const auto& [allows, about] = what;
        changes_.push_back(
            {.wider = added == allows,
             .where = policy.holder,
             .what = fmt::format(
                 "{} {}{}{}", allows ? "may" : "is denied", added ? "" : "no longer ", names,
                 about.empty() ? "" : " " + about
             )}
        );
      }
    }
  }

  std::vector<AccessChange> changes_{};
};

}  // namespace

std::vector<AccessChange> access_changes(const Snapshot& before, const Snapshot& after) {
  return Comparison().run(before, after);
}

}  // namespace amplify::diff
