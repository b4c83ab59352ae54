// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/resource_options.hpp>
#include <amplify/cdk/structs.hpp>
#include <amplify/cdk/value.hpp>

#include <source_location>
#include <string>
#include <string_view>

// What the structs of <amplify/cfn/….hpp> are made of.

namespace amplify::cdk {

class NewId;
namespace detail {
/// Makes a resource of a type that has a struct.
Resource add_resource(
    const Construct& scope, NewId id, const char* type, const void* props, const char* names,
    const ResourceOptions& options, std::source_location where
);
}  // namespace detail

/// The id of a construct that is being made. Not for keeping.
class NewId {
 public:
  NewId(const char* id) : id_(id) {}
  NewId(std::string_view id) : id_(id) {}
  NewId(const std::string& id) : id_(id) {}

 private:
  friend Resource detail::add_resource(
      const Construct& scope, NewId id, const char* type, const void* props, const char* names,
      const ResourceOptions& options, std::source_location where
  );
  std::string_view id_;
};

}  // namespace amplify::cdk
