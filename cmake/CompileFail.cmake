# SPDX-License-Identifier: Apache-2.0

# add_compile_fail_tests(<library> <directory> [PREFIX <prefix>] COMPILERS <compiler>...)
#
# Registers every *.cpp below the directory as a compile-fail test, once for each compiler. It starts with
# `// expect-error: <regex>`, and must compile as it stands; with AMPLIFY_MUST_NOT_COMPILE defined it must fail, and the
# compiler's output must match the regex, or each of them if there are several such lines. A file holds several misuses
# as `// expect-error(2): <regex>` and so on, each compiled by itself, with AMPLIFY_MUST_NOT_COMPILE equal to its number.
function(add_compile_fail_tests library directory)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "PREFIX" "COMPILERS")
  cmake_path(ABSOLUTE_PATH directory NORMALIZE)
  file(GLOB_RECURSE cases CONFIGURE_DEPENDS "${directory}/*.cpp")
  foreach(case IN LISTS cases)
    cmake_path(RELATIVE_PATH case BASE_DIRECTORY "${directory}" OUTPUT_VARIABLE name)
    string(REGEX REPLACE "\\.cpp$" "" name "${name}")
    foreach(compiler IN LISTS arg_COMPILERS)
      cmake_path(GET compiler FILENAME label)
      set(test "${arg_PREFIX}compile_fail.${name}.${label}")
      add_test(NAME "${test}"
        COMMAND "${CMAKE_COMMAND}" "-Dcompiler=${compiler}" "-Dcase=${case}"
          "-Dincludes=$<TARGET_PROPERTY:${library},INTERFACE_INCLUDE_DIRECTORIES>"
          -P "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/CheckCompileFail.cmake")
      set_tests_properties("${test}" PROPERTIES LABELS "compile_fail;${label}")
    endforeach()
  endforeach()
endfunction()
