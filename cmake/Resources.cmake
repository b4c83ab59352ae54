# SPDX-License-Identifier: Apache-2.0
# <amplify/cfn/….hpp>, one header a service, generated from spec/cloudformation.txt into <build>/include; and the table of
# the same facts by which synthesis checks resources, a source of the library.
set(AMPLIFY_SPEC "${PROJECT_SOURCE_DIR}/spec/cloudformation.txt")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${AMPLIFY_SPEC}")  # for the services' names

file(GLOB generator_sources CONFIGURE_DEPENDS spec/generator/*.cpp)
add_executable(amplify_spec_generator ${generator_sources} src/cdk/spec/format.cpp)
target_include_directories(amplify_spec_generator PRIVATE src)
target_link_libraries(amplify_spec_generator PRIVATE $<BUILD_INTERFACE:amplify_warnings>)

set(generated_include "${PROJECT_BINARY_DIR}/include")
file(STRINGS "${AMPLIFY_SPEC}" services REGEX "^service\t")
list(TRANSFORM services REPLACE "^service\t([a-z0-9_]+)\t.*" "${generated_include}/amplify/cfn/\\1.hpp"
  OUTPUT_VARIABLE resource_headers)
set(stamp "${generated_include}/resources.stamp")
add_custom_command(OUTPUT "${stamp}"
  BYPRODUCTS ${resource_headers}
  COMMAND amplify_spec_generator headers "${AMPLIFY_SPEC}" "${generated_include}"
  COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
  DEPENDS amplify_spec_generator "${AMPLIFY_SPEC}"
  COMMENT "Generating the headers of CloudFormation's resources"
  VERBATIM)
set(table "${PROJECT_BINARY_DIR}/spec/table.cpp")
add_custom_command(OUTPUT "${table}"
  COMMAND amplify_spec_generator table "${AMPLIFY_SPEC}" "${PROJECT_BINARY_DIR}/spec"
  COMMAND "${CMAKE_COMMAND}" -E touch "${table}"  # it is left alone when it would stay the same
  DEPENDS amplify_spec_generator "${AMPLIFY_SPEC}"
  COMMENT "Generating the table of CloudFormation's resources"
  VERBATIM)
target_sources(amplify PRIVATE "${table}")
# The standard asks compilers for 65,536 characters of a literal; both take more.
set_source_files_properties("${table}" PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
add_custom_target(amplify_resources DEPENDS "${stamp}")
add_dependencies(amplify amplify_resources)
target_sources(amplify PUBLIC
  FILE_SET resources TYPE HEADERS BASE_DIRS "${generated_include}" FILES ${resource_headers})
# Compiling each of hundreds alone would take minutes; the tests compile them together.
set_target_properties(amplify PROPERTIES INTERFACE_HEADER_SETS_TO_VERIFY HEADERS)
