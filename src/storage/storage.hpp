// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/access.hpp"

#include <amplify/cdk/lambda.hpp>
#include <amplify/storage.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace amplify::bucket {

/// A function that uses a bucket.
struct Consumer {
  /// Gets the grants.
  cdk::iam::Role role;
  /// Tells it something by a variable.
  std::function<void(std::string_view name, cdk::Str value)> addEnvironment;
};

/// What buckets need of the rest of a backend.
struct Surroundings {
  /// Take faults.
  std::function<void(Diagnostic)> report{};
  /// The name of the role of a group of users, of signed-in users or of guests; none if there is no
  /// such.
  std::function<std::optional<cdk::Any>(const Acceptor&)> role{};
  /// Lets a function use resources in `producer`.
  std::function<Consumer(const defineFunction&, const cdk::Construct& producer)> consumer{};
  std::function<cdk::lambda::Function(const defineFunction&)> function{};
};

/// Makes the bucket of a definition, with its policies and triggers.
///
/// Errors (reported): `InvalidResourceAccessConfigError` for a rule about roles that the backend
/// doesn't have.
StorageResources build(
    const cdk::NestedStack& stack, const defineStorage& storage, const Surroundings& surroundings
);

/// `MY_FILES_BUCKET_NAME` for `myFiles`.
std::string bucket_name_variable(std::string_view name);

}  // namespace amplify::bucket
