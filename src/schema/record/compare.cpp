// SPDX-License-Identifier: Apache-2.0
#include "schema/record/text.hpp"

#include <functional>

namespace amplify::detail {
namespace {

template <class T>
const T& as(const void* value) {
  return *static_cast<const T*>(value);
}

bool equal(const value_type& type, const void* a, const void* b);

bool equal_scalars(ir::Scalar scalar, const void* a, const void* b) {
  switch (scalar) {
    case ir::Scalar::integer:
      return as<std::int32_t>(a) == as<std::int32_t>(b);
    case ir::Scalar::timestamp:
      return as<AWSTimestamp>(a) == as<AWSTimestamp>(b);
    case ir::Scalar::float_:
      return as<double>(a) == as<double>(b);
    case ir::Scalar::boolean:
      return as<bool>(a) == as<bool>(b);
    default:
      return text_of(scalar, a) == text_of(scalar, b);
  }
}

bool equal_lists(const value_type& type, const void* a, const void* b) {
  const std::size_t size = type.container->size(a);
  if (size != type.container->size(b)) return false;
  for (std::size_t i = 0; i < size; ++i)
    if (!equal(*type.element, type.container->at(a, i), type.container->at(b, i))) return false;
  return true;
}

bool equal(const value_type& type, const void* a, const void* b) {
  switch (type.kind) {
    case value_kind::scalar:
      return equal_scalars(type.scalar, a, b);
    case value_kind::enumeration:
    case value_kind::optional_enumeration:
      return as<std::uint32_t>(a) == as<std::uint32_t>(b);
    case value_kind::record:
      return equal(*type.record, a, b);
    case value_kind::optional:
    case value_kind::list:
    case value_kind::connection:
      return equal_lists(type, a, b);
    case value_kind::bits:
      return as<std::vector<bool>>(a) == as<std::vector<bool>>(b);
    case value_kind::none:
      break;
  }
  return true;
}

std::size_t hash(const value_type& type, const void* value);

std::size_t combine(std::size_t seed, std::size_t hash) {
  return seed ^ (hash + 0x9e3779b97f4a7c15U + (seed << 6U) + (seed >> 2U));
}

std::size_t hash_scalar(ir::Scalar scalar, const void* value) {
  switch (scalar) {
    case ir::Scalar::integer:
      return std::hash<std::int32_t>()(as<std::int32_t>(value));
    case ir::Scalar::timestamp:
      return std::hash<AWSTimestamp>()(as<AWSTimestamp>(value));
    case ir::Scalar::float_:
      return std::hash<double>()(as<double>(value));
    case ir::Scalar::boolean:
      return std::hash<bool>()(as<bool>(value));
    default:
      return std::hash<std::string_view>()(text_of(scalar, value));
  }
}

std::size_t hash(const value_type& type, const void* value) {
  switch (type.kind) {
    case value_kind::scalar:
      return hash_scalar(type.scalar, value);
    case value_kind::enumeration:
    case value_kind::optional_enumeration:
      return as<std::uint32_t>(value);
    case value_kind::record:
      return hash(*type.record, value);
    case value_kind::optional:
    case value_kind::list:
    case value_kind::connection: {
      std::size_t result = type.container->size(value);
      for (std::size_t i = 0; i < type.container->size(value); ++i)
        result = combine(result, hash(*type.element, type.container->at(value, i)));
      return result;
    }
    case value_kind::bits:
      return std::hash<std::vector<bool>>()(as<std::vector<bool>>(value));
    case value_kind::none:
      break;
  }
  return 0;
}

}  // namespace

bool equal(const record_type& type, const void* a, const void* b) {
  const auto left = places_of(type, a), right = places_of(type, b);
  for (std::uint32_t i = 0; i < type.count; ++i)
    if (!equal(*type.fields()[i].type, left[i], right[i])) return false;
  return true;
}

std::size_t hash(const record_type& type, const void* record) {
  const auto places = places_of(type, record);
  std::size_t result = type.count;
  for (std::uint32_t i = 0; i < type.count; ++i)
    result = combine(result, hash(*type.fields()[i].type, places[i]));
  return result;
}

}  // namespace amplify::detail
