# SPDX-License-Identifier: Apache-2.0
# One compile-fail file with one compiler: cmake -Dcompiler=… -Dcase=… -Dincludes=… -P CheckCompileFail.cmake
cmake_minimum_required(VERSION 3.25)

# The lines at the top, in order: `// expect-error: <regex>` belongs to misuse 1, `// expect-error(2): <regex>` to
# misuse 2. Without file(STRINGS) and lists, which take brackets and semicolons for their own.
file(READ "${case}" text)
set(misuses "")
while(text MATCHES "^// expect-error(\\(([0-9]+)\\))?: ([^\n]+)\n")
  string(LENGTH "${CMAKE_MATCH_0}" length)
  string(SUBSTRING "${text}" ${length} -1 text)
  set(misuse "${CMAKE_MATCH_2}")
  if(NOT misuse)
    set(misuse 1)
  endif()
  list(APPEND misuses ${misuse})
  math(EXPR count_${misuse} "0${count_${misuse}} + 1")
  set(expected_${misuse}_${count_${misuse}} "${CMAKE_MATCH_3}")
endwhile()
if(NOT misuses)
  message(FATAL_ERROR "${case}: the first line must be '// expect-error: <regex>'")
endif()
list(REMOVE_DUPLICATES misuses)
# A formatter that joins lines must not take expectations away.
string(REGEX MATCHALL "AMPLIFY_MUST_NOT_COMPILE == [0-9]+" written "${text}")
list(TRANSFORM written REPLACE ".* " "")
foreach(misuse IN LISTS written)
  if(NOT misuse IN_LIST misuses)
    message(FATAL_ERROR "${case}: misuse ${misuse} has no line '// expect-error(${misuse}): <regex>' at the top")
  endif()
endforeach()
list(TRANSFORM includes PREPEND "-I")

function(compile)
  execute_process(
    COMMAND "${compiler}" -std=c++20 -fsyntax-only -Wall -Wextra -fno-diagnostics-color ${includes} ${ARGN} "${case}"
    RESULT_VARIABLE result
    OUTPUT_VARIABLE output
    ERROR_VARIABLE output)
  # A sentence that is spread over template arguments, as one.
  string(REGEX REPLACE "\"}, (amplify::)?fixed_string<[0-9]+>{\"" " " output "${output}")
  set(result "${result}" PARENT_SCOPE)
  set(output "${output}" PARENT_SCOPE)
endfunction()

compile()
if(NOT result EQUAL 0)
  message(FATAL_ERROR "the case must compile as it stands:\n${output}")
endif()
foreach(misuse IN LISTS misuses)
  compile(-DAMPLIFY_MUST_NOT_COMPILE=${misuse})
  if(result EQUAL 0)
    message(FATAL_ERROR "misuse ${misuse} compiles:\n${output}")
  endif()
  foreach(line RANGE 1 ${count_${misuse}})
    if(NOT output MATCHES "${expected_${misuse}_${line}}")
      message(SEND_ERROR "misuse ${misuse} fails without the expected error:\n  ${expected_${misuse}_${line}}\n${output}")
    endif()
  endforeach()
endforeach()
