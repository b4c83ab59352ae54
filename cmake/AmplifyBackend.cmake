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

# amplify_add_backend(<target> [NAME <name>] [OUTPUT_DIRECTORY <directory>] <source>...)
#
# Adds an executable from the sources of a backend, or of any CDK app. The program is called NAME, by default `backend`,
# and lands in OUTPUT_DIRECTORY; default: the current build directory.
function(amplify_add_backend target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "NAME;OUTPUT_DIRECTORY" "")
  if(NOT arg_NAME)
    set(arg_NAME backend)
  endif()
  if(NOT arg_OUTPUT_DIRECTORY)
    set(arg_OUTPUT_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}")
  endif()
  add_executable(${target} ${arg_UNPARSED_ARGUMENTS})
  target_link_libraries(${target} PRIVATE amplify::amplify)
  # The program runs for milliseconds after every edit: what counts is how fast it compiles.
  # Its messages name source files as they are called in the project.
  target_compile_options(${target} PRIVATE -O0)
  amplify_map_sources(${target} "${CMAKE_SOURCE_DIR}" "")
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME ${arg_NAME}
    RUNTIME_OUTPUT_DIRECTORY "${arg_OUTPUT_DIRECTORY}"
  )
endfunction()
