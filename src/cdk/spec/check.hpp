// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/data.hpp"

#include <amplify/cdk/finding.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace amplify::cdk::spec {

struct Fault {
  Severity severity;
  std::string_view id;
  /// Path in the properties, as overrides have it; empty for the resource.
  std::string property;
  std::string message;
  std::string help;
};

/// Compares a resource, as its template has it, with the specification. `properties` may be null.
///
/// Errors are what CloudFormation rejects before it does anything: a property that is unknown or
/// missing, of another type, out of its range or of another pattern. Warnings: a value that isn't
/// among those known, since services get new ones; one that CloudFormation converts. What an
/// intrinsic function gives isn't known, but whether that is a text or a list is.
std::vector<Fault> check(std::string_view type, const detail::Data* properties);

/// Whether `Fn::GetAtt` reads this of the type; true for types that the specification lacks.
bool has_attribute(std::string_view type, std::string_view attribute);
/// The attribute that a misspelt one is nearest to; empty when none is near.
std::string_view nearest_attribute(std::string_view type, std::string_view attribute);

}  // namespace amplify::cdk::spec
