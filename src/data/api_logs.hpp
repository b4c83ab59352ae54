// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/iam/role.hpp>
#include <amplify/data.hpp>

#include <source_location>

namespace amplify::appsync {

/// The role by which AppSync writes logs.
cdk::iam::Role log_role(const cdk::Construct& scope, std::source_location where);

/// `LogConfig` of the API.
cdk::Json log_config(const DataLogConfig& logging, const cdk::iam::Role& role);

/// The log group that AppSync would make itself at the first request, and keep forever.
cdk::Resource log_group(
    const cdk::Construct& scope, const DataLogConfig& logging, const cdk::Any& api_id,
    std::source_location where
);

}  // namespace amplify::appsync
