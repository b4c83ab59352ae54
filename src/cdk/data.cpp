// SPDX-License-Identifier: Apache-2.0
#include "cdk/data.hpp"

#include "cdk/arena.hpp"
#include "cdk/lazy.hpp"

#include <algorithm>
#include <new>
#include <utility>
#include <vector>

namespace amplify::cdk {
namespace detail {
namespace {

Data* make(Kind kind) {
  auto* const data = new (Arena::current().array<Data>(1)) Data;
  data->kind = kind;
  return data;
}

/// Whether synthesis must see a function of this name.
bool is_noted(std::string_view key) {
  // The last three may need CloudFormation's language extensions.
  return key == "Ref" || key == "Fn::GetAtt" || key == "Fn::Sub" || key == "Fn::FindInMap" ||
         key == "Fn::Length" || key == "Fn::ToJsonString";
}

const Data* object_of(std::span<const Member> members) {
  auto& arena = Arena::current();
  auto* const copies = arena.array<Member>(members.size());
  bool refers = false;
  for (std::size_t i = 0; i < members.size(); ++i) {
    new (copies + i) Member{arena.copy(members[i].key), members[i].value};
    refers = refers || members[i].value->refers || is_noted(members[i].key);
  }
  auto* const data = make(Kind::object);
  data->refers = refers;
  data->size = static_cast<std::uint32_t>(members.size());
  data->members = copies;
  return data;
}

}  // namespace

const Data* Data::find(std::string_view key) const {
  const auto all = object();
  const auto found = std::ranges::lower_bound(all, key, {}, &Member::key);
  return found != all.end() && found->key == key ? found->value : nullptr;
}

bool is_function_call(const Data& data) {
  return data.kind == Kind::object && data.size == 1 &&
         (data.members[0].key == "Ref" || data.members[0].key.starts_with("Fn::"));
}

const Data* make_null() { return make(Kind::null); }

const Data* make_string(std::string_view text) {
  auto* const data = make(Kind::string);
  data->size = static_cast<std::uint32_t>(text.size());
  data->text = Arena::current().copy(text).data();
  return data;
}

const Data* make_integer(std::int64_t number) {
  auto* const data = make(Kind::integer);
  data->integer = number;
  return data;
}

const Data* make_number(double number) {
  auto* const data = make(Kind::number);
  data->number = number;
  return data;
}

const Data* make_boolean(bool value) {
  auto* const data = make(Kind::boolean);
  data->boolean = value;
  return data;
}

const Data* make_list(const Data* const* elements, std::size_t count) {
  auto* const copies = Arena::current().array<const Data*>(count);
  std::uint32_t size = 0;
  bool refers = false;
  for (std::size_t i = 0; i < count; ++i) {
    if (elements[i] == nullptr) continue;
    copies[size++] = elements[i];
    refers = refers || elements[i]->refers;
  }
  auto* const data = make(Kind::list);
  data->refers = refers;
  data->size = size;
  data->elements = copies;
  return data;
}

const Data* make_object(const Member* members, std::size_t count) {
  std::vector<const Member*> sorted;
  sorted.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (members[i].value != nullptr) sorted.push_back(members + i);
  }
  // Equal keys stay in the order in which they came.
  std::ranges::sort(sorted, [](const Member* left, const Member* right) {
    return left->key != right->key ? left->key < right->key : left < right;
  });
  std::vector<Member> unique;
  unique.reserve(sorted.size());
  for (const auto* member : sorted) {
    if (!unique.empty() && unique.back().key == member->key) unique.pop_back();
    unique.push_back(*member);
  }
  return object_of(unique);
}

const Data* make_ordered_object(std::span<const Member> members) {
  std::vector<Member> present;
  present.reserve(members.size());
  std::ranges::copy_if(members, std::back_inserter(present), [](const Member& member) {
    return member.value != nullptr;
  });
  return object_of(present);
}

const Data* with_member(const Data* object, std::string_view key, const Data* value) {
  std::vector<Member> members;
  if (object != nullptr) {
    std::ranges::copy_if(object->object(), std::back_inserter(members), [&](const Member& member) {
      return member.key != key;
    });
  }
  members.push_back({key, value});
  return make_object(members);
}

const Data* make_reference(ConstructNode* target, std::string_view attribute) {
  auto& arena = Arena::current();
  auto* const data = make(Kind::reference);
  data->refers = true;
  data->reference = new (arena.array<Reference>(1)) Reference{target, arena.copy(attribute)};
  return data;
}

}  // namespace detail

Any lazy(std::function<Json()> function) {
  auto* const data = detail::make(detail::Kind::lazy);
  data->refers = true;
  data->function = Arena::current().keep(std::move(function));
  return detail::Access::make<Any>(data);
}

Json Json::object(const Entry* entries, std::size_t count) {
  std::vector<detail::Member> members;
  members.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    members.push_back({entries[i].key, detail::Access::data(entries[i].value)});
  }
  return detail::Access::make<Json>(detail::make_object(members));
}

Json Json::object(std::initializer_list<Entry> entries) {
  return object(entries.begin(), entries.size());
}

Json Json::array(const Json* elements, std::size_t count) {
  std::vector<const detail::Data*> list;
  list.reserve(count);
  for (std::size_t i = 0; i < count; ++i)
    list.push_back(detail::Access::data(elements[i]));
  return detail::Access::make<Json>(detail::make_list(list));
}

Json Json::array(std::initializer_list<Json> elements) {
  return array(elements.begin(), elements.size());
}

}  // namespace amplify::cdk
