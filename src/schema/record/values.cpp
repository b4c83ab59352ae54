// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema/detail/record_type.hpp>
#include <amplify/schema/detail/shape.hpp>

namespace amplify::detail {
namespace {

template <ir::Scalar Scalar>
constexpr value_type plain{.kind = value_kind::scalar, .scalar = Scalar};

template <class C>
constexpr value_type contained(value_kind kind, const value_type* element) {
  return {.kind = kind, .element = element, .container = &container_of<C>};
}

template <ir::Scalar Scalar>
constexpr auto& row = scalar_values[static_cast<std::size_t>(Scalar)];

template <ir::Scalar Scalar>
constexpr value_type form_of(form wanted) {
  using T = typename scalar_type<Scalar>::type;
  using Sparse = std::vector<std::optional<T>>;
  const auto other = [](form f) { return &row<Scalar>[static_cast<std::size_t>(f)]; };
  switch (wanted) {
    case form::plain:
      break;
    case form::optional:
      return contained<std::optional<T>>(value_kind::optional, other(form::plain));
    case form::list:
      if constexpr (Scalar == ir::Scalar::boolean)
        return {.kind = value_kind::bits};
      else
        return contained<std::vector<T>>(value_kind::list, other(form::plain));
    case form::sparse:
      return contained<Sparse>(value_kind::list, other(form::optional));
    case form::optional_list:
      return contained<std::optional<std::vector<T>>>(value_kind::optional, other(form::list));
    case form::optional_sparse:
      return contained<std::optional<Sparse>>(value_kind::optional, other(form::sparse));
  }
  return plain<Scalar>;
}

}  // namespace

#define AMPLIFY_FORMS(scalar)                        \
  {form_of<ir::Scalar::scalar>(form::plain),         \
   form_of<ir::Scalar::scalar>(form::optional),      \
   form_of<ir::Scalar::scalar>(form::list),          \
   form_of<ir::Scalar::scalar>(form::sparse),        \
   form_of<ir::Scalar::scalar>(form::optional_list), \
   form_of<ir::Scalar::scalar>(form::optional_sparse)}

// In the order of ir::Scalar.
constinit const value_type scalar_values[scalar_count][form_count] = {
    AMPLIFY_FORMS(id),     AMPLIFY_FORMS(string),    AMPLIFY_FORMS(integer),
    AMPLIFY_FORMS(float_), AMPLIFY_FORMS(boolean),   AMPLIFY_FORMS(date),
    AMPLIFY_FORMS(time),   AMPLIFY_FORMS(datetime),  AMPLIFY_FORMS(timestamp),
    AMPLIFY_FORMS(email),  AMPLIFY_FORMS(json),      AMPLIFY_FORMS(phone),
    AMPLIFY_FORMS(url),    AMPLIFY_FORMS(ipAddress),
};

#undef AMPLIFY_FORMS

}  // namespace amplify::detail
