// SPDX-License-Identifier: Apache-2.0
#pragma once

/// The library's version, the one place where it is written: CMake reads it from here.
#define AMPLIFY_VERSION "0.1.0"
