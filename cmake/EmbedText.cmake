# SPDX-License-Identifier: Apache-2.0

# amplify_embed_text(<target> src/<path>/<name>.js)
#
# Makes the text of a file a string of the target's sources: `#include "<path>/<name>.js.hpp"` has
# `amplify::embedded::<name>`.
function(amplify_embed_text target file)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  cmake_path(GET file STEM name)
  file(READ "${file}" text)
  set(root "${CMAKE_CURRENT_BINARY_DIR}/embedded")
  string(REGEX REPLACE "^src/" "" header "${file}.hpp")
  file(CONFIGURE OUTPUT "${root}/${header}" @ONLY CONTENT [[
#pragma once
namespace amplify::embedded {
inline constexpr char @name@[] = R"text(@text@)text";
}
]])
  target_include_directories(${target} PRIVATE "${root}")
endfunction()
