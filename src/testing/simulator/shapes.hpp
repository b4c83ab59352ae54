// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace amplify::assertions {

/// How what `Ref` and `Fn::GetAtt` give for a resource follows from its name: facts of
/// CloudFormation's resource reference and of the Service Authorization Reference.
///
/// In the formats, `{name}` is the name, `{partition}`, `{region}`, `{account}` and `{suffix}` are
/// the deployment's, and `{path}` is IAM's.
struct Shape {
  std::string_view type{};
  std::string_view arn{};
  /// The property that sets the name. Empty when AWS alone does.
  std::string_view name_property{};
  /// What `Ref` gives.
  std::string_view ref = "{name}";
  /// The attributes that are the ARN, the name, and the same as `Ref`. Empty when there is none.
  std::string_view arn_attribute = "Arn";
  std::string_view name_attribute{};
  std::string_view ref_attribute{};
  /// Whether AWS adds something to a name that is set.
  bool has_suffix = false;

  /// Empty for an attribute that doesn't follow from the name.
  std::string_view attribute(std::string_view name) const;
};

/// Null for a type that isn't known.
const Shape* shape_of(std::string_view type);

}  // namespace amplify::assertions
