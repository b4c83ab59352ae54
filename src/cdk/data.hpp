// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/value.hpp>

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <span>
#include <string_view>

namespace amplify::cdk::detail {

enum class Kind : std::uint8_t {
  null,
  boolean,
  integer,
  number,
  string,
  list,
  object,  // intrinsic functions too
  reference,
  lazy,
};

/// A resource or parameter: `Ref`, or `Fn::GetAtt` when an attribute is given.
struct Reference {
  ConstructNode* target;
  std::string_view attribute;
};

/// What a value points at. Never changes, and has no destructor: its Arena frees it.
struct Data {
  Kind kind = Kind::null;
  /// Whether a reference may be in here: a token, or `Ref`, `Fn::GetAtt` or `Fn::Sub` as plain
  /// objects; or a function that needs an extension of CloudFormation.
  bool refers = false;
  std::uint32_t size = 0;
  union {
    bool boolean;
    std::int64_t integer = 0;
    double number;
    const char* text;
    const Data* const* elements;
    const Member* members;
    const Reference* reference;
    const std::function<Json()>* function;
  };

  std::string_view string() const { return {text, size}; }
  std::span<const Data* const> list() const { return {elements, size}; }
  std::span<const Member> object() const { return {members, size}; }
  /// The member of an object whose keys are sorted; null when there is none.
  const Data* find(std::string_view key) const;
};

/// Whether it is an intrinsic function as a plain object.
bool is_function_call(const Data& data);

const Data* make_null();
const Data* make_reference(ConstructNode* target, std::string_view attribute = {});
/// An object that keeps the members' order, for templates.
const Data* make_ordered_object(std::span<const Member> members);
/// The object with one member set, or removed when `value` is null.
const Data* with_member(const Data* object, std::string_view key, const Data* value);

/// Null for an empty text.
inline const Data* text_or_null(std::string_view text) {
  return text.empty() ? nullptr : make_string(text);
}
inline const Data* make_object(std::span<const Member> members) {
  return make_object(members.data(), members.size());
}
inline const Data* make_list(std::span<const Data* const> elements) {
  return make_list(elements.data(), elements.size());
}
inline const Data* make_object(std::initializer_list<Member> members) {
  return make_object(members.begin(), members.size());
}
inline const Data* make_ordered_object(std::initializer_list<Member> members) {
  return make_ordered_object(std::span(members.begin(), members.size()));
}
inline const Data* make_list(std::initializer_list<const Data*> elements) {
  return make_list(elements.begin(), elements.size());
}

}  // namespace amplify::cdk::detail
