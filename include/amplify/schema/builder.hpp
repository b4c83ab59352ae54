// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/custom_type.hpp>
#include <amplify/schema/field.hpp>
#include <amplify/schema/handler.hpp>
#include <amplify/schema/index.hpp>
#include <amplify/schema/model.hpp>
#include <amplify/schema/operation.hpp>
#include <amplify/schema/schema_value.hpp>

#include <cstddef>
#include <string_view>

namespace amplify {
namespace detail {

constexpr Validation make_validation(
    ir::Constraint constraint, const literal& value, std::string_view message
) {
  return {{constraint, value, message}};
}

}  // namespace detail

/// The type of `a`.
struct Builder {
  /// What a custom operation does: `a.handler.function(...)`, `a.handler.custom(...)`.
  HandlerBuilder handler{};

  /// `ID` of GraphQL: a text that identifies something.
  [[nodiscard]] constexpr auto id() const { return detail::make_scalar(ir::Scalar::id); }
  [[nodiscard]] constexpr auto string() const { return detail::make_scalar(ir::Scalar::string); }
  /// `Int` of GraphQL: 32 bits, signed.
  [[nodiscard]] constexpr auto integer() const { return detail::make_scalar(ir::Scalar::integer); }
  /// `Float` of GraphQL: 64 bits. Amplify's `a.float()`.
  [[nodiscard]] constexpr auto float_() const { return detail::make_scalar(ir::Scalar::float_); }
  [[nodiscard]] constexpr auto boolean() const { return detail::make_scalar(ir::Scalar::boolean); }
  /// `2030-12-31`, optionally with the offset of a time zone.
  [[nodiscard]] constexpr auto date() const { return detail::make_scalar(ir::Scalar::date); }
  /// `12:30:00.000`, optionally with the offset of a time zone.
  [[nodiscard]] constexpr auto time() const { return detail::make_scalar(ir::Scalar::time); }
  /// `2030-12-31T12:30:00.000Z`: date, time and the offset of a time zone.
  [[nodiscard]] constexpr auto datetime() const {
    return detail::make_scalar(ir::Scalar::datetime);
  }
  /// Seconds since 1970-01-01T00:00Z.
  [[nodiscard]] constexpr auto timestamp() const {
    return detail::make_scalar(ir::Scalar::timestamp);
  }
  [[nodiscard]] constexpr auto email() const { return detail::make_scalar(ir::Scalar::email); }
  /// Any JSON value, as text.
  [[nodiscard]] constexpr auto json() const { return detail::make_scalar(ir::Scalar::json); }
  [[nodiscard]] constexpr auto phone() const { return detail::make_scalar(ir::Scalar::phone); }
  [[nodiscard]] constexpr auto url() const { return detail::make_scalar(ir::Scalar::url); }
  /// An IPv4 or IPv6 address, optionally with the length of a prefix: `192.0.2.0/24`.
  [[nodiscard]] constexpr auto ipAddress() const {
    return detail::make_scalar(ir::Scalar::ipAddress);
  }

  /// One of the given names, Amplify's `a.enum([...])`. As an entry of the schema it has that
  /// entry's name; in field `status` of a model `Post`, it becomes the GraphQL enum `PostStatus`.
  template <class... Values>
  [[nodiscard]] constexpr auto enumeration(const Values&... values) const {
    constexpr bool ok = detail::all_of({detail::text_like<Values>...});
    static_assert(
        ok, "a.enumeration(...): the values are strings, as in a.enumeration(\"DRAFT\", \"LIVE\")"
    );
    if constexpr (ok) {
      return detail::make_enumeration(values...);
    } else {
      auto refused = detail::make_enumeration();
      refused.type().refused = true;
      return refused;
    }
  }

  /// An object of fields that is part of an item, or goes in or out of an operation. As an entry of
  /// the schema it has that entry's name; in field `location` of a model `Post`, it becomes the
  /// GraphQL type `PostLocation`.
  template <class... Fields>
  [[nodiscard]] constexpr auto customType(const Fields&... fields) const {
    static_assert(
        detail::all_of({detail::is_entry<Fields>...}),
        "a.customType(...): takes fields, as in a.customType(\"x\"_s = a.float_())"
    );
    return owner<TypeValue>(detail::type_kind::customType, fields...);
  }

  /// An enum or custom type of the schema, by its name. Where an operation refers to something,
  /// also a model or another operation.
  template <detail::text_like Text>
  [[nodiscard]] constexpr auto ref(const Text& name) const {
    return detail::make_reference(detail::text_from(name));
  }

  /// Items of another model. `references` are the fields of that model which hold this one's
  /// identifier; there, an `a.belongsTo(...)` names them too.
  template <detail::text_like Text, detail::text_like... References>
  [[nodiscard]] constexpr auto hasMany(const Text& model, const References&... references) const {
    return detail::make_relation(
        detail::field_kind::hasMany, detail::text_from(model), references...
    );
  }
  /// One item of another model; otherwise like `hasMany`.
  template <detail::text_like Text, detail::text_like... References>
  [[nodiscard]] constexpr auto hasOne(const Text& model, const References&... references) const {
    return detail::make_relation(
        detail::field_kind::hasOne, detail::text_from(model), references...
    );
  }
  /// The item of another model that has this one. `references` are the fields of this model that
  /// hold its identifier.
  template <detail::text_like Text, detail::text_like... References>
  [[nodiscard]] constexpr auto belongsTo(const Text& model, const References&... references) const {
    return detail::make_relation(
        detail::field_kind::belongsTo, detail::text_from(model), references...
    );
  }

  /// A secondary index by the field `partitionKey`, for `.secondaryIndexes(...)` of a model.
  template <detail::text_like Text>
  [[nodiscard]] constexpr Index<0> index(const Text& partitionKey) const {
    return {{.partition_key = detail::text_from(partitionKey)}};
  }

  /// Checks for `.validate(...)` of a text. `message` is what a client reads when a value doesn't
  /// pass; there is a default.
  [[nodiscard]] constexpr Validation minLength(
      detail::whole_number auto length, std::string_view message = {}
  ) const {
    return detail::make_validation(
        ir::Constraint::minLength, detail::make_literal(length), message
    );
  }
  [[nodiscard]] constexpr Validation maxLength(
      detail::whole_number auto length, std::string_view message = {}
  ) const {
    return detail::make_validation(
        ir::Constraint::maxLength, detail::make_literal(length), message
    );
  }
  [[nodiscard]] constexpr Validation startsWith(
      std::string_view text, std::string_view message = {}
  ) const {
    return detail::make_validation(ir::Constraint::startsWith, detail::make_literal(text), message);
  }
  [[nodiscard]] constexpr Validation endsWith(std::string_view text, std::string_view message = {})
      const {
    return detail::make_validation(ir::Constraint::endsWith, detail::make_literal(text), message);
  }
  /// A regular expression that the text as a whole matches.
  [[nodiscard]] constexpr Validation matches(
      std::string_view expression, std::string_view message = {}
  ) const {
    return detail::make_validation(
        ir::Constraint::matches, detail::make_literal(expression), message
    );
  }

  /// Checks for `.validate(...)` of a number: greater than, less than, or equal to that.
  [[nodiscard]] constexpr Validation gt(detail::number auto bound, std::string_view message = {})
      const {
    return detail::make_validation(ir::Constraint::gt, detail::make_literal(bound), message);
  }
  [[nodiscard]] constexpr Validation lt(detail::number auto bound, std::string_view message = {})
      const {
    return detail::make_validation(ir::Constraint::lt, detail::make_literal(bound), message);
  }
  [[nodiscard]] constexpr Validation gte(detail::number auto bound, std::string_view message = {})
      const {
    return detail::make_validation(ir::Constraint::gte, detail::make_literal(bound), message);
  }
  [[nodiscard]] constexpr Validation lte(detail::number auto bound, std::string_view message = {})
      const {
    return detail::make_validation(ir::Constraint::lte, detail::make_literal(bound), message);
  }
  [[nodiscard]] constexpr Validation positive(std::string_view message = {}) const {
    return gt(0, message);
  }
  [[nodiscard]] constexpr Validation negative(std::string_view message = {}) const {
    return lt(0, message);
  }

  /// A model: becomes one DynamoDB table and one GraphQL type of the same name.
  ///
  /// The fields `id`, unless the identifier is another, `createdAt` and `updatedAt` are added as
  /// far as they aren't declared.
  template <class... Fields>
  [[nodiscard]] constexpr auto model(const Fields&... fields) const {
    static_assert(
        detail::all_of({detail::is_entry<Fields>...}),
        "a.model(...): takes fields, as in a.model(\"title\"_s = a.string())"
    );
    return owner<ModelValue>(detail::type_kind::model, fields...);
  }

  /// Operations of one's own. A query reads, a mutation changes something, a subscription tells
  /// clients that a mutation happened.
  [[nodiscard]] constexpr auto query() const {
    return detail::make_operation(detail::type_kind::query);
  }
  [[nodiscard]] constexpr auto mutation() const {
    return detail::make_operation(detail::type_kind::mutation);
  }
  [[nodiscard]] constexpr auto subscription() const {
    return detail::make_operation(detail::type_kind::subscription);
  }

  /// The schema of an API: models, enums, custom types and operations.
  ///
  /// Give it to `defineData` and to `ClientSchema`: both check it at compile time.
  template <class... Entries>
  [[nodiscard]] constexpr auto schema(const Entries&... entries) const {
    constexpr bool ok = detail::all_of({detail::is_type_entry<Entries>...});
    static_assert(
        ok, "a.schema(...): takes models and the like, as in a.schema(\"Post\"_s = a.model(...))"
    );
    if constexpr (ok) {
      return detail::make_schema(entries...);
    } else {
      SchemaValue<detail::sizes{}> refused{};
      refused.refused = true;
      return refused;
    }
  }

  /// One schema of several. Entries may refer to those of another; rules of a schema stay with its
  /// own models and operations.
  template <detail::sizes... Size>
  [[nodiscard]] constexpr auto combine(const SchemaValue<Size>&... schemas) const {
    return detail::combine_schemas(schemas...);
  }

 private:
  template <template <detail::sizes> class Value, class... Fields>
  static constexpr auto owner(detail::type_kind kind, const Fields&... fields) {
    if constexpr (detail::all_of({detail::is_entry<Fields>...})) {
      constexpr auto size = detail::sum({{.types = 1}, detail::member_size<Fields>...});
      return Value<size>{detail::make_owner(kind, fields...)};
    } else {
      Value<detail::sizes{.types = 1}> refused;
      refused.type().kind = kind;
      refused.type().refused = true;
      return refused;
    }
  }
};

/// Where fields, models and schemas start, as in `a.string().required()`.
inline constexpr Builder a{};

}  // namespace amplify
