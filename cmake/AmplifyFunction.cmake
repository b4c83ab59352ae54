# SPDX-License-Identifier: Apache-2.0

# Where the runtime of C++ handlers is: beside this file when installed, else in the source tree.
if(AMPLIFY_INSTALLED_INCLUDE_DIRECTORY)
  set(AMPLIFY_LAMBDA_SOURCES "${CMAKE_CURRENT_LIST_DIR}" CACHE INTERNAL "")
  set(AMPLIFY_LAMBDA_INCLUDE "${AMPLIFY_INSTALLED_INCLUDE_DIRECTORY}" CACHE INTERNAL "")
else()
  cmake_path(SET amplify_root NORMALIZE "${CMAKE_CURRENT_LIST_DIR}/..")
  set(AMPLIFY_LAMBDA_SOURCES "${amplify_root}src" CACHE INTERNAL "")
  set(AMPLIFY_LAMBDA_INCLUDE "${amplify_root}include" CACHE INTERNAL "")
endif()

file(GLOB amplify_esbuild_hints "${CMAKE_CURRENT_LIST_DIR}/esbuild/node_modules/@esbuild/*/bin")
find_program(AMPLIFY_ESBUILD esbuild HINTS ${amplify_esbuild_hints} DOC "Bundles handlers in TypeScript and JavaScript")

# amplify_add_function(<target> <source>... [ARCHITECTURES <architecture>...]
#                      [COMPILE_OPTIONS <option>...] [LINK_OPTIONS <option>...])
#
# Builds a Lambda function in C++ for the backends that list the target in FUNCTIONS. The first source is what
# `defineFunction` names as its entry. ARCHITECTURES: x86_64, arm64 or both; default: x86_64.
#
# The program is linked fully, so that it runs on any Linux, and the same sources and compiler give the same bytes in
# any directory. It has flags of its own: neither CMAKE_CXX_FLAGS nor the build type count.
function(amplify_add_function target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "ARCHITECTURES;COMPILE_OPTIONS;LINK_OPTIONS")
  set(sources ${arg_UNPARSED_ARGUMENTS})
  if(NOT sources)
    message(FATAL_ERROR "amplify_add_function(${target}): give it a source: amplify_add_function(${target} handler.cpp)")
  endif()
  if(NOT arg_ARCHITECTURES)
    set(arg_ARCHITECTURES x86_64)
  endif()
  list(TRANSFORM sources PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/" REGEX "^[^/]")
  foreach(source IN LISTS sources)
    if(NOT EXISTS "${source}")
      message(FATAL_ERROR "amplify_add_function(${target}): there is no file ${source}")
    endif()
  endforeach()
  set(directory "${CMAKE_CURRENT_BINARY_DIR}/${target}.function")
  set(programs "")
  foreach(architecture IN LISTS arg_ARCHITECTURES)
    amplify_lambda_runtime(${architecture} runtime compiler)
    set(objects "")
    foreach(source IN LISTS sources)
      cmake_path(GET source FILENAME name)
      list(LENGTH objects number)
      amplify_compile_for_lambda("${compiler}" "${source}" "${directory}/${architecture}.objects/${number}-${name}.o"
        ${arg_COMPILE_OPTIONS})
      list(APPEND objects "${directory}/${architecture}.objects/${number}-${name}.o")
    endforeach()
    set(program "${directory}/${architecture}/bootstrap")
    add_custom_command(OUTPUT "${program}"
      COMMAND "${CMAKE_COMMAND}" -E make_directory "${directory}/${architecture}"
      COMMAND "${compiler}" -static -s -Wl,--gc-sections -Wl,--build-id=none ${objects} "${runtime}"
        ${arg_LINK_OPTIONS} -o "${program}"
      DEPENDS ${objects} "${runtime}"
      COMMENT "Linking the function ${target} for ${architecture}"
      VERBATIM)
    list(APPEND programs "${program}")
  endforeach()
  add_custom_target(${target} ALL DEPENDS ${programs})
  foreach(architecture IN LISTS arg_ARCHITECTURES)
    add_dependencies(${target} amplify_lambda_${architecture})
  endforeach()
  list(GET sources 0 entry)
  set_target_properties(${target} PROPERTIES
    AMPLIFY_FUNCTION_ENTRY "${entry}"
    AMPLIFY_FUNCTION_DIRECTORY "${directory}"
    AMPLIFY_FUNCTION_ARCHITECTURES "${arg_ARCHITECTURES}")
endfunction()

# amplify_install_esbuild()
#
# Installs the esbuild that backends bundle handlers with, by npm, in the version that this library is tested with.
# Nothing to do where one is found.
function(amplify_install_esbuild)
  if(AMPLIFY_ESBUILD)
    return()
  endif()
  set(directory "${CMAKE_BINARY_DIR}/esbuild")
  file(COPY "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/esbuild/package.json"
    "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/esbuild/package-lock.json" DESTINATION "${directory}")
  find_program(AMPLIFY_NPM npm)
  if(NOT AMPLIFY_NPM)
    message(FATAL_ERROR "amplify_install_esbuild(): npm isn't installed; install Node.js, or set AMPLIFY_ESBUILD")
  endif()
  execute_process(COMMAND "${AMPLIFY_NPM}" ci --prefix "${directory}" --ignore-scripts --no-audit --no-fund
    OUTPUT_VARIABLE output ERROR_VARIABLE output RESULT_VARIABLE result)
  if(result)
    message(FATAL_ERROR "amplify_install_esbuild(): npm failed:\n${output}")
  endif()
  file(GLOB hints "${directory}/node_modules/@esbuild/*/bin")
  find_program(AMPLIFY_ESBUILD esbuild HINTS ${hints} REQUIRED)
endfunction()

# The archive with the runtime for an architecture, and the compiler. Made once in a build tree.
function(amplify_lambda_runtime architecture archive_variable compiler_variable)
  amplify_lambda_compiler(${architecture} compiler)
  set(${compiler_variable} "${compiler}" PARENT_SCOPE)
  set(directory "${CMAKE_BINARY_DIR}/amplify_lambda/${architecture}")
  set(archive "${directory}/libamplify_lambda.a")
  set(${archive_variable} "${archive}" PARENT_SCOPE)
  # A custom command belongs to the directory that has it; elsewhere its output is known by its target.
  if(TARGET amplify_lambda_${architecture})
    return()
  endif()
  file(GLOB sources CONFIGURE_DEPENDS
    "${AMPLIFY_LAMBDA_SOURCES}/lambda/*.cpp" "${AMPLIFY_LAMBDA_SOURCES}/schema/record/*.cpp")
  set(objects "")
  foreach(source IN LISTS sources)
    cmake_path(RELATIVE_PATH source BASE_DIRECTORY "${AMPLIFY_LAMBDA_SOURCES}" OUTPUT_VARIABLE name)
    string(REPLACE "/" "." name "${name}")
    amplify_compile_for_lambda("${compiler}" "${source}" "${directory}/${name}.o")
    list(APPEND objects "${directory}/${name}.o")
  endforeach()
  string(REGEX REPLACE "(clang\\+\\+|g\\+\\+|c\\+\\+)[^/]*$" "" prefix "${compiler}")
  find_program(AMPLIFY_AR_${architecture} NAMES "${prefix}ar" ar)
  add_custom_command(OUTPUT "${archive}"
    COMMAND "${CMAKE_COMMAND}" -E rm -f "${archive}"
    COMMAND "${AMPLIFY_AR_${architecture}}" qcD "${archive}" ${objects}
    COMMAND "${AMPLIFY_AR_${architecture}}" sD "${archive}"
    DEPENDS ${objects}
    COMMENT "Archiving the runtime of functions for ${architecture}"
    VERBATIM)
  add_custom_target(amplify_lambda_${architecture} DEPENDS "${archive}")
endfunction()

# The compiler for an architecture: the project's own when that is this machine's.
function(amplify_lambda_compiler architecture result)
  if(architecture STREQUAL "x86_64")
    set(processors "^(x86_64|AMD64|amd64)$")
    set(names x86_64-linux-gnu-g++ x86_64-linux-gnu-g++-12)
    set(package g++-x86-64-linux-gnu)
  elseif(architecture STREQUAL "arm64")
    set(processors "^(aarch64|arm64)$")
    set(names aarch64-linux-gnu-g++ aarch64-linux-gnu-g++-12)
    set(package g++-aarch64-linux-gnu)
  else()
    message(FATAL_ERROR "amplify_add_function(): `${architecture}` is no architecture of Lambda; write x86_64 or arm64")
  endif()
  string(TOUPPER "AMPLIFY_${architecture}_COMPILER" variable)
  if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND CMAKE_SYSTEM_PROCESSOR MATCHES "${processors}")
    set(${variable} "${CMAKE_CXX_COMPILER}" CACHE FILEPATH "C++ compiler for functions on ${architecture}")
  else()
    find_program(${variable} NAMES ${names} DOC "C++ compiler for functions on ${architecture}")
  endif()
  if(NOT ${variable})
    message(FATAL_ERROR
      "amplify_add_function(): there is no C++ compiler for ${architecture}; install ${package}, or set ${variable}")
  endif()
  set(${result} "${${variable}}" PARENT_SCOPE)
endfunction()

function(amplify_compile_for_lambda compiler source object)
  find_package(nlohmann_json REQUIRED)
  get_target_property(json nlohmann_json::nlohmann_json INTERFACE_INCLUDE_DIRECTORIES)
  if(NOT json)
    set(json "")
  endif()
  # After the compiler's own directories: where JSON is, there may be another system's headers.
  list(TRANSFORM json PREPEND "-idirafter")
  cmake_path(GET object PARENT_PATH directory)
  file(MAKE_DIRECTORY "${directory}")
  add_custom_command(OUTPUT "${object}"
    COMMAND ${CMAKE_CXX_COMPILER_LAUNCHER} "${compiler}" -std=c++20 -Os -DNDEBUG -ffunction-sections -fdata-sections
      "-ffile-prefix-map=${CMAKE_SOURCE_DIR}=." "-ffile-prefix-map=${AMPLIFY_LAMBDA_SOURCES}=amplify"
      "-ffile-prefix-map=${AMPLIFY_LAMBDA_INCLUDE}=amplify" "-I${AMPLIFY_LAMBDA_INCLUDE}"
      "-I${AMPLIFY_LAMBDA_SOURCES}" ${json} ${ARGN} -MD -MF "${object}.d" -c "${source}" -o "${object}"
    DEPENDS "${source}"
    DEPFILE "${object}.d"
    COMMENT "Compiling ${source} for Lambda"
    VERBATIM)
endfunction()
