// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace amplify::cdk {

/// A resource that is there already, as references see it. Its values may hold tokens.
struct Existing {
  /// What `Ref` gives.
  Json ref{};
  /// What `Fn::GetAtt` gives, by attribute. Others are unknown.
  std::map<std::string, Json, std::less<>> attributes{};
};

/// Lets deployments take what is there in a resource's place: `find` is asked at each synthesis,
/// and where it finds something, the template leaves the resource out and references become its
/// values.
///
/// Errors (at synthesis): `UnknownAttributeError` for a reference to an attribute that `Existing`
/// doesn't have.
void take_existing(const Resource& resource, std::function<std::optional<Existing>()> find);

}  // namespace amplify::cdk
