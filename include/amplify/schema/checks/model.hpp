// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/entry.hpp>
#include <amplify/schema/checks/index.hpp>
#include <amplify/schema/checks/key.hpp>
#include <amplify/schema/checks/options.hpp>
#include <amplify/schema/checks/rule.hpp>
#include <amplify/schema/detail/lists.hpp>
#include <amplify/schema/detail/meta.hpp>
#include <amplify/schema/detail/rules.hpp>

#include <cstdint>
#include <string_view>

namespace amplify::detail {

inline constexpr std::string_view disabled_names[] = {"queries",  "mutations", "subscriptions",
                                                      "list",     "get",       "create",
                                                      "update",   "delete",    "onCreate",
                                                      "onUpdate", "onDelete"};

/// A model as a whole; its fields are checked one by one.
class model_check {
 public:
  constexpr explicit model_check(const entry_check& entry)
      : entry_(entry), schema_(entry.schema), type_(entry.type) {}

  constexpr void all() const {
    if (type_.fields.count == 0)
      entry_.fault({}, {"has no fields"}, {"declare one, as in a.string()"});
    rules();
    required_fields();
    check_identifier(entry_);
    check_indexes(entry_);
    disabled();
    options_check(entry_).all();
  }

 private:
  constexpr void rules() const {
    const span<rule> rules = rules_of(schema_, type_);
    std::uint32_t own = 0;
    for (const rule& rule : rules) {
      own += rule.meta.who == strategy::resource ? 0 : 1;
      if (type_.inherits) rules_check(entry_, rule_place::model).subject(rule);
    }
    if (!type_.inherits) rules_check(entry_, rule_place::model).all(rules);
    if (own == 0)
      entry_.fault(
          {}, {"has no rules, so nobody may use it"},
          {"add .authorization(allow.owner()) or another rule"}
      );
  }

  constexpr span<rule> rules_on(const field_meta& field) const {
    return field.called.has(field_call::authorization) ? part_of(schema_.rules, field.rules)
                                                       : rules_of(schema_, type_);
  }

  /// Whoever may get an item must be able to read the fields that are never null.
  constexpr void required_fields() const {
    bool by_field = false;
    for (const field_meta& field : fields_of(schema_, type_))
      by_field = by_field || field.called.has(field_call::authorization);
    if (!by_field) return;
    for (const field_meta& field : fields_of(schema_, type_)) {
      // Whoever may read an item may read what the API keeps in it.
      if (!field.required || is_relation(field.kind) || field.option != ir::OptionField::none)
        continue;
      readers(rules_of(schema_, type_), field);
      for (const field_meta& other : fields_of(schema_, type_))
        if (other.called.has(field_call::authorization) && &other != &field)
          readers(rules_on(other), field);
    }
  }
  constexpr void readers(span<rule> rules, const field_meta& field) const {
    for (const rule& rule : rules) {
      if (rule.is_part || rule.meta.who == strategy::resource ||
          !grants_reading(schema_, rule, ir::Operation::get))
        continue;
      if (rule.meta.who != strategy::groups) {
        if (!may_read(rule, {}, field)) unreadable(rule, field);
        continue;
      }
      for (const std::string_view group : part_of(schema_.names, rule.groups))
        if (!may_read(rule, group, field)) {
          unreadable(rule, field);
          break;
        }
    }
  }
  constexpr bool may_read(const rule& caller, std::string_view group, const field_meta& field)
      const {
    for (const rule& rule : rules_on(field)) {
      if (rule.is_part) continue;
      bool any = false, every = true;
      for (const auto operation :
           {ir::Operation::get, ir::Operation::list, ir::Operation::search, ir::Operation::listen,
            ir::Operation::sync}) {
        const bool granted = grants_reading(schema_, rule, operation);
        any = any || granted;
        every = every && granted;
      }
      if (any && (same_callers(schema_, caller, rule, group) || lets_in_more(rule, caller)))
        return true;
      // Owners and members of groups are signed in, too.
      const ir::Provider provider = provider_of(rule);
      if (every && rule.meta.who == strategy::authenticated &&
          provider != ir::Provider::identityPool && provider == provider_of(caller))
        return true;
    }
    return false;
  }
  /// Whether a rule is for all whom one part of `allow.all(...)` lets in.
  constexpr bool lets_in_more(const rule& rule, const detail::rule& combined) const {
    for (const detail::rule& part : parts_of(combined)) {
      bool all = part.meta.who == strategy::groups || same_callers(schema_, part, rule, {});
      if (part.meta.who == strategy::groups)
        for (const std::string_view group : part_of(schema_.names, part.groups))
          all = all && same_callers(schema_, part, rule, group);
      if (all) return true;
    }
    return false;
  }
  constexpr void unreadable(const rule& caller, const field_meta& field) const {
    const auto [before, middle, after] = text_of(schema_, caller);
    entry_.field_fault(
        field, {before, middle, after, " may get items, but not read this required field"},
        {"grant it `read` here too, or remove .required()"}
    );
  }

  constexpr void disabled() const {
    constexpr const char* suffix = ".disableOperations";
    if (!type_.called.has(type_call::disableOperations)) return;
    const span<std::string_view> words = part_of(schema_.names, type_.disabled);
    if (words.count == 0)
      entry_.fault(suffix, {"names no operation"}, {"name one, or remove .disableOperations()"});
    for (std::uint32_t i = 0; i < words.count; ++i) {
      bool known = false;
      for (const std::string_view name : disabled_names)
        known = known || name == words.first[i];
      if (!known)
        unknown_word(
            entry_, suffix, words.first[i], "no operation", disabled_names,
            "there are queries, mutations and subscriptions, or get, list, create, update, delete, "
            "onCreate, onUpdate, onDelete"
        );
      if (listed_before(words, i))
        entry_.fault(suffix, {"`", words.first[i], "` is listed twice"}, {"remove one of the two"});
    }
  }

  const entry_check& entry_;
  const schema_view& schema_;
  const type_meta& type_;
};

}  // namespace amplify::detail
