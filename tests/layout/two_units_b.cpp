// SPDX-License-Identifier: Apache-2.0
#include "all_headers.hpp"

const char* other_unit();
const char* other_unit() { return AMPLIFY_VERSION; }
