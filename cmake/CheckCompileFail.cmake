# SPDX-License-Identifier: Apache-2.0
# One compile-fail case with one compiler: cmake -Dcompiler=… -Dcase=… -Dincludes=… -P CheckCompileFail.cmake
cmake_minimum_required(VERSION 3.25)

file(READ "${case}" text)
if(NOT text MATCHES "^// expect-error: ([^\n]+)\n")
  message(FATAL_ERROR "${case}: the first line must be '// expect-error: <regex>'")
endif()
set(expected "${CMAKE_MATCH_1}")
list(TRANSFORM includes PREPEND "-I")

function(compile)
  execute_process(
    COMMAND "${compiler}" -std=c++20 -fsyntax-only -Wall -Wextra -fno-diagnostics-color ${includes} ${ARGN} "${case}"
    RESULT_VARIABLE result
    OUTPUT_VARIABLE output
    ERROR_VARIABLE output)
  set(result "${result}" PARENT_SCOPE)
  set(output "${output}" PARENT_SCOPE)
endfunction()

compile()
if(NOT result EQUAL 0)
  message(FATAL_ERROR "the case must compile as it stands:\n${output}")
endif()
compile(-DAMPLIFY_MUST_NOT_COMPILE)
if(result EQUAL 0)
  message(FATAL_ERROR "the misuse compiles:\n${output}")
endif()
if(NOT output MATCHES "${expected}")
  message(FATAL_ERROR "the misuse fails without the expected error:\n  ${expected}\n${output}")
endif()
