# SPDX-License-Identifier: Apache-2.0

# amplify_map_sources(<target> <directory> <name>)
#
# Lets the target's code know the sources in <directory> as <name>/…, wherever they are. Compiler caches pass them by
# relative paths.
function(amplify_map_sources target directory name)
  if(NOT name STREQUAL "")
    string(APPEND name "/")
  endif()
  file(RELATIVE_PATH relative "${CMAKE_BINARY_DIR}" "${directory}")
  string(REGEX REPLACE "/$" "" relative "${relative}")
  target_compile_options(${target} PRIVATE
    "-fmacro-prefix-map=${directory}/=${name}" "-fmacro-prefix-map=${relative}/=${name}")
endfunction()

# amplify_add_backend(<target> <source>... [NAME <name>] [OUTPUT_DIRECTORY <directory>] [FUNCTIONS <target>...])
#
# Adds an executable from the sources of a backend, or of any CDK app. The program is called NAME, by default `backend`,
# and lands in OUTPUT_DIRECTORY; default: the current build directory. FUNCTIONS are targets of amplify_add_function.
function(amplify_add_backend target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "NAME;OUTPUT_DIRECTORY" "FUNCTIONS")
  if(NOT arg_NAME)
    set(arg_NAME backend)
  endif()
  if(NOT arg_OUTPUT_DIRECTORY)
    set(arg_OUTPUT_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}")
  endif()
  set(build_info "${CMAKE_CURRENT_BINARY_DIR}/${target}.build_info.cpp")
  amplify_write_build_info("${build_info}" ${target} ${arg_FUNCTIONS})
  add_executable(${target} ${arg_UNPARSED_ARGUMENTS} "${build_info}")
  target_link_libraries(${target} PRIVATE amplify::amplify)
  if(arg_FUNCTIONS)
    add_dependencies(${target} ${arg_FUNCTIONS})
  endif()
  # The program runs for milliseconds after every edit: what counts is how fast it compiles.
  # Its messages name source files as they are called in the project.
  target_compile_options(${target} PRIVATE -O0)
  amplify_map_sources(${target} "${CMAKE_SOURCE_DIR}" "")
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME ${arg_NAME}
    RUNTIME_OUTPUT_DIRECTORY "${arg_OUTPUT_DIRECTORY}"
  )
endfunction()

# What the program knows of the build: where names of source files start, how to build it again, and what functions were
# made.
function(amplify_write_build_info file target)
  set(functions "")
  foreach(function IN LISTS ARGN)
    set(entry "")
    if(TARGET ${function})
      get_target_property(entry ${function} AMPLIFY_FUNCTION_ENTRY)
    endif()
    if(NOT entry)
      message(FATAL_ERROR "amplify_add_backend(FUNCTIONS ${function}): no amplify_add_function(${function} …) before it")
    endif()
    get_target_property(directory ${function} AMPLIFY_FUNCTION_DIRECTORY)
    get_target_property(architectures ${function} AMPLIFY_FUNCTION_ARCHITECTURES)
    foreach(architecture IN LISTS architectures)
      string(APPEND functions "    {R\"(${entry})\", \"${architecture}\", R\"(${directory}/${architecture})\"},\n")
    endforeach()
  endforeach()
  set(members "    .source_directory = R\"(${CMAKE_SOURCE_DIR})\",\n")
  string(APPEND members "    .binary_directory = R\"(${CMAKE_BINARY_DIR})\",\n    .target = \"${target}\",\n")
  if(AMPLIFY_ESBUILD)
    string(APPEND members "    .esbuild = R\"(${AMPLIFY_ESBUILD})\",\n")
  endif()
  if(functions)
    set(functions "const amplify::detail::built_function functions[] = {\n${functions}};\n")
    string(APPEND members "    .functions = functions,\n    .function_count = sizeof functions / sizeof functions[0],\n")
  endif()
  file(CONFIGURE OUTPUT "${file}" @ONLY CONTENT
"// Written by amplify_add_backend.
#include <amplify/detail/build_info.hpp>

namespace {
@functions@const amplify::detail::registered_build build({
@members@});
}  // namespace
")
endfunction()
