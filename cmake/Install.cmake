# SPDX-License-Identifier: Apache-2.0
# Installs the library as the package that `find_package(amplify-cpp)` finds.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package_directory "${CMAKE_INSTALL_LIBDIR}/cmake/amplify-cpp")
install(TARGETS amplify EXPORT amplify-cpp-targets FILE_SET HEADERS FILE_SET resources)
install(EXPORT amplify-cpp-targets NAMESPACE amplify:: DESTINATION "${package_directory}")

get_target_property(type amplify TYPE)
if(type STREQUAL "STATIC_LIBRARY")
  set(link_dependencies "find_dependency(fmt)\nfind_dependency(OpenSSL COMPONENTS Crypto)\n"
    "list(PREPEND CMAKE_MODULE_PATH \"\${CMAKE_CURRENT_LIST_DIR}\")\nfind_dependency(PCRE2)\nlist(POP_FRONT CMAKE_MODULE_PATH)\n")
  string(CONCAT link_dependencies ${link_dependencies})
endif()
configure_package_config_file(cmake/amplify-cpp-config.cmake.in amplify-cpp-config.cmake
  INSTALL_DESTINATION "${package_directory}"
  PATH_VARS CMAKE_INSTALL_INCLUDEDIR
  NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/amplify-cpp-config-version.cmake"
  COMPATIBILITY SameMinorVersion)
install(
  FILES
    "${PROJECT_BINARY_DIR}/amplify-cpp-config.cmake"
    "${PROJECT_BINARY_DIR}/amplify-cpp-config-version.cmake"
    cmake/AmplifyBackend.cmake
    cmake/AmplifyFunction.cmake
    cmake/FindPCRE2.cmake
  DESTINATION "${package_directory}")
install(DIRECTORY src/lambda DESTINATION "${package_directory}")
install(DIRECTORY src/schema/record DESTINATION "${package_directory}/schema")
install(FILES cmake/esbuild/package.json cmake/esbuild/package-lock.json DESTINATION "${package_directory}/esbuild")
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")
