// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diff/snapshot.hpp"

#include "data/sdl/parser.hpp"
#include "data/sdl/sdl.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace amplify::diff {

inline sdl::Document document(std::string_view text) {
  std::vector<Diagnostic> errors;
  auto document = sdl::parse(text, errors);
  EXPECT_TRUE(errors.empty()) << errors.front().message;
  return document;
}

inline ir::Definition schema(std::string_view text) {
  std::vector<Diagnostic> errors;
  auto definition = sdl::read(text, errors);
  EXPECT_TRUE(errors.empty()) << errors.front().message;
  return definition;
}

/// A snapshot of one template with these resources.
inline Snapshot stack(std::string_view resources) {
  Snapshot result;
  result.templates[""] = {{"Resources", Json::parse(resources)}};
  return result;
}

}  // namespace amplify::diff
