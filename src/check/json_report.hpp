// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

#include <string>

namespace amplify::check {

/// What was found, and how near the limits are, for programs.
std::string json_report(const Result& result);

/// Every kind of finding, for programs.
std::string json_list();

/// The same findings in the Static Analysis Results Interchange Format 2.1.0, which code hosts show
/// beside the source. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
std::string sarif_report(const Result& result);

}  // namespace amplify::check
