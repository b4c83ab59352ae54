# SPDX-License-Identifier: Apache-2.0
# What `#include <amplify/backend.hpp>` brings in: cmake -Dcompiler=… -Dsource=… -Dincludes=… -P CheckPreprocessed.cmake
cmake_minimum_required(VERSION 3.25)

list(TRANSFORM includes PREPEND "-I")
execute_process(
  COMMAND "${compiler}" -std=c++20 -M ${includes} "${source}/include/amplify/backend.hpp"
  OUTPUT_VARIABLE dependencies
  COMMAND_ERROR_IS_FATAL ANY)
set(forbidden
  nlohmann/[^ ]* fmt/format\\.h boost/hana\\.hpp
  iostream regex ranges filesystem functional)  # each costs every user's every file too much
foreach(header IN LISTS forbidden)
  if(dependencies MATCHES "[^ ]*/${header}[ \n]")
    message(SEND_ERROR "amplify/backend.hpp reaches ${CMAKE_MATCH_0}")
  endif()
endforeach()
