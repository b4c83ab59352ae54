// SPDX-License-Identifier: Apache-2.0
#include "cdk/overrides.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

namespace amplify::cdk::detail {
namespace {

constexpr std::string_view attributes[] = {
    "Condition",  "CreationPolicy", "DeletionPolicy", "DependsOn",           "Metadata",
    "Properties", "Type",           "UpdatePolicy",   "UpdateReplacePolicy",
};

/// Members may be in any order.
const Data* find(const Data& object, std::string_view key) {
  const auto members = object.object();
  const auto found = std::ranges::find(members, key, &Member::key);
  return found != members.end() ? found->value : nullptr;
}

std::optional<std::size_t> index_of(std::string_view key) {
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), index);
  if (error != std::errc() || end != key.data() + key.size()) return std::nullopt;
  return index;
}

/// The object with one member set, or removed when `value` is null. The entry of a resource keeps
/// its order, other objects are sorted.
const Data* replace_member(
    const Data& object, std::string_view key, const Data* value, bool ordered
) {
  std::vector<Member> members(object.object().begin(), object.object().end());
  const auto found = std::ranges::find(members, key, &Member::key);
  if (found != members.end()) {
    found->value = value;
  } else {
    members.push_back({key, value});
  }
  return ordered ? make_ordered_object(members) : make_object(members);
}

const Data* merge(const Data* present, const Data& value) {
  if (present == nullptr || present->kind != Kind::object || value.kind != Kind::object ||
      is_function_call(*present) || is_function_call(value)) {
    return &value;
  }
  const auto* merged = present;
  for (const auto& member : value.object()) {
    merged =
        replace_member(*merged, member.key, merge(find(*merged, member.key), *member.value), false);
  }
  return merged;
}

std::string_view kind_name(Kind kind) {
  switch (kind) {
    case Kind::boolean:
      return "true or false";
    case Kind::integer:
    case Kind::number:
      return "a number";
    case Kind::string:
      return "a string";
    case Kind::null:
      return "null";
    default:
      return "a reference";
  }
}

class Applier {
 public:
  Applier(const Override& change, std::optional<OverrideFault>& fault)
      : change_(change), fault_(fault) {}

  const Data* at(const Data* data, std::size_t depth) {
    if (depth == change_.path.size()) {
      return change_.value == nullptr ? nullptr : merge(data, *change_.value);
    }
    if (data != nullptr && data->kind == Kind::lazy) data = Access::data((*data->function)());
    if (data == nullptr) return missing(depth);
    switch (data->kind) {
      case Kind::object:
        return object(*data, depth);
      case Kind::list:
        return list(*data, depth);
      default:
        fail(
            fmt::format("`{}` is {}, which has nothing inside", upto(depth), kind_name(data->kind)),
            fmt::format("override `{}` as a whole", upto(depth))
        );
        return data;
    }
  }

 private:
  const Data* missing(std::size_t depth) {
    if (change_.value == nullptr) return nullptr;
    const auto& key = change_.path[depth];
    if (index_of(key)) {
      fail(
          fmt::format("there is no `{}` to have an element {}", upto(depth), key),
          fmt::format("override `{}` with the whole list", upto(depth))
      );
      return nullptr;
    }
    const auto* const value = at(nullptr, depth + 1);
    return fault_ ? nullptr : make_object({{key, value}});
  }

  const Data* object(const Data& data, std::size_t depth) {
    const auto& key = change_.path[depth];
    const auto* const present = find(data, key);
    if (present == nullptr && is_function_call(data)) {
      fail(
          fmt::format("`{}` is {}, which has no `{}`", upto(depth), data.members[0].key, key),
          fmt::format("override `{}` as a whole", upto(depth))
      );
      return &data;
    }
    const auto* const value = at(present, depth + 1);
    return fault_ ? &data : replace_member(data, key, value, depth == 0);
  }

  const Data* list(const Data& data, std::size_t depth) {
    const auto& key = change_.path[depth];
    const auto index = index_of(key);
    // One past the end appends.
    const auto end = data.size + (change_.value != nullptr ? 1U : 0U);
    if (!index || *index >= end) {
      fail(
          fmt::format("`{}` is a list of {}, which has no `{}`", upto(depth), data.size, key),
          end == 0 ? fmt::format("leave the override out: nothing is in `{}`", upto(depth))
                   : fmt::format("write an index from 0 to {}", end - 1)
      );
      return &data;
    }
    const auto* const value = at(*index < data.size ? data.elements[*index] : nullptr, depth + 1);
    if (fault_) return &data;
    std::vector<const Data*> elements(data.list().begin(), data.list().end());
    if (*index == elements.size()) elements.push_back(nullptr);
    elements[*index] = value;
    return make_list(elements);  // without those that are null
  }

  std::string upto(std::size_t depth) const {
    return print_path(std::span(change_.path).first(depth));
  }

  void fail(std::string message, std::string help) {
    fault_ = OverrideFault{.message = std::move(message), .help = std::move(help)};
  }

  const Override& change_;
  std::optional<OverrideFault>& fault_;
};

}  // namespace

std::vector<std::string> parse_path(std::string_view path) {
  std::vector<std::string> keys(1);
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] == '\\' && i + 1 < path.size() && path[i + 1] == '.') {
      keys.back() += path[++i];
    } else if (path[i] == '.') {
      keys.emplace_back();
    } else {
      keys.back() += path[i];
    }
  }
  return keys;
}

std::string print_path(std::span<const std::string> path) {
  std::string text;
  for (const auto& key : path) {
    if (!text.empty()) text += '.';
    for (const char c : key) {
      if (c == '.') text += '\\';
      text += c;
    }
  }
  return text;
}

std::optional<OverrideFault> check_path(const Override& change) {
  const auto& path = change.path;
  if (std::ranges::any_of(path, &std::string::empty)) {
    return OverrideFault{
        .message = "a key of it is empty",
        .help = "write keys and indices with a dot between: `Policies.PasswordPolicy.MinimumLength`"
    };
  }
  if (std::ranges::find(attributes, path.front()) == std::end(attributes)) {
    return OverrideFault{
        .message = fmt::format("a resource has no `{}`", path.front()),
        .help = fmt::format(
            "for a property write addPropertyOverride(\"{}\", …); a resource has {}",
            print_path(path), fmt::join(attributes, ", ")
        )
    };
  }
  if (change.value == nullptr && path.size() == 1 && path.front() == "Type") {
    return OverrideFault{
        .message = "a resource needs its type",
        .help = "leave the resource out, or override its type with another"
    };
  }
  return std::nullopt;
}

const Data* apply(
    const Data* data, const Override& change, std::size_t depth, std::optional<OverrideFault>& fault
) {
  fault.reset();
  const auto* const result = Applier(change, fault).at(data, depth);
  return fault ? data : result;
}

}  // namespace amplify::cdk::detail
