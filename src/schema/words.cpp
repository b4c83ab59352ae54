// SPDX-License-Identifier: Apache-2.0
#include "schema/words.hpp"

#include "schema/plural.hpp"

#include <cctype>

namespace amplify::ir {

std::string capitalized(std::string_view name) {
  std::string result(name);
  if (!result.empty()) {
    result.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(result.front())));
  }
  return result;
}

std::string uncapitalized(std::string_view name) {
  std::string result(name);
  if (!result.empty()) {
    result.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(result.front())));
  }
  return result;
}

std::string index_name(
    std::string_view model, std::string_view partition_key,
    const std::vector<std::string>& sort_keys
) {
  std::string name = uncapitalized(plural(model)) + "By" + capitalized(partition_key);
  for (const std::string& key : sort_keys)
    name += "And" + capitalized(key);
  return name;
}

}  // namespace amplify::ir
