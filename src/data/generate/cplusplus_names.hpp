// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/generate/document.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace amplify::generate {

/// Names of GraphQL in C++: as they are, with a `_` behind where C++ needs another.
class CppNames {
 public:
  explicit CppNames(const Document& document);

  /// Of a type of the document.
  const std::string& type(const std::string& name) const { return types_.at(name); }
  /// Of an operation, which must not be that of a type.
  std::string operation(std::string name) const;
  /// Of a member of `owner`. It must hide neither it nor a type that other members have.
  std::string member(std::string name, std::string_view owner) const;

  /// Not a keyword, nor a macro of the standard library or of compilers.
  static std::string usable(std::string name);

 private:
  std::map<std::string, std::string> types_;
  /// Names of types, in GraphQL and in C++.
  std::set<std::string, std::less<>> taken_;
};

/// The C++ type of a GraphQL scalar.
std::string cplusplus_scalar(std::string_view name);

}  // namespace amplify::generate
