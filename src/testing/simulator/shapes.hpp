// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace amplify::assertions {

/// How the ARN and other attributes of a resource type are made from the resource's name: facts of
/// CloudFormation's resource reference and of the Service Authorization Reference.
///
/// In the formats, `{name}` is the name, `{partition}`, `{region}`, `{account}` and `{suffix}` are
/// the deployment's, and `{path}` is IAM's.
struct Shape {
  struct Attribute {
    std::string_view name{};
    std::string_view format{};
  };

  std::string_view type{};
  /// The property that sets the name. Empty when AWS alone does.
  std::string_view name_property{};
  std::string_view arn{};
  /// What `Ref` gives.
  std::string_view ref = "{name}";
  /// Those of Fn::GetAtt that follow from the name.
  std::span<const Attribute> attributes{};
  /// Whether AWS adds something to a name that is set.
  bool has_suffix = false;
};

/// Null for a type that isn't known.
const Shape* shape_of(std::string_view type);

}  // namespace amplify::assertions
