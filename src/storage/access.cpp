// SPDX-License-Identifier: Apache-2.0
#include "storage/access.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace amplify::bucket {
namespace {

constexpr std::string_view entity_token = "{entity_id}";
constexpr std::string_view identity = "${cognito-identity.amazonaws.com:sub}";

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string result(text);
  for (auto at = result.find(from); at != result.npos; at = result.find(from, at + to.size()))
    result.replace(at, from.size(), to);
  return result;
}

/// The keys that a path means to an acceptor.
std::string key_pattern(std::string_view path, Acceptor::Kind kind) {
  auto result = replaced(path, entity_token, kind == Acceptor::Kind::entity ? identity : "*");
  if (result.ends_with("/*/*")) result.resize(result.size() - 2);
  return result;
}

/// Without the `*` at the end.
std::string_view prefix(std::string_view path) {
  return path.ends_with('*') ? path.substr(0, path.size() - 1) : path;
}

bool is_below(std::string_view path, std::string_view other) {
  return path != other && path.starts_with(prefix(other));
}

/// What is wrong with a path by itself, and what to write.
std::optional<std::pair<std::string, std::string>> path_fault(std::string_view path) {
  const auto fault = [](std::string what, std::string help) {
    return std::optional(std::pair(std::move(what), std::move(help)));
  };
  if (path.starts_with('/')) {
    return fault("it starts with `/`", fmt::format("write `{}`", path.substr(1)));
  }
  if (!path.ends_with("/*")) {
    const auto end = path.find_last_not_of("/*");
    const auto stem = end == path.npos ? std::string_view("public") : path.substr(0, end + 1);
    return fault("it doesn't end with `/*`", fmt::format("write `{}/*`", stem));
  }
  if (path.find("//") != path.npos) {
    return fault("it has `//`", fmt::format("write `{}`", replaced(path, "//", "/")));
  }
  if (path.find('*') != path.size() - 1) {
    return fault("it has a `*` before its end", "keep the one at the end");
  }
  const auto entity = path.find(entity_token);
  if (entity == path.npos) return {};
  if (path.find(entity_token, entity + 1) != path.npos) {
    return fault("it has `{entity_id}` twice", "keep one");
  }
  if (entity == 0) {
    return fault("`{entity_id}` is its first part", "begin with a name: `private/{entity_id}/*`");
  }
  if (path.substr(entity + entity_token.size()) != "/*" || path[entity - 1] != '/') {
    const auto slash = path.rfind('/', entity);
    const auto stem = slash == path.npos ? std::string_view("private") : path.substr(0, slash);
    return fault(
        "`{entity_id}` isn't the whole part before `/*`",
        fmt::format("write `{}/{{entity_id}}/*`", stem)
    );
  }
  return {};
}

std::string_view name_of(Acceptor::Kind kind) {
  switch (kind) {
    case Acceptor::Kind::guest:
      return "allow.guest()";
    case Acceptor::Kind::authenticated:
      return "allow.authenticated()";
    case Acceptor::Kind::group:
      return "allow.groups(...)";
    case Acceptor::Kind::entity:
      return "allow.entity(\"identity\")";
    case Acceptor::Kind::function:
      return "allow.resource(...)";
  }
  return {};
}

class Check {
 public:
  explicit Check(std::string_view where) : where_(where) {}

  void path(std::string_view path) {
    if (auto fault = path_fault(path)) {
      add("InvalidStorageAccessPathError", path, std::move(fault->first), std::move(fault->second));
    }
  }

  void surroundings(std::string_view path, const std::vector<PathRules>& access) {
    std::vector<std::string_view> around;
    for (const auto& other : access) {
      if (is_below(path, other.path)) around.push_back(other.path);
    }
    const bool own = path.find(entity_token) != path.npos;
    const auto same = std::ranges::count(access, path, &PathRules::path);
    if (same > 1) {
      add("InvalidStorageAccessDefinitionError", path, "it is listed twice",
          "keep one and list all its rules there");
    }
    if (around.size() > 1) {
      add("InvalidStorageAccessPathError", path,
          fmt::format("it is below `{}`, which is below another", around.back()),
          "nest paths at most once");
    }
    if (own && !around.empty()) {
      add("InvalidStorageAccessPathError", path,
          fmt::format("it is below `{}`, whose rules would reach into it", around.front()),
          "put identities' own objects beside the others");
    }
  }

  void rules(const PathRules& path) {
    std::set<Acceptor> seen;
    for (const auto& rule : path.rules) {
      if (rule.actions.empty()) {
        add("InvalidStorageAccessDefinitionError", path.path,
            fmt::format("{} permits nothing", name_of(rule.acceptor.kind)),
            "name actions: .to(\"read\", \"write\", \"delete\")");
      }
      // A function may have several rules.
      if (rule.acceptor.kind == Acceptor::Kind::function) continue;
      if (seen.insert(rule.acceptor).second) continue;
      const bool group = rule.acceptor.kind == Acceptor::Kind::group;
      add("InvalidStorageAccessDefinitionError", path.path,
          group ? fmt::format("the group `{}` has two rules", rule.acceptor.group)
                : fmt::format("{} is listed twice", name_of(rule.acceptor.kind)),
          "keep one and list its actions in .to(...)");
    }
    const bool own = path.path.find(entity_token) != path.path.npos;
    if (!own && seen.contains({.kind = Acceptor::Kind::entity})) {
      add("InvalidStorageAccessDefinitionError", path.path,
          "allow.entity(\"identity\") needs `{entity_id}` in the path",
          fmt::format("write `{}{{entity_id}}/*`", prefix(path.path)));
    }
  }

  std::vector<Diagnostic> faults() { return std::move(faults_); }

 private:
  void add(std::string code, std::string_view path, std::string what, std::string help) {
    faults_.push_back(
        {.code = std::move(code),
         .where = fmt::format("{}.access[\"{}\"]", where_, path),
         .message = std::move(what),
         .help = std::move(help)}
    );
  }

  std::string where_;
  std::vector<Diagnostic> faults_{};
};

/// Without what another of them covers.
void keep_outermost(std::vector<std::string>& paths) {
  const auto all = paths;
  std::erase_if(paths, [&](const std::string& path) {
    return std::ranges::any_of(all, [&](const std::string& other) {
      return is_below(path, other);
    });
  });
}

void add_once(std::vector<std::string>& list, const std::string& text) {
  if (std::ranges::find(list, text) == list.end()) list.push_back(text);
}

RoleAccess& role_of(std::vector<RoleAccess>& roles, const Acceptor& acceptor) {
  const auto found = std::ranges::find(roles, acceptor, &RoleAccess::role);
  return found != roles.end() ? *found : roles.emplace_back(RoleAccess{.role = acceptor});
}

Permission& permission(RoleAccess& role, Action action) {
  auto& list = role.permissions;
  const auto found = std::ranges::find(list, action, &Permission::action);
  return found != list.end() ? *found : list.emplace_back(Permission{.action = action});
}

std::string_view name_of(Action action) {
  switch (action) {
    case Action::get:
      return "get";
    case Action::list:
      return "list";
    case Action::write:
      return "write";
    case Action::delete_:
      return "delete";
  }
  return {};
}

/// As `amplify_outputs.json` calls an acceptor; empty for a function.
std::string output_name(const Acceptor& acceptor) {
  switch (acceptor.kind) {
    case Acceptor::Kind::guest:
      return "guest";
    case Acceptor::Kind::authenticated:
      return "authenticated";
    case Acceptor::Kind::group:
      return "groups" + acceptor.group;
    case Acceptor::Kind::entity:
      return "entityidentity";
    case Acceptor::Kind::function:
      break;
  }
  return {};
}

}  // namespace

std::vector<Diagnostic> check(std::string_view where, const std::vector<PathRules>& access) {
  Check check(where);
  for (const auto& path : access)
    check.path(path.path);
  auto faults = check.faults();
  if (!faults.empty()) return faults;
  for (const auto& path : access) {
    check.surroundings(path.path, access);
    check.rules(path);
  }
  return check.faults();
}

std::vector<RoleAccess> role_access(const std::vector<PathRules>& access) {
  std::vector<RoleAccess> roles;
  std::vector<std::string> patterns;
  for (const auto& path : access) {
    for (const auto& rule : path.rules) {
      const auto pattern = key_pattern(path.path, rule.acceptor.kind);
      add_once(patterns, pattern);
      auto role = rule.acceptor;
      if (role.kind == Acceptor::Kind::entity) role.kind = Acceptor::Kind::authenticated;
      for (const auto action : rule.actions)
        add_once(permission(role_of(roles, role), action).allow, pattern);
    }
  }
  for (const auto& pattern : patterns) {
    const auto around = std::ranges::find_if(patterns, [&](const std::string& other) {
      return is_below(pattern, other);
    });
    if (around == patterns.end()) continue;
    if (replaced(pattern, fmt::format("{}/", identity), "") == *around) continue;
    for (auto& role : roles) {
      for (auto& [action, allow, deny] : role.permissions) {
        const auto allows = [&](const std::string& text) {
          return std::ranges::find(allow, text) != allow.end();
        };
        if (allows(*around) && !allows(pattern)) add_once(deny, pattern);
      }
    }
  }
  for (auto& role : roles) {
    for (auto& permission : role.permissions)
      keep_outermost(permission.allow);
  }
  return roles;
}

std::string output_paths(const std::vector<PathRules>& access) {
  nlohmann::ordered_json paths = nlohmann::ordered_json::object();
  for (const auto& path : access) {
    for (const auto& rule : path.rules) {
      auto& entry = paths[key_pattern(path.path, rule.acceptor.kind)];
      if (entry.is_null()) entry = nlohmann::ordered_json::object();
      const auto name = output_name(rule.acceptor);
      if (name.empty()) continue;
      auto& actions = entry[name];
      for (const auto action : rule.actions)
        actions.push_back(name_of(action));
    }
  }
  return paths.dump();
}

}  // namespace amplify::bucket
