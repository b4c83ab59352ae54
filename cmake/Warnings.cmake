# SPDX-License-Identifier: Apache-2.0
# What our own targets are compiled with: link `amplify_warnings`.
add_library(amplify_warnings INTERFACE)
target_compile_features(amplify_warnings INTERFACE cxx_std_20)
if(AMPLIFY_WARNINGS)
  target_compile_options(amplify_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
    # False alarms about std::string: https://gcc.gnu.org/bugzilla/show_bug.cgi?id=105651 and 105562
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict;-Wno-maybe-uninitialized>
    $<$<CXX_COMPILER_ID:Clang,AppleClang>:-Werror=reorder-init-list>)
endif()
