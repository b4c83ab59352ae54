// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/meta.hpp>

#include <string>

namespace amplify::detail {

/// The GraphQL name of an entry, or of the type that a field declares: `PostStatus`.
std::string type_name(const parts_view& schema, const type_meta& type);

/// `list<Model>By<Key>And<SortKey>…`, the query of an index without a name for it.
std::string default_query(
    const parts_view& schema, const type_meta& model, const index_meta& index
);

}  // namespace amplify::detail
