// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/data.hpp>

#include <optional>

namespace amplify::appsync {

/// Everything that was made in `scope`, sorted by kind.
DataCfnResources cfn_resources(
    const cdk::Construct& scope, const cdk::Resource& graphql_api,
    const cdk::Resource& graphql_schema, const std::optional<cdk::Resource>& api_key
);

}  // namespace amplify::appsync
