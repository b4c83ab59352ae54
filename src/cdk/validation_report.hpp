// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/data.hpp"

#include <amplify/cdk/finding.hpp>

#include <span>

namespace amplify::cdk {

/// The file of an assembly from which the `cdk` CLI tells findings: `validation-report.schema.json`
/// of `@aws-cdk/cloud-assembly-schema`.
const detail::Data* validation_report(std::span<const Finding> findings);

}  // namespace amplify::cdk
