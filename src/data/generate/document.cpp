// SPDX-License-Identifier: Apache-2.0
#include "data/generate/document.hpp"

#include <utility>

namespace amplify::generate {

TypeReference type_reference(std::string_view text) {
  const auto strip = [&text] {
    const bool required = text.ends_with('!');
    if (required) text.remove_suffix(1);
    return required;
  };
  TypeReference result{.required = strip()};
  if (text.starts_with('[')) {
    result.list = true;
    text = text.substr(1, text.size() - 2);
    result.elementRequired = strip();
  }
  result.name = text;
  return result;
}

Document::Document(std::vector<graphql::Type> types) : types_(std::move(types)) {
  for (std::size_t i = 0; i < types_.size(); ++i)
    by_name_.emplace(types_[i].name, i);
}

const graphql::Type* Document::find(std::string_view name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : &types_[found->second];
}

const graphql::Type* Document::find_object(std::string_view name) const {
  const graphql::Type* const type = find(name);
  return type && type->kind == graphql::Kind::object ? type : nullptr;
}

bool is_root(std::string_view type) {
  return type == "Query" || type == "Mutation" || type == "Subscription";
}

}  // namespace amplify::generate
