// SPDX-License-Identifier: Apache-2.0
#include "check/json.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace amplify::check {
namespace {

constexpr std::size_t size_of_arn = 80;
constexpr std::size_t size_of_name = 40;

std::size_t size_of_reference(const Json& name) {
  if (name == "AWS::AccountId") return 12;
  if (name == "AWS::Region") return 14;
  if (name == "AWS::Partition") return 3;
  return size_of_name;
}

/// Of what an intrinsic function gives, without quotes; none for another value.
std::optional<std::size_t> size_of_call(const Json& value) {
  if (!value.is_object() || value.size() != 1) return {};
  const auto only = value.begin();
  const std::string& function = only.key();
  const Json& argument = *only;
  if (function == "Ref") return size_of_reference(argument);
  if (function == "Fn::GetAtt") return size_of_arn;
  if (function == "Fn::Join" && argument.is_array() && argument.size() == 2 &&
      argument[1].is_array()) {
    std::size_t size = 0;
    for (const Json& part : argument[1])
      size += part.is_string() ? part.get_ref<const std::string&>().size()
                               : size_of_call(part).value_or(size_of_name);
    return size;
  }
  if (function.starts_with("Fn::")) return deployed_size(argument);
  return {};
}

void visit_texts(
    const Json& value, const std::string& path,
    const std::function<void(const std::string&, const std::string&)>& visit
) {
  if (value.is_string()) return visit(path, value.get_ref<const std::string&>());
  if (!value.is_structured()) return;
  for (const auto& [key, member] : value.items())
    visit_texts(member, path.empty() ? key : path + "." + key, visit);
}

}  // namespace

const Json& at(const Json& value, std::string_view path) {
  static const Json nothing;
  const Json* found = &value;
  while (!path.empty()) {
    const auto end = std::min(path.find('.'), path.size());
    if (!found->is_object()) return nothing;
    const auto member = found->find(path.substr(0, end));
    if (member == found->end()) return nothing;
    found = &*member;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return *found;
}

std::vector<const Json*> elements(const Json& value) {
  std::vector<const Json*> all;
  if (value.is_array()) {
    for (const Json& element : value)
      all.push_back(&element);
  } else if (!value.is_null()) {
    all.push_back(&value);
  }
  return all;
}

std::size_t deployed_size(const Json& value) {
  if (!value.is_structured()) return value.dump().size();
  if (const auto text = size_of_call(value)) return *text + 2;
  std::size_t size = 2;
  for (const auto& [key, member] : value.items()) {
    size += deployed_size(member) + 1;
    if (value.is_object()) size += key.size() + 3;
  }
  return value.empty() ? size : size - 1;
}

void for_each_text(
    const Json& value,
    const std::function<void(const std::string& path, const std::string& text)>& visit
) {
  visit_texts(value, {}, visit);
}

}  // namespace amplify::check
