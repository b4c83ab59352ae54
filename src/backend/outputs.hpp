// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/api.hpp"

#include <amplify/auth.hpp>
#include <amplify/cdk/stack.hpp>
#include <amplify/function.hpp>
#include <amplify/storage.hpp>

#include <deque>
#include <vector>

/// The root stack's outputs and the metadata that lists them: what Amplify's tools make
/// `amplify_outputs.json` from. Names, versions and encodings are the contract of
/// `@aws-amplify/backend-output-schemas`.
namespace amplify::detail {

/// `deployment_type` may be a token.
void add_platform_outputs(const cdk::Stack& root, cdk::Str deployment_type);

/// Follows what users change in the resources after `defineAuth` made them.
void add_auth_outputs(const cdk::Stack& root, const AuthResources& auth, const AuthProps& props);

/// What is found when the backend is deployed.
void add_auth_outputs(const cdk::Stack& root, const ReferenceAuthResources& auth);

void add_data_outputs(
    const cdk::Stack& root, const appsync::ApiDefinition& definition, const appsync::Api& api
);

struct NamedBucket {
  const defineStorage* definition;
  cdk::Str bucketName;
};

/// None without buckets.
void add_storage_outputs(const cdk::Stack& root, const std::vector<NamedBucket>& buckets);

/// None without functions.
void add_function_outputs(const cdk::Stack& root, const std::deque<FunctionResources>& functions);

/// `text` is that of a part of `amplify_outputs.json`.
void add_custom_outputs(const cdk::Stack& root, cdk::Str text);

}  // namespace amplify::detail
