// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/iam/statement.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::cdk {
class Construct;
}

namespace amplify::cdk::iam {

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html, less some room for
// what the estimate can't know.
constexpr std::size_t inline_limit = 10'240;
constexpr std::size_t managed_limit = 6'144;
constexpr std::size_t margin = 240;

/// Minimal statements as JSON, in an order that doesn't depend on that of their addition.
std::vector<Json> minimal(const std::vector<PolicyStatement>& statements);
/// Minimal statements in documents of limited size: the first takes `first`, the others
/// `managed_limit`, all less `slack`.
std::vector<std::vector<Json>> split(
    const std::vector<PolicyStatement>& statements, std::size_t first, std::size_t slack = 0
);
Json document(const std::vector<Json>& statements);
/// How many characters IAM counts, with a guess for what is known only when it is deployed.
std::size_t estimated_size(const Node& value);

enum class PolicyKind { identity, resource, trust };
/// Records what is wrong with a statement against the construct. False when something is.
bool check(const Construct& owner, const PolicyStatement& statement, PolicyKind kind);

}  // namespace amplify::cdk::iam
