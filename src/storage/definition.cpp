// SPDX-License-Identifier: Apache-2.0
#include "storage/definition.hpp"

#include <amplify/allow/words.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace amplify::bucket {
namespace {

constexpr detail::vocabulary vocabulary{
    "no action on files", detail::storage_words, std::size(detail::storage_words),
    "there are read (or get and list), write and delete"
};

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const auto part : parts)
    text += part;
  return text;
}

std::string where_of(const defineStorage& storage) {
  return fmt::format("defineStorage \"{}\"", storage.props.name);
}

std::optional<Acceptor::Kind> kind_of(const AccessRule& rule) {
  switch (rule.who) {
    case detail::strategy::guest:
      return Acceptor::Kind::guest;
    case detail::strategy::authenticated:
      return Acceptor::Kind::authenticated;
    case detail::strategy::groups:
      return Acceptor::Kind::group;
    case detail::strategy::entity:
      return Acceptor::Kind::entity;
    case detail::strategy::resource:
      return Acceptor::Kind::function;
    default:
      return {};
  }
}

/// Reads the rules of one definition, path by path.
class Lowering {
 public:
  Lowering(const defineStorage& storage, std::vector<Diagnostic>& faults)
      : storage_(storage), faults_(faults) {}

  PathRules path(const StorageAccess& access) {
    PathRules result{.path = std::string(access.path.view())};
    where_ = fmt::format("{}.access[\"{}\"]", where_of(storage_), result.path);
    for (const auto& rule : access.rules)
      add(result, rule.rule());
    return result;
  }

 private:
  void fault(std::string message, std::string help) {
    faults_.push_back(
        {.code = "InvalidStorageAccessDefinitionError",
         .where = where_,
         .message = std::move(message),
         .help = std::move(help),
         .source = storage_.where}
    );
  }

  void add(PathRules& path, const AccessRule& rule) {
    const auto kind = kind_of(rule);
    const auto text = rule.text();
    if (!kind) {
      return fault(
          fmt::format("{} is no rule about files", text),
          "write allow.guest(), allow.authenticated(), allow.groups(...), allow.entity(\"identity\") "
          "or allow.resource(...)"
      );
    }
    if (!rule.provider.empty() || rule.claims) {
      return fault(
          fmt::format("{} has a provider or a claim, which only the API's rules take", text),
          "take it out: files are reached by the identity pool's roles"
      );
    }
    if (*kind == Acceptor::Kind::entity && rule.subject != "identity") {
      return fault(fmt::format("{} is no entity", text), "write allow.entity(\"identity\")");
    }
    if (*kind == Acceptor::Kind::group && rule.groups.empty()) {
      return fault("allow.groups() names no group", "write allow.groups(\"ADMINS\"), say");
    }
    const auto before = faults_.size();
    detail::check_words(
        vocabulary, {text, {}, {}}, rule.limits, rule.words.data(), rule.words.size(),
        [&](std::initializer_list<std::string_view> what,
            std::initializer_list<std::string_view> help) { fault(joined(what), joined(help)); }
    );
    if (rule.limits == 0) {
      fault(
          fmt::format("{} says nothing about what it permits", text),
          fmt::format("write {}.to(\"read\"), say", text)
      );
    }
    const bool read = std::ranges::find(rule.words, "read") != rule.words.end();
    for (const auto* const part : {"get", "list"}) {
      if (!read || std::ranges::find(rule.words, part) == rule.words.end()) continue;
      fault(fmt::format("`read` includes `{}`", part), fmt::format("take `{}` out", part));
    }
    if (faults_.size() > before) return;
    const auto actions = actions_of(rule);
    if (*kind != Acceptor::Kind::group) {
      path.rules.push_back(
          {.acceptor = {.kind = *kind, .function = rule.function}, .actions = actions}
      );
      return;
    }
    for (const auto& group : rule.groups)
      path.rules.push_back({.acceptor = {.kind = *kind, .group = group}, .actions = actions});
  }

  static std::vector<Action> actions_of(const AccessRule& rule) {
    std::vector<Action> actions;
    for (const auto& word : rule.words) {
      if (word == "read" || word == "get") actions.push_back(Action::get);
      if (word == "read" || word == "list") actions.push_back(Action::list);
      if (word == "write") actions.push_back(Action::write);
      if (word == "delete") actions.push_back(Action::delete_);
    }
    return actions;
  }

  const defineStorage& storage_;
  std::vector<Diagnostic>& faults_;
  std::string where_{};
};

bool is_name(std::string_view name) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto fits = [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ' ';
  };
  return !name.empty() && is_letter(name[0]) && std::ranges::all_of(name, fits);
}

}  // namespace

std::vector<PathRules> access_of(const defineStorage& storage, std::vector<Diagnostic>& faults) {
  Lowering lowering(storage, faults);
  std::vector<PathRules> access;
  for (const auto& path : storage.props.access)
    access.push_back(lowering.path(path));
  return access;
}

std::vector<Diagnostic> check(const defineStorage& storage) {
  std::vector<Diagnostic> faults;
  if (!is_name(storage.props.name)) {
    faults.push_back(
        {.code = "InvalidResourceNameError",
         .where = "defineStorage.name",
         .message = storage.props.name.empty() ? std::string("the bucket has no name")
                                               : fmt::format("`{}` is no name", storage.props.name),
         .help = "begin with a letter, then use letters, digits, `-`, `_` and spaces",
         .source = storage.where}
    );
  }
  const auto access = access_of(storage, faults);
  for (auto& fault : check(where_of(storage), access)) {
    fault.source = storage.where;
    faults.push_back(std::move(fault));
  }
  return faults;
}

std::vector<Diagnostic> check_together(const std::vector<const defineStorage*>& storages) {
  std::vector<Diagnostic> faults;
  const auto add = [&](std::string code, const defineStorage& storage, std::string message,
                       std::string help) {
    faults.push_back(
        {.code = std::move(code),
         .where = where_of(storage),
         .message = std::move(message),
         .help = std::move(help),
         .source = storage.where}
    );
  };
  std::set<std::string> names;
  std::size_t defaults = 0;
  for (const auto* const storage : storages) {
    if (!names.insert(storage->props.name).second) {
      add("DuplicateStorageNameError", *storage,
          fmt::format("another bucket has the name `{}`", storage->props.name),
          "give each a name of its own");
    }
    if (storage->props.isDefault && ++defaults == 2) {
      add("MultipleDefaultStorageError", *storage, "two buckets are the default",
          "set .isDefault = true on one alone");
    }
  }
  if (storages.size() > 1 && defaults == 0) {
    add("NoDefaultStorageError", *storages.front(), "none of several buckets is the default",
        "set .isDefault = true on the one that clients use when they name none");
  }
  return faults;
}

std::vector<const defineFunction*> called_functions(const StorageProps& props) {
  std::vector<const defineFunction*> found;
  for (const auto& trigger : {props.triggers.onUpload, props.triggers.onDelete})
    if (trigger.get() != nullptr) found.push_back(trigger.get());
  return found;
}

const defineStorage* default_of(const std::vector<const defineStorage*>& storages) {
  const auto found = std::ranges::find_if(storages, [](const defineStorage* storage) {
    return storage->props.isDefault;
  });
  if (found != storages.end()) return *found;
  return storages.empty() ? nullptr : storages.front();
}

}  // namespace amplify::bucket
