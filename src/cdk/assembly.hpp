// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/plan.hpp"
#include "cdk/template.hpp"

#include <amplify/cdk/app.hpp>

namespace amplify::cdk {

/// The files of a cloud assembly: templates, assets, and what `cdk` reads: manifests, and a report
/// of the findings if there are any.
CloudAssembly make_assembly(
    Plan& plan, const TemplatePrinter& templates, Tags& tags, std::vector<Finding> findings,
    bool indent
);

}  // namespace amplify::cdk
