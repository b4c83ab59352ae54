// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace amplify::cdk {

/// Puts the tags and the removal policy of a construct back as they were, at the end of the scope.
class RestoredInheritance {
 public:
  explicit RestoredInheritance(const Construct& construct);
  ~RestoredInheritance();
  RestoredInheritance(const RestoredInheritance&) = delete;
  RestoredInheritance& operator=(const RestoredInheritance&) = delete;

 private:
  Construct construct_;
  std::map<std::string, std::string, std::less<>> tags_;
  std::optional<RemovalPolicy> policy_;
};

}  // namespace amplify::cdk
