// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/iam/role.hpp>

#include <source_location>
#include <string_view>

namespace amplify::cdk {

/// A custom resource `Custom::<kind>`, for what CloudFormation can't do itself.
struct CustomResource {
  Resource resource;
  /// Of the function that makes it. What is granted goes to a policy in the scope, for which the
  /// resource waits.
  iam::Role role;
};

/// Makes one. All of a kind in a stack share a function, made with the first.
///
/// `handle` is JavaScript (CommonJS, the AWS SDK at hand) that defines
/// `async function handle(event)`. What it returns is merged into the answer to CloudFormation:
/// `Data`, `PhysicalResourceId`. What it throws fails the deployment with its message.
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/crpg-ref.html
CustomResource custom_resource(
    const Construct& scope, std::string_view kind, std::string_view handle, Json properties,
    std::source_location where
);

}  // namespace amplify::cdk
