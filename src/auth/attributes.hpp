// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/auth.hpp>
#include <amplify/cfn/cognito.hpp>

#include <vector>

namespace amplify::cognito {

/// The attributes that the definition names or its ways to sign in need.
std::vector<cfn::cognito::UserPool::SchemaAttribute> schema(const AuthProps& props);

/// Which claim goes to which attribute, by Cognito's names.
std::vector<cdk::Map<cdk::Str>::Entry> attribute_mapping(const AttributeMapping& mapping);

}  // namespace amplify::cognito
