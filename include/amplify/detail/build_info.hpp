// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace amplify::detail {

/// A C++ handler that the build makes.
struct built_function {
  /// Its source, as an absolute path.
  const char* entry;
  /// `x86_64` or `arm64`.
  const char* architecture;
  /// Holds the program, `bootstrap`.
  const char* directory;
};

/// What a backend's program knows of its build.
struct build_info {
  /// Relative names of source files start there.
  const char* source_directory = "";
  /// What `cmake --build` makes the program from; empty without CMake.
  const char* binary_directory = "";
  const char* target = "";
  /// Empty: to be looked for.
  const char* esbuild = "";
  const built_function* functions = nullptr;
  std::size_t function_count = 0;
};

/// A global variable of this kind, in a file that `amplify_add_backend` writes, tells the library.
class registered_build {
 public:
  explicit registered_build(const build_info& info);
};

const build_info& this_build();

}  // namespace amplify::detail
