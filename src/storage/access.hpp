// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/error.hpp>

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace amplify {
struct defineFunction;
}

// Who may do what with the objects of a bucket: from rules by path to permissions by role.

namespace amplify::bucket {

enum class Action : std::uint8_t { get, list, write, delete_ };

/// Whom a rule lets in.
struct Acceptor {
  enum class Kind : std::uint8_t {
    guest,
    authenticated,
    /// Users of a group of the user pool.
    group,
    /// A signed-in user, below the path with their own identity.
    entity,
    function
  };
  Kind kind = Kind::guest;
  std::string group{};
  const defineFunction* function = nullptr;

  auto operator<=>(const Acceptor&) const = default;
};

struct Rule {
  Acceptor acceptor{};
  /// In the order written, `read` as get and list.
  std::vector<Action> actions{};
};

/// The rules for the objects whose keys begin with a path: `photos/*`, `mine/{entity_id}/*`.
struct PathRules {
  std::string path{};
  std::vector<Rule> rules{};
};

/// Every fault of the rules: `InvalidStorageAccessPathError` and
/// `InvalidStorageAccessDefinitionError`. `where` names the bucket.
std::vector<Diagnostic> check(std::string_view where, const std::vector<PathRules>& access);

/// Key patterns on which one action is allowed, and those below them on which it isn't.
struct Permission {
  Action action = Action::get;
  std::vector<std::string> allow{};
  std::vector<std::string> deny{};
};

struct RoleAccess {
  /// Whose role; never `entity`.
  Acceptor role{};
  std::vector<Permission> permissions{};
};

/// What each role may do, in the order in which the rules name them. Rules for `entity` are part of
/// those of signed-in users, whose role they share: there `${cognito-identity.amazonaws.com:sub}`
/// stands for the identity. For all others
/// `{entity_id}` is any.
///
/// A path below another is closed to whom its own rules don't name: what the outer path allows is
/// denied there. Except for the own path of an identity, which only adds to what is around it.
std::vector<RoleAccess> role_access(const std::vector<PathRules>& access);

/// The same for clients, by path and acceptor, as `amplify_outputs.json` has it:
/// `{"photos/*": {"guest": ["get", "list"]}}`. Functions are no clients.
std::string output_paths(const std::vector<PathRules>& access);

}  // namespace amplify::bucket
