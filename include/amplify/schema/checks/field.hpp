// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/entry.hpp>
#include <amplify/schema/checks/formats.hpp>
#include <amplify/schema/checks/relation.hpp>
#include <amplify/schema/checks/rule.hpp>
#include <amplify/schema/checks/validation.hpp>
#include <amplify/schema/detail/meta.hpp>

#include <cfloat>
#include <cstdint>
#include <string_view>

namespace amplify::detail {

inline constexpr std::string_view field_calls[] = {
    "required", "array", "defaultTo", "validate", "authorization", "mutations", "renamedFrom"
};

/// One field of a model or custom type, or what goes in or out of an operation.
class field_check {
 public:
  constexpr field_check(const entry_check& entry, const field_meta& field)
      : entry_(entry), field_(field) {}

  constexpr void all() const {
    if (!name()) return;
    check_calls(field_.called, field_calls, [&](pieces what, pieces help) { fault(what, help); });
    switch (field_.kind) {
      case field_kind::scalar:
        scalar();
        break;
      case field_kind::reference:
        reference();
        break;
      case field_kind::inlined:
        inlined();
        break;
      default:
        relation();
    }
    if (field_.called.has(field_call::mutations) && field_.role != field_role::source)
      fault({".mutations(...) is for the mutations that set off a subscription"}, {"remove it"});
    if (field_.called.has(field_call::renamedFrom) && !in_model())
      fault({"only fields of models are renamed"}, {"remove .renamedFrom(...)"});
    rules();
    if (entry_.type.kind == type_kind::model) timestamp();
  }

 private:
  constexpr void fault(pieces what, pieces help) const { entry_.field_fault(field_, what, help); }
  constexpr bool in_model() const {
    return entry_.type.kind == type_kind::model && field_.role == field_role::member;
  }

  constexpr bool name() const {
    if (field_.role == field_role::result || field_.role == field_role::source) return true;
    const std::string_view text = field_.name.text;
    if (text.empty())
      fault({"a field has no name"}, {"name it"});
    else if (text.substr(0, 2) == "__")
      fault({"names that start with __ belong to GraphQL"}, {"rename the field"});
    else if (!field_.name.valid)
      fault({"no name in GraphQL"}, {"use letters, digits and _, and start with a letter or _"});
    else if (field_.name.repeated && field_.option != ir::OptionField::none)
      fault(
          {"an option of the model adds this field"},
          {"remove or rename yours", field_.option == ir::OptionField::version
                                         ? ", or name the other, as in .version(`revision`)"
                                         : ""}
      );
    else if (field_.name.repeated)
      fault({"the field is declared twice"}, {"remove or rename one of the two"});
    else if (in_model() && field_.name.meaning == word::filter)
      fault({"every filter has `", text, "` already"}, {"rename the field"});
    else
      return true;
    return false;
  }

  constexpr void scalar() const {
    if (field_.called.has(field_call::defaultTo)) {
      if (!in_model())
        fault({"only a field of a model has a default"}, {"remove .defaultTo(...)"});
      else if (field_.array)
        fault({"a list has no default"}, {"remove .array() or .defaultTo(...)"});
      else
        default_value();
    }
    if (field_.called.has(field_call::validate)) {
      if (!in_model())
        fault({"only fields of a model are validated"}, {"remove .validate(...)"});
      else
        check_validations(entry_, field_);
    }
  }

  constexpr void default_value() const {
    const literal& value = field_.initial;
    const ir::Scalar scalar = field_.scalar;
    const std::string_view builder = builder_of(scalar);
    if (scalar == ir::Scalar::boolean) {
      if (value.kind != literal_kind::boolean)
        fault({"the default of ", builder, " is true or false"}, {"write it without quotes"});
    } else if (is_whole_number(scalar)) {
      if (value.kind != literal_kind::integer)
        fault({"the default of ", builder, " is a whole number"}, {"write one, as .defaultTo(0)"});
      else if (scalar == ir::Scalar::integer &&
               (value.integer < std::int64_t{INT32_MIN} || value.integer > std::int64_t{INT32_MAX}))
        fault(
            {"the default ", digits(value.integer).view(), " has more than 32 bits"},
            {"use a.float_(), or a.string() to keep every digit"}
        );
    } else if (scalar == ir::Scalar::float_) {
      if (value.kind != literal_kind::integer && value.kind != literal_kind::real)
        fault({"the default of ", builder, " is a number"}, {"write one, as .defaultTo(0.5)"});
      // Neither JSON nor GraphQL has infinity or not-a-number.
      else if (!(value.real >= -DBL_MAX && value.real <= DBL_MAX))
        fault({"the default is no finite number"}, {"write a number, as in .defaultTo(0.5)"});
    } else if (value.kind != literal_kind::text) {
      fault({"the default of ", builder, " is a text"}, {"write it in quotes, as .defaultTo(`x`)"});
    } else if (!has_format(scalar, value.text)) {
      fault({"`", value.text, "` is no default of ", builder}, {example_of(scalar)});
    }
  }

  constexpr void no_value_modifiers() const {
    if (field_.called.has(field_call::defaultTo))
      fault({"only scalars have a default"}, {"remove .defaultTo(...)"});
    if (field_.called.has(field_call::validate))
      fault({"only texts and numbers are validated"}, {"remove .validate(...)"});
  }

  /// `a.ref(...)` anywhere but in `for_`.
  constexpr void reference() const {
    no_value_modifiers();
    if (field_.role == field_role::source) return;
    const bool result = field_.role == field_role::result;
    if (field_.type == no_index) return unknown(result);
    const type_kind kind = entry_.schema.types[field_.type].kind;
    if (kind == type_kind::model && !result)
      fault(
          {"`", field_.target, "` is a model"},
          {entry_.type.kind == type_kind::model
               ? "write a.belongsTo(...), a.hasOne(...) or a.hasMany(...)"
               : "refer to an enum or custom type, or take its id"}
      );
    else if (is_operation(kind))
      fault({"`", field_.target, "` is an operation"}, {"refer to an enum or custom type"});
  }
  constexpr void unknown(bool result) const {
    const auto nearest = nearest_entry(entry_.schema, field_.target, [&](type_kind kind) {
      return kind == type_kind::enumeration || kind == type_kind::customType ||
             (result && kind == type_kind::model);
    });
    if (nearest.empty())
      fault(
          {"the schema has no `", field_.target, "`"},
          {"declare it, as in `", field_.target, "`_s = a.enumeration(...) or a.customType(...)"}
      );
    else
      fault({"the schema has no `", field_.target, "`"}, {"did you mean `", nearest, "`?"});
  }

  constexpr void inlined() const {
    const type_kind kind = entry_.schema.types[field_.type].kind;
    if (kind == type_kind::model)
      fault({"a model is no field"}, {"name it in the schema and relate it, as in a.hasMany(...)"});
    else if (is_operation(kind))
      fault({"an operation is no field"}, {"write it in a.schema(...)"});
  }

  constexpr void relation() const {
    no_value_modifiers();
    if (!in_model()) return fault({"only models are related"}, {"take its id, as in a.id()"});
    if (field_.required) fault({"a relation may always be empty"}, {"remove .required()"});
    if (field_.array)
      fault({"a relation is no list of lists"}, {"remove .array(), or write a.hasMany(...)"});
    relation_check(entry_, field_).all();
  }

  constexpr void rules() const {
    if (!field_.called.has(field_call::authorization)) return;
    if (!in_model())
      fault({"only fields of a model have rules"}, {"remove .authorization(...)"});
    else if (field_.rules.count == 0)
      fault({".authorization() lets nobody in"}, {"add a rule, or remove .authorization()"});
    else
      rules_check(entry_, rule_place::field, &field_)
          .all(part_of(entry_.schema.rules, field_.rules));
  }

  /// `createdAt` and `updatedAt`, which the API keeps.
  constexpr void timestamp() const {
    const word meaning = field_.name.meaning;
    if (meaning != word::created_at && meaning != word::updated_at) return;
    if (field_.kind != field_kind::scalar || field_.array || field_.scalar != ir::Scalar::datetime)
      fault(
          {"the API keeps a date and time here"},
          {"write a.datetime(), leave `", field_.name.text, "` out, or rename it"}
      );
  }

  const entry_check& entry_;
  const field_meta& field_;
};

}  // namespace amplify::detail
