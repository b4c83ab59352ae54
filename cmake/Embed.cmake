# SPDX-License-Identifier: Apache-2.0

# embed(<target> <file>...)
#
# Makes <embedded/NAME.hpp> of each file for the sources of the target: `amplify::embedded::NAME` is its text.
function(embed target)
  foreach(file IN LISTS ARGN)
    cmake_path(GET file STEM name)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    file(READ "${file}" text)
    set(guard "#pragma once\n\n#include <string_view>\n\nnamespace amplify::embedded {\n")
    file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/embedded/embedded/${name}.hpp" @ONLY CONTENT
"// Made of @file@.
@guard@inline constexpr std::string_view @name@ = R\"embedded(@text@)embedded\";
}  // namespace amplify::embedded
")
  endforeach()
  target_include_directories(${target} PRIVATE "${PROJECT_BINARY_DIR}/embedded")
endfunction()
