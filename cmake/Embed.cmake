# SPDX-License-Identifier: Apache-2.0

# amplify_embed(<target> <directory> <symbol>)
#
# Puts every `<name>.in` below the directory into the target, as <name> in
# `extern const amplify::detail::EmbeddedFile <symbol>[]`, ended by one without a name.
function(amplify_embed target directory symbol)
  cmake_path(ABSOLUTE_PATH directory NORMALIZE)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE "${directory}" "${directory}/*.in")
  list(SORT files)
  set(text "#include \"run/embedded.hpp\"\nnamespace amplify::detail {\nextern const EmbeddedFile ${symbol}[];\nconst EmbeddedFile ${symbol}[] = {\n")
  foreach(file IN LISTS files)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${directory}/${file}")
    file(READ "${directory}/${file}" content)
    string(REGEX REPLACE "\\.in$" "" name "${file}")
    string(APPEND text "{\"${name}\", R\"embedded(${content})embedded\"},\n")
  endforeach()
  string(APPEND text "{nullptr, nullptr},\n};\n}  // namespace amplify::detail\n")
  set(source "${CMAKE_CURRENT_BINARY_DIR}/embedded/${symbol}.cpp")
  # Not file(CONFIGURE), which would fill in the templates' own placeholders.
  set(present "")
  if(EXISTS "${source}")
    file(READ "${source}" present)
  endif()
  if(NOT present STREQUAL text)
    file(WRITE "${source}" "${text}")
  endif()
  target_sources(${target} PRIVATE "${source}")
endfunction()

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
