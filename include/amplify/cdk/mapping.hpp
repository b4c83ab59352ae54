// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/value.hpp>

#include <source_location>
#include <string_view>

namespace amplify::cdk {

/// An entry of the template's `Mappings`: values by two keys. Its name is the id, as it stands. It
/// holds in its own template alone.
///
/// Errors (at synthesis): `InvalidMappingError` when the values aren't texts, numbers or lists of
/// them two objects deep; `TokenNotAllowedError` for a token among them.
class Mapping : public Construct {
 public:
  Mapping(
      const Construct& scope, std::string_view id, Json values,
      std::source_location where = std::source_location::current()
  );
  /// `Fn::FindInMap`. A default for keys that aren't there makes the template ask for
  /// CloudFormation's language extensions.
  Any findInMap(Str topLevelKey, Str secondLevelKey, Json defaultValue = {}) const;
};

}  // namespace amplify::cdk
