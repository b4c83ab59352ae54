// SPDX-License-Identifier: Apache-2.0
#include "all_headers.hpp"

const char* other_unit();

int main() { return other_unit() == nullptr; }
