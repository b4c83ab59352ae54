// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>
#include <amplify/error.hpp>

#include <map>
#include <source_location>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::appsync {

/// The data sources that the user adds to an API, and what calls them by name.
class DataSources {
 public:
  DataSources(const cdk::Construct& scope, cdk::Any api_id) : scope_(scope), api_id_(api_id) {}

  /// `caller`, a resource of the operation, calls the data source of this name, whenever it is
  /// added.
  void call(
      const std::string& name, const cdk::Resource& caller, const std::string& operation,
      std::source_location where
  );
  /// The scope of what belongs to a new data source.
  cdk::Construct scope_of(std::string_view name, std::source_location where);
  /// Makes it there. `properties` are those besides `ApiId` and `Name`.
  cdk::Resource add(
      const cdk::Construct& scope, std::string_view name, const cdk::Json& properties,
      std::source_location where
  );

  /// Names that are taken or that nothing has. Before synthesis.
  std::vector<Diagnostic> faults() const;

 private:
  struct Call {
    cdk::Resource caller;
    std::string operation{};
    std::source_location where{};
  };

  cdk::Construct scope_;
  cdk::Any api_id_;
  std::map<std::string, cdk::Resource, std::less<>> added_{};
  std::multimap<std::string, Call, std::less<>> calls_{};
  std::vector<Diagnostic> faults_{};
  int count_ = 0;
};

/// The ARN of a new role of AppSync's, which may do the actions with the resources.
cdk::Any service_role(
    const cdk::Construct& scope, cdk::List<cdk::Str> actions, cdk::List<cdk::Str> resources,
    std::source_location where
);

}  // namespace amplify::appsync
