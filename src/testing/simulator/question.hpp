// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testing/simulator/policies.hpp"

#include <string_view>

namespace amplify::assertions {

/// A question in the words of policies. Errors: UserError `UnknownResourceError`,
/// `InvalidQuestionError`.
Request request_of(
    const Deployment& deployment, const IamCaller& caller, std::string_view action,
    const IamTarget& target, const IamContext& context
);

}  // namespace amplify::assertions
