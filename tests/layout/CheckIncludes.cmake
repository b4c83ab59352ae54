# SPDX-License-Identifier: Apache-2.0
# The include graph of include/ and src/: cmake -Dsource=… -P CheckIncludes.cmake
cmake_minimum_required(VERSION 3.25)

# A module is a folder or a top-level header of include/amplify, with the folder of the same name in src.
# What each may include, besides itself:
set(basics error detail toggle version checked function_ref secret)
foreach(basic IN LISTS basics)
  set(${basic} "")
endforeach()
set(secret checked)
set(allow ${basics})
set(schema ${basics} allow)
set(cdk ${basics})
set(cfn cdk)
set(verticals function auth data storage api messaging)
foreach(vertical IN LISTS verticals)
  set(${vertical} ${basics} allow cdk cfn function)  # others refer to functions
endforeach()
list(APPEND data schema)
set(client ${basics} allow schema data)
set(fmt schema)
set(hana schema)
set(testing ${basics} cdk)
set(backend ${basics} allow schema cdk cfn ${verticals})
set(diff ${basics} schema cdk data)
set(plan ${diff} diff)
set(check ${backend} backend)
set(run ${check} check diff plan)
set(lambda detail version schema)  # the runtime of handlers, which backends don't link
set(modules ${run} run testing lambda client fmt hana)

# Not part of every backend, so not reached by backend.hpp: opt-in folders and headers.
set(opt_in_cdk
  apigateway
  dynamodb
  events
  iam
  kinesis
  logs
  lookup
  resource_options
  run
  s3
  scheduler
  secretsmanager
  sns
  sqs
  ssm
  structs
  typed)
list(JOIN opt_in_cdk "|" opt_in_cdk)
set(opt_in "^amplify/(cfn/|cdk/(iam/policy\\.hpp$|apigateway/|(${opt_in_cdk})\\.hpp$)|detail/build_info\\.hpp$|lambda/|testing(/|\\.hpp$)|schema/(definition|detail/result)\\.hpp$|client(/|\\.hpp$)|fmt\\.hpp$|hana\\.hpp$|nlohmann\\.hpp$)")

# Only these may, each for the library that it is named after.
set(may_be_heavy "^amplify/(lambda/json|testing/gtest|fmt|hana|nlohmann)\\.hpp$")
set(forbidden "^(nlohmann/.*|fmt/format\\.h|boost/hana\\.hpp|iostream|regex|ranges|filesystem|functional)$")

# amplify/cdk/app.hpp, cdk/app.hpp -> cdk; amplify/auth.hpp -> auth; amplify/define_backend.hpp -> backend
function(module_of file result)
  string(REGEX REPLACE "^amplify/" "" file "${file}")
  string(REGEX REPLACE "(/|\\.).*|^define_" "" file "${file}")
  set(${result} "${file}" PARENT_SCOPE)
endfunction()

function(includes_of path result)
  file(STRINGS "${path}" lines REGEX "^ *# *include")
  list(TRANSFORM lines REPLACE "^ *# *include *[<\"]([^>\"]+).*" "\\1")
  set(${result} "${lines}" PARENT_SCOPE)
endfunction()

file(GLOB_RECURSE headers RELATIVE "${source}/include" "${source}/include/*.hpp")
file(GLOB_RECURSE sources RELATIVE "${source}/src" "${source}/src/*.[ch]pp")

list(REMOVE_ITEM headers amplify/backend.hpp)  # the umbrella: below
foreach(file IN LISTS headers sources)
  module_of("${file}" module)
  if(NOT module IN_LIST modules AND NOT file MATCHES "${opt_in}")
    message(SEND_ERROR "${file}: module '${module}' is not in the table of ${CMAKE_CURRENT_LIST_FILE}")
  endif()
  if(file IN_LIST headers)
    set(path "${source}/include/${file}")
  else()
    set(path "${source}/src/${file}")
  endif()
  cmake_path(GET file PARENT_PATH folder)
  includes_of("${path}" includes)
  foreach(include IN LISTS includes)
    if(file IN_LIST headers AND include MATCHES "${forbidden}" AND NOT file MATCHES "${may_be_heavy}")
      message(SEND_ERROR "${file}: public headers must not include <${include}>")
    endif()
    if(include STREQUAL "amplify/backend.hpp")
      message(SEND_ERROR "${file}: include what is used, not the umbrella")
    endif()
    if(EXISTS "${source}/src/${folder}/${include}" AND NOT file IN_LIST headers)
      continue()  # a neighbour
    endif()
    if(include MATCHES "^amplify/" OR EXISTS "${source}/src/${include}")
      module_of("${include}" used)
      if(NOT used STREQUAL module AND NOT used IN_LIST ${module})
        message(SEND_ERROR "${file}: ${module} must not include ${used} (${include})")
      endif()
    endif()
  endforeach()
endforeach()

# The umbrella reaches every public header that isn't opt-in.
set(reached amplify/backend.hpp)
set(todo ${reached})
while(todo)
  list(POP_FRONT todo header)
  if(NOT EXISTS "${source}/include/${header}")
    message(SEND_ERROR "${header} does not exist")
    continue()
  endif()
  includes_of("${source}/include/${header}" includes)
  list(FILTER includes INCLUDE REGEX "^amplify/")
  foreach(include IN LISTS includes)
    if(NOT include IN_LIST reached)
      list(APPEND reached "${include}")
      list(APPEND todo "${include}")
    endif()
  endforeach()
endwhile()
foreach(header IN LISTS headers)
  if(NOT header IN_LIST reached AND NOT header MATCHES "${opt_in}")
    message(SEND_ERROR "amplify/backend.hpp doesn't reach ${header}")
  endif()
endforeach()
