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

/// By which options tell branches apart: the branch's name, or `sandbox`.
std::string branch_name(const BackendIdentifier& identifier);

/// 20 hexadecimal digits that are a deployment's own, and stay: the prefix of its sign-in domain.
std::string stable_hash(const BackendIdentifier& identifier);

/// Where a deployment keeps its parameters of Systems Manager, its secrets among them:
/// `/amplify/app/main-sandbox-6cf259607d`.
std::string parameter_prefix(const BackendIdentifier& identifier);
/// Where the secrets of all branches of an app are.
std::string shared_parameter_prefix(std::string_view app_id);
/// Where definitions leave what functions need to know of their resources.
std::string reference_prefix(const BackendIdentifier& identifier);

/// What Amplify's tools read from a stack's description. `metadata` is JSON.
std::string stack_description(
    const BackendIdentifier& identifier, std::string_view stack_type,
    std::string_view metadata = "{}"
);

/// The tags of every resource of a deployment.
std::vector<std::pair<std::string, std::string>> tags(const BackendIdentifier& identifier);

}  // namespace amplify::detail
