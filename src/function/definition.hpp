// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/error.hpp>
#include <amplify/function.hpp>

#include <filesystem>
#include <source_location>
#include <string>
#include <vector>

namespace amplify::functions {

/// What a function runs.
enum class Kind {
  /// An entry in TypeScript or JavaScript.
  node,
  /// An entry in C++.
  cpp,
  /// Code that is ready.
  code
};

/// The directory of the file in which something is defined, as an absolute path.
std::filesystem::path directory_of(const std::source_location& where);

/// What a definition says, with everything that it leaves out.
struct Definition {
  const FunctionProps* props = nullptr;
  std::source_location where{};
  std::string name{};
  Kind kind = Kind::node;
  /// Absolute; of an entry or of code on disk.
  std::filesystem::path source{};
  std::string runtime{};
  std::string handler{};
};

/// Never fails: `check` says what is wrong.
Definition resolve(const defineFunction& function);

/// What is wrong with a definition, files apart.
std::vector<Diagnostic> check(const Definition& function);

}  // namespace amplify::functions
