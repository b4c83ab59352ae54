// SPDX-License-Identifier: Apache-2.0
#include "diff/api_changes.hpp"

#include "data/sdl/directives.hpp"
#include "diff/matching.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace amplify::diff {
namespace {

using sdl::ArgumentDefinition;
using sdl::Field;
using sdl::Type;
using sdl::TypeReference;

constexpr auto breaking = Criticality::breaking;
constexpr auto dangerous = Criticality::dangerous;
constexpr auto safe = Criticality::safe;

std::string text_of(const TypeReference& type) {
  std::string text = type.name;
  if (type.list) text = fmt::format("[{}{}]", text, type.elementRequired ? "!" : "");
  return text + (type.required ? "!" : "");
}

bool same_kind(const TypeReference& a, const TypeReference& b) {
  return a.name == b.name && a.list == b.list;
}

/// Whether every value of the new type was one of the old: what clients get stays what they expect.
bool is_narrower(const TypeReference& now, const TypeReference& old) {
  return same_kind(old, now) && now.required >= old.required &&
         (!old.list || now.elementRequired >= old.elementRequired);
}

/// Whether a client must give it.
template <class Input>
bool is_demanded(const Input& input) {
  return input.type.required && !input.hasDefault;
}

std::string_view kind_name(Type::Kind kind) {
  constexpr std::string_view names[] = {"an object type", "an input type", "an enum"};
  return names[static_cast<std::size_t>(kind)];
}

class Comparison {
 public:
  std::vector<ApiChange> run(const sdl::Document& before, const sdl::Document& after) {
    match(before.types, after.types, &Type::name, [&](const Type* old, const Type* now) {
      if (now == nullptr) {
        add(breaking, "TYPE_REMOVED", old->name, "is gone");
      } else if (old == nullptr) {
        add(safe, "TYPE_ADDED", now->name, "is new");
      } else if (old->kind != now->kind) {
        add(breaking, "TYPE_CHANGED_KIND", old->name,
            fmt::format("was {}, is {}", kind_name(old->kind), kind_name(now->kind)));
      } else {
        compare(*old, *now);
      }
    });
    return std::move(changes_);
  }

 private:
  void add(Criticality criticality, std::string_view change, std::string path, std::string what) {
    std::string message = path + " " + what;
    const auto place = std::ranges::upper_bound(changes_, criticality, {}, &ApiChange::criticality);
    changes_.insert(place, {criticality, change, std::move(path), std::move(message)});
  }

  void compare(const Type& old, const Type& now) {
    match(old.fields, now.fields, &Field::name, [&](const Field* before, const Field* after) {
      const std::string path = old.name + "." + (before != nullptr ? before : after)->name;
      switch (old.kind) {
        case Type::Kind::enumeration:
          return compare_values(path, before, after);
        case Type::Kind::input:
          return compare_inputs(path, before, after);
        case Type::Kind::object:
          return compare_outputs(path, before, after);
      }
    });
  }

  void compare_values(const std::string& path, const Field* old, const Field* now) {
    if (now == nullptr) add(breaking, "VALUE_REMOVED_FROM_ENUM", path, "is gone");
    if (old == nullptr) add(dangerous, "VALUE_ADDED_TO_ENUM", path, "is new");
  }

  void compare_inputs(const std::string& path, const Field* old, const Field* now) {
    if (now == nullptr) return add(breaking, "FIELD_REMOVED", path, "is gone");
    if (old != nullptr) return change_input("FIELD_CHANGED_KIND", path, old->type, now->type);
    if (is_demanded(*now))
      add(breaking, "REQUIRED_INPUT_FIELD_ADDED", path, "is new and required");
    else
      add(dangerous, "OPTIONAL_INPUT_FIELD_ADDED", path, "is new");
  }

  void compare_outputs(const std::string& path, const Field* old, const Field* now) {
    if (now == nullptr) return add(breaking, "FIELD_REMOVED", path, "is gone");
    if (old == nullptr) return add(safe, "FIELD_ADDED", path, "is new");
    if (text_of(old->type) != text_of(now->type)) {
      add(is_narrower(now->type, old->type) ? safe : breaking, "FIELD_CHANGED_KIND", path,
          fmt::format("was {}, is {}", text_of(old->type), text_of(now->type)));
    }
    if (!sdl::find(old->directives, "deprecated") && sdl::find(now->directives, "deprecated"))
      add(safe, "FIELD_DEPRECATED", path, "is deprecated");
    match(
        old->arguments, now->arguments, &ArgumentDefinition::name,
        [&](const ArgumentDefinition* before, const ArgumentDefinition* after) {
          const auto& one = *(before != nullptr ? before : after);
          compare_arguments(fmt::format("{}({})", path, one.name), before, after);
        }
    );
  }

  void compare_arguments(
      const std::string& path, const ArgumentDefinition* old, const ArgumentDefinition* now
  ) {
    if (now == nullptr) return add(breaking, "ARG_REMOVED", path, "is gone");
    if (old != nullptr) return change_input("ARG_CHANGED_KIND", path, old->type, now->type);
    if (is_demanded(*now))
      add(breaking, "REQUIRED_ARG_ADDED", path, "is new and required");
    else
      add(dangerous, "OPTIONAL_ARG_ADDED", path, "is new");
  }

  void change_input(
      std::string_view change, const std::string& path, const TypeReference& old,
      const TypeReference& now
  ) {
    if (text_of(old) == text_of(now)) return;
    add(is_narrower(old, now) ? safe : breaking, change, path,
        fmt::format("was {}, is {}", text_of(old), text_of(now)));
  }

  std::vector<ApiChange> changes_{};
};

}  // namespace

std::string_view name_of(Criticality criticality) {
  constexpr std::string_view names[] = {"breaking", "dangerous", "safe"};
  return names[static_cast<std::size_t>(criticality)];
}

std::vector<ApiChange> api_changes(const sdl::Document& before, const sdl::Document& after) {
  return Comparison().run(before, after);
}

}  // namespace amplify::diff
