// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/field.hpp>
#include <amplify/schema/model.hpp>
#include <amplify/schema/schema_value.hpp>

#include <array>
#include <cstddef>

namespace amplify {
/// The type of `a`.
struct Builder {
  /// `ID` of GraphQL: a text that identifies something.
  [[nodiscard]] constexpr auto id() const {
    return ScalarField<ir::Scalar::id>{{{}, ir::Scalar::id}};
  }
  [[nodiscard]] constexpr auto string() const {
    return ScalarField<ir::Scalar::string>{{{}, ir::Scalar::string}};
  }
  /// `Int` of GraphQL: 32 bits, signed.
  [[nodiscard]] constexpr auto integer() const {
    return ScalarField<ir::Scalar::integer>{{{}, ir::Scalar::integer}};
  }
  /// `Float` of GraphQL: 64 bits. Amplify's `a.float()`.
  [[nodiscard]] constexpr auto float_() const {
    return ScalarField<ir::Scalar::float_>{{{}, ir::Scalar::float_}};
  }
  [[nodiscard]] constexpr auto boolean() const {
    return ScalarField<ir::Scalar::boolean>{{{}, ir::Scalar::boolean}};
  }
  /// `2030-12-31`, optionally with the offset of a time zone.
  [[nodiscard]] constexpr auto date() const {
    return ScalarField<ir::Scalar::date>{{{}, ir::Scalar::date}};
  }
  /// `12:30:00.000`, optionally with the offset of a time zone.
  [[nodiscard]] constexpr auto time() const {
    return ScalarField<ir::Scalar::time>{{{}, ir::Scalar::time}};
  }
  /// `2030-12-31T12:30:00.000Z`: date, time and the offset of a time zone.
  [[nodiscard]] constexpr auto datetime() const {
    return ScalarField<ir::Scalar::datetime>{{{}, ir::Scalar::datetime}};
  }
  /// Seconds since 1970-01-01T00:00Z.
  [[nodiscard]] constexpr auto timestamp() const {
    return ScalarField<ir::Scalar::timestamp>{{{}, ir::Scalar::timestamp}};
  }
  [[nodiscard]] constexpr auto email() const {
    return ScalarField<ir::Scalar::email>{{{}, ir::Scalar::email}};
  }
  /// Any JSON value, as text.
  [[nodiscard]] constexpr auto json() const {
    return ScalarField<ir::Scalar::json>{{{}, ir::Scalar::json}};
  }
  [[nodiscard]] constexpr auto phone() const {
    return ScalarField<ir::Scalar::phone>{{{}, ir::Scalar::phone}};
  }
  [[nodiscard]] constexpr auto url() const {
    return ScalarField<ir::Scalar::url>{{{}, ir::Scalar::url}};
  }
  /// An IPv4 or IPv6 address, optionally with the length of a prefix: `192.0.2.0/24`.
  [[nodiscard]] constexpr auto ipAddress() const {
    return ScalarField<ir::Scalar::ipAddress>{{{}, ir::Scalar::ipAddress}};
  }

  /// One of the given names. As field `status` of a model `Post`, it becomes the GraphQL enum
  /// `PostStatus`.
  ///
  /// Errors (compile time): a value that is no text. Reported with the schema: no values, a value
  /// listed twice or not allowed in GraphQL, a type name that a model or another enum has.
  template <class... Values>
  [[nodiscard]] constexpr EnumField<sizeof...(Values)> enumeration(const Values&... values) const {
    constexpr bool ok = detail::all_of({detail::text_like<Values>...});
    static_assert(
        ok, "a.enumeration(...): the values are strings, as in a.enumeration(\"DRAFT\", \"LIVE\")"
    );
    if constexpr (ok) {
      return {{detail::text_from(values)...}};
    } else {
      return {.refused = true};
    }
  }

  /// A model: becomes one DynamoDB table and one GraphQL type of the same name.
  ///
  /// The fields `id`, `createdAt` and `updatedAt` are added unless they are declared.
  /// Errors (compile time): an argument that is no field. See `ModelValue` for the others.
  template <class... Fields>
  [[nodiscard]] constexpr auto model(const Fields&... fields) const {
    constexpr bool ok = detail::all_of({detail::is_field_entry<Fields>...});
    static_assert(
        ok || detail::was_refused<Fields...>,
        "a.model(...): takes fields, as in a.model(\"title\"_s = a.string())"
    );
    if constexpr (ok) {
      return detail::make_model(fields...);
    } else {
      return ModelValue<0, 0, 0>{.refused = true};
    }
  }

  /// The schema of an API: its models.
  ///
  /// Give it to `defineData` and to `ClientSchema`: both check it at compile time.
  /// Errors (compile time): an argument that is no model; no models; a model name used twice or not
  /// allowed.
  template <class... Models>
  [[nodiscard]] constexpr auto schema(const Models&... models) const {
    constexpr bool ok = detail::all_of({detail::model_sizes<Models>::is_model...});
    static_assert(
        ok || detail::was_refused<Models...>,
        "a.schema(...): takes models, as in a.schema(\"Post\"_s = a.model(...))"
    );
    if constexpr (ok) {
      return detail::make_schema(models...);
    } else {
      return SchemaValue<0, 0, 0, 0>{.refused = true};
    }
  }
};

/// Where fields, models and schemas start, as in `a.string().required()`.
inline constexpr Builder a{};

}  // namespace amplify
