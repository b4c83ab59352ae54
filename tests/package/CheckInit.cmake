# SPDX-License-Identifier: Apache-2.0
# The project that `backend init` writes builds, synthesizes and passes its test.
cmake_minimum_required(VERSION 3.25)

function(run)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY "${work}" COMMAND_ECHO STDERR COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(REMOVE_RECURSE "${work}")
file(MAKE_DIRECTORY "${work}")
run("${program}" init shop)
run("${CMAKE_COMMAND}" -S shop -B build -G "${generator}" -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_COMPILER=${compiler}"
  "-DCMAKE_CXX_COMPILER_LAUNCHER=${launcher}" "-DCMAKE_CXX_FLAGS=${flags}" "-DCMAKE_PREFIX_PATH=${prefix}")
run("${CMAKE_COMMAND}" --build build)
run("${CMAKE_CTEST_COMMAND}" --test-dir build --output-on-failure --no-tests=error)
if(NOT EXISTS "${work}/build/cdk.out/manifest.json")
  message(FATAL_ERROR "the project's test wrote no assembly")
endif()
