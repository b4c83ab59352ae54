// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/record_type.hpp>

#include <string>
#include <string_view>

namespace amplify::detail {

/// Whether a C++ value of the scalar keeps a text.
bool keeps_text(ir::Scalar scalar);
/// The text of a scalar that keeps one.
std::string_view text_of(ir::Scalar scalar, const void* value);
/// Sets it. False if the text hasn't the format.
bool set_text(ir::Scalar scalar, void* value, std::string_view text);

/// The places of the fields of a record, as many as there are.
std::vector<const void*> places_of(const record_type& type, const void* record);

}  // namespace amplify::detail
