// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/meta.hpp>

#include <string>
#include <string_view>

namespace amplify::detail {

/// The first letter as a capital, the rest as it is.
std::string capitalized(std::string_view text);

/// The GraphQL name of an entry, or of the type that a field declares: `PostStatus`.
std::string type_name(const parts_view& schema, const type_meta& type);

/// `list<Model>By<Key>And<SortKey>…`, the query of an index without a name for it.
std::string default_query(
    const parts_view& schema, const type_meta& model, const index_meta& index
);

}  // namespace amplify::detail
