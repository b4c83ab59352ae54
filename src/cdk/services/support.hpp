// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/iam/role.hpp>

#include <string>
#include <string_view>
#include <vector>

// What the constructs of single services share.

namespace amplify::cdk {

/// An id for a construct that exists because of `other`; the same in all deployments of an app.
std::string id_for(std::string_view prefix, const Construct& other);
/// Unset when empty.
Json text_or_unset(const std::string& text);
/// Unset when empty.
Json list_or_unset(const std::vector<Json>& list);
/// Unset when false.
Json true_or_unset(bool value);
/// That a service acts for `source`. By account alone when the stacks differ, since the source
/// refers to the target already.
Json on_behalf_of(const Construct& target, const Construct& source, const Any& source_arn);
/// Lets a grantee use the key of an encrypted resource; nothing to do without a key.
void grant_key_use(
    const Construct& resource, const iam::Grantee& grantee, const Str& key, const List<Str>& actions
);

}  // namespace amplify::cdk
