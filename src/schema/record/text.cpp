// SPDX-License-Identifier: Apache-2.0
#include "schema/record/text.hpp"

#include <amplify/schema/detail/shape.hpp>

namespace amplify::detail {
namespace {

/// Calls `visit` with the class of a scalar that keeps a text.
template <class Visit>
bool with_type(ir::Scalar scalar, Visit visit) {
  switch (scalar) {
    case ir::Scalar::id:
      return visit.template operator()<ID>();
    case ir::Scalar::date:
      return visit.template operator()<AWSDate>();
    case ir::Scalar::time:
      return visit.template operator()<AWSTime>();
    case ir::Scalar::datetime:
      return visit.template operator()<AWSDateTime>();
    case ir::Scalar::email:
      return visit.template operator()<AWSEmail>();
    case ir::Scalar::json:
      return visit.template operator()<AWSJSON>();
    case ir::Scalar::phone:
      return visit.template operator()<AWSPhone>();
    case ir::Scalar::url:
      return visit.template operator()<AWSURL>();
    case ir::Scalar::ipAddress:
      return visit.template operator()<AWSIPAddress>();
    default:
      return false;
  }
}

}  // namespace

bool keeps_text(ir::Scalar scalar) {
  return scalar == ir::Scalar::string || with_type(scalar, []<class T>() { return true; });
}

std::string_view text_of(ir::Scalar scalar, const void* value) {
  if (scalar == ir::Scalar::string) return *static_cast<const std::string*>(value);
  std::string_view text;
  with_type(scalar, [&]<class T>() {
    text = *static_cast<const T*>(value);
    return true;
  });
  return text;
}

bool set_text(ir::Scalar scalar, void* value, std::string_view text) {
  if (scalar == ir::Scalar::string) {
    *static_cast<std::string*>(value) = text;
    return true;
  }
  return with_type(scalar, [&]<class T>() {
    auto parsed = T::parse(text);
    if (parsed) *static_cast<T*>(value) = *std::move(parsed);
    return parsed.has_value();
  });
}

std::vector<const void*> places_of(const record_type& type, const void* record) {
  std::vector<const void*> places(type.count);
  type.places(record, places.data());
  return places;
}

}  // namespace amplify::detail
