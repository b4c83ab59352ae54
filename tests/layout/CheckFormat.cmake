# SPDX-License-Identifier: Apache-2.0
# Every C++ file is formatted: cmake -Dclang_format=… -Dsource=… -P CheckFormat.cmake
file(GLOB_RECURSE files
  "${source}/include/*.hpp" "${source}/src/*.[ch]pp" "${source}/examples/*.[ch]pp" "${source}/spec/*.[ch]pp"
  "${source}/tests/*.[ch]pp" "${source}/bench/*.[ch]pp")
list(FILTER files EXCLUDE REGEX "/node_modules/")
execute_process(COMMAND "${clang_format}" --dry-run --Werror ${files} RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "run scripts/format")
endif()
