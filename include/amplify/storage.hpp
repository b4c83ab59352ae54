// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/allow/placed_rule.hpp>
#include <amplify/allow/words.hpp>
#include <amplify/cdk/s3.hpp>
#include <amplify/cdk/stack.hpp>
#include <amplify/checked.hpp>
#include <amplify/function_ref.hpp>

#include <cstddef>
#include <iterator>
#include <optional>
#include <source_location>
#include <string>
#include <string_view>
#include <vector>

namespace amplify {

namespace detail {
// clang-format off: the compilers print the line of a sentence
struct storage_path_rule {
  static constexpr bool allows(std::string_view path) {
    constexpr std::string_view entity = "{entity_id}";
    if (path.starts_with('/') || !path.ends_with("/*") || path.find("//") != path.npos) return false;
    if (path.find('*') != path.size() - 1) return false;
    const auto at = path.find(entity);
    return at == path.npos || (at > 0 && path[at - 1] == '/' && path.substr(at + entity.size()) == "/*");
  }
  static constexpr void require(bool allowed) { if (!allowed) throw "InvalidStorageAccessPathError: a path is like `photos/*` or `photos/{entity_id}/*`: no `/` at its start, `/*` at its end, no other `*`"; }
};

constexpr std::string_view storage_words[] = {"read", "get", "list", "write", "delete"};

/// What a rule about files may be.
struct storage_rules {
  template <std::size_t Words, std::size_t Groups>
  static constexpr void check(const AuthorizationRule<Words, Groups>& rule) {
    const auto& meta = rule.meta;
    const bool known = meta.who == strategy::guest || meta.who == strategy::authenticated || meta.who == strategy::groups || meta.who == strategy::entity || meta.who == strategy::resource;
    if (!known) throw "InvalidStorageAccessDefinitionError: files have allow.guest(), allow.authenticated(), allow.group(...), allow.groups(...), allow.entity(`identity`) and allow.resource(...)";
    if (!meta.provider.empty() || meta.identity_claims + meta.group_claims > 0) throw "InvalidStorageAccessDefinitionError: a rule about files has no provider and no claim: files are reached by the identity pool's roles";
    if (meta.who == strategy::entity && meta.subject != "identity") throw "InvalidStorageAccessDefinitionError: the only entity is allow.entity(`identity`)";
    if (meta.who == strategy::groups && Groups == 0) throw "InvalidStorageAccessDefinitionError: allow.groups(...) names a group";
    if (meta.limits == 0 || Words == 0) throw "InvalidStorageAccessDefinitionError: a rule about files ends in .to(...), with `read` (or `get`, `list`), `write` and `delete`";
    if (meta.limits > 1) throw "InvalidStorageAccessDefinitionError: .to(...) is called once, with everything in it";
    check_actions(rule.words.data(), Words);
  }

 private:
  static constexpr void check_actions(const std::string_view* words, std::size_t count) {
    bool seen[std::size(storage_words)] = {};
    for (std::size_t i = 0; i < count; ++i) {
      std::size_t word = 0;
      while (word < std::size(storage_words) && storage_words[word] != words[i]) ++word;
      if (word == std::size(storage_words)) throw "InvalidStorageAccessDefinitionError: .to(...) takes `read` (or `get`, `list`), `write` and `delete`";
      if (seen[word]) throw "InvalidStorageAccessDefinitionError: .to(...) names each action once";
      seen[word] = true;
    }
    if (seen[0] && (seen[1] || seen[2])) throw "InvalidStorageAccessDefinitionError: `read` is `get` and `list`: name either it or them";
  }
};
// clang-format on
}  // namespace detail

/// The objects whose keys begin with what is before `*`: `photos/*`. `{entity_id}` as its last part
/// stands for an identity of the identity pool: `photos/{entity_id}/*`.
///
/// Errors (compile time): `InvalidStorageAccessPathError`.
using StoragePath = CheckedText<detail::storage_path_rule>;

/// A rule about files. An `AccessRule(...)` is checked at synthesis.
///
/// Errors (compile time): `InvalidStorageAccessDefinitionError`.
using StorageRule = PlacedRule<detail::storage_rules>;

/// Who may do what with the objects below a path.
struct StorageAccess {
  StoragePath path{};
  /// From `allow.guest()`, `allow.authenticated()`, `allow.group(...)`, `allow.groups(...)`,
  /// `allow.entity("identity")` and `allow.resource(function)`, each with `.to(...)`: `read` (which
  /// is `get` and `list`), `write`, `delete`.
  std::vector<StorageRule> rules{};
};

struct StorageTriggers {
  /// Called for each object that is put.
  FunctionRef onUpload{};
  /// Called for each object that is deleted.
  FunctionRef onDelete{};
};

struct StorageProps {
  /// Letters, digits, `-`, `_` and spaces. Required.
  std::string name{};
  /// The bucket that clients use when they name none. The only one is it without saying so.
  bool isDefault = false;
  /// Keeps earlier versions of objects.
  bool versioned = false;
  /// Keeps the bucket with its objects when it leaves the backend. Never in a sandbox. Default:
  /// yes.
  std::optional<bool> keepOnDelete{};
  StorageTriggers triggers{};
  /// `.access = {{"photos/*", {allow.guest().to("read")}}}`. Default: nobody may do anything.
  std::vector<StorageAccess> access{};
  /// Default: every origin, for what Amplify's clients do.
  std::vector<cdk::s3::CorsRule> cors{};
  std::vector<cdk::s3::LifecycleRule> lifecycleRules{};
  /// A KMS key by its ARN. Whoever may read or write may use it; its own policy is yours. Default:
  /// a key of S3.
  cdk::Str encryptionKeyArn{};
};

/// Defines an S3 bucket for files, and who may do what with them.
///
/// Called like a function: `const auto photos = defineStorage({.name = "photos"});`
/// A path below another is closed to whom its own rules don't name.
/// Errors (compile time for constant paths and rules, else at synthesis):
/// `InvalidStorageAccessPathError`, `InvalidStorageAccessDefinitionError`.
/// Errors (at synthesis): `InvalidResourceNameError`, `InvalidResourceAccessConfigError`,
/// `MultipleDefaultStorageError`, `NoDefaultStorageError`, `DuplicateStorageNameError`.
struct defineStorage {
  StorageProps props{};
  std::source_location where = std::source_location::current();
};

/// Every resource of a `defineStorage` as CloudFormation knows it, to override what no option sets.
struct StorageCfnResources {
  /// `AWS::S3::Bucket`
  cdk::Resource bucket;
};

/// What `backend[storage]` reaches: the resources of a `defineStorage`.
struct StorageResources {
  cdk::NestedStack stack;
  cdk::s3::Bucket bucket;
  StorageCfnResources cfnResources;
};

}  // namespace amplify
