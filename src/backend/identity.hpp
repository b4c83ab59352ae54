// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/define_backend.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace amplify::detail {

/// `sandbox`, `branch` or `standalone`.
std::string_view type_name(DeploymentType type);

/// `amplify-app-main-sandbox-6cf259607d`: fewer than 128 characters, the hash from the identifier
/// as it was given.
std::string stack_name(const BackendIdentifier& identifier);

/// Where Parameter Store keeps the secrets of a deployment:
/// `/amplify/app/main-sandbox-6cf259607d/`.
std::string secret_path(const BackendIdentifier& identifier);
/// The same for secrets that all branches of an app share.
std::string shared_secret_path(std::string_view app_id);

/// What Amplify's tools read from a stack's description. `metadata` is JSON.
std::string stack_description(
    const BackendIdentifier& identifier, std::string_view stack_type,
    std::string_view metadata = "{}"
);

/// The tags of every resource of a deployment.
std::vector<std::pair<std::string, std::string>> tags(const BackendIdentifier& identifier);

}  // namespace amplify::detail
