// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/entry.hpp>
#include <amplify/schema/checks/handler.hpp>
#include <amplify/schema/checks/rule.hpp>
#include <amplify/schema/detail/lists.hpp>
#include <amplify/schema/detail/meta.hpp>
#include <amplify/schema/detail/rules.hpp>

#include <cstdint>
#include <string_view>

namespace amplify::detail {

inline constexpr std::string_view mutation_names[] = {"create", "update", "delete"};

/// A query, mutation or subscription of the user's; its fields are checked like all others.
class operation_check {
 public:
  constexpr explicit operation_check(const entry_check& entry)
      : entry_(entry), schema_(entry.schema), type_(entry.type) {}

  constexpr void all() const {
    arguments();
    result();
    sources();
    handlers();
    rules();
  }

 private:
  constexpr void fault(spot suffix, pieces what, pieces help) const {
    entry_.fault(suffix, what, help);
  }

  template <class Visit>
  constexpr void each(field_role role, Visit visit) const {
    for (const field_meta& field : fields_of(schema_, type_))
      if (field.role == role) visit(field);
  }
  static constexpr const field_meta* find_role(
      const schema_view& schema, const type_meta& type, field_role role
  ) {
    for (const field_meta& field : fields_of(schema, type))
      if (field.role == role) return &field;
    return nullptr;
  }

  constexpr void arguments() const {
    each(field_role::argument, [&](const field_meta& one) {
      each(field_role::argument, [&](const field_meta& other) {
        if (&other < &one && one.name.hash == other.name.hash)
          entry_.field_fault(
              one, {"the argument is declared twice"}, {"remove or rename one of the two"}
          );
      });
    });
  }

  constexpr bool answers_at_once() const {
    return type_.handlers.count > 0 &&
           schema_.handlers[type_.handlers.first + type_.handlers.count - 1].async;
  }
  constexpr void result() const {
    const bool given = find_role(schema_, type_, field_role::result) != nullptr;
    if (type_.kind == type_kind::subscription) {
      if (given)
        fault(
            ".returns", {"a subscription returns what its mutations return"},
            {"remove .returns(...)"}
        );
    } else if (answers_at_once()) {
      if (given)
        fault(
            ".returns", {"nobody waits for the result of a handler with .async()"},
            {"remove .returns(...) or .async()"}
        );
    } else if (!given) {
      fault({}, {"returns nothing"}, {"add .returns(...), as in .returns(a.string())"});
    }
  }

  constexpr void sources() const {
    const field_meta* const first = find_role(schema_, type_, field_role::source);
    if (type_.kind != type_kind::subscription) {
      if (first != nullptr || type_.called.has(type_call::for_))
        fault(".for_", {"only a subscription follows mutations"}, {"remove .for_(...)"});
      return;
    }
    if (first == nullptr)
      return fault(
          {}, {"follows no mutation"},
          {"add .for_(...), with a.ref(`Post`).mutations(`create`) or another one"}
      );
    each(field_role::source, [&](const field_meta& source) {
      check_source(source);
      if (&source != first && !same_result(result_of(*first), result_of(source)))
        entry_.field_fault(
            source, {"`", first->target, "` and `", source.target, "` return different types"},
            {"follow mutations that return the same type"}
        );
    });
  }

  constexpr void check_source(const field_meta& source) const {
    const auto at_source = [&](pieces what, pieces help) {
      entry_.field_fault(source, what, help);
    };
    if (source.kind != field_kind::reference)
      return at_source({"takes mutations"}, {"write a.ref(...)"});
    if (source.required || source.array)
      at_source({"a mutation is neither required nor a list"}, {"remove that"});
    if (source.type == no_index) return unknown_source(source);
    const type_meta& target = schema_.types[source.type];
    const bool named = source.called.has(field_call::mutations);
    switch (target.kind) {
      case type_kind::mutation:
        if (named)
          at_source(
              {".mutations(...) is for models, and `", source.target, "` is a mutation"},
              {"remove .mutations(...)"}
          );
        break;
      case type_kind::model:
        if (source.references.count == 0)
          at_source(
              {"`", source.target, "` is a model: which of its mutations?"},
              {"add .mutations(`create`, `update`, `delete`)"}
          );
        mutations(source, target);
        break;
      default:
        at_source(
            {"`", source.target, "` is no mutation"}, {"follow a mutation, or those of a model"}
        );
    }
  }
  constexpr void unknown_source(const field_meta& source) const {
    const auto nearest = nearest_entry(schema_, source.target, [](type_kind kind) {
      return kind == type_kind::mutation || kind == type_kind::model;
    });
    if (nearest.empty())
      entry_.field_fault(
          source, {"there is no mutation or model `", source.target, "`"},
          {"declare it in a.schema(...)"}
      );
    else
      entry_.field_fault(
          source, {"there is no mutation or model `", source.target, "`"},
          {"did you mean `", nearest, "`?"}
      );
  }
  constexpr void mutations(const field_meta& source, const type_meta& model) const {
    for (const std::string_view word : part_of(schema_.names, source.references)) {
      std::uint32_t known = 0;
      while (known < 3 && mutation_names[known] != word)
        ++known;
      if (known == 3)
        unknown_word(
            entry_, ".for_", word, "no mutation", mutation_names,
            "there are create, update and delete"
        );
      for (const std::string_view disabled : part_of(schema_.names, model.disabled))
        if (disabled == word || (disabled == "mutations" && known < 3))
          entry_.field_fault(
              source, {"`", source.target, "` disables `", word, "`"},
              {"remove it here, or from .disableOperations(...)"}
          );
    }
  }

  /// The result of a mutation of one's own, or a model's source itself.
  constexpr const field_meta* result_of(const field_meta& source) const {
    if (source.type == no_index) return nullptr;
    const type_meta& target = schema_.types[source.type];
    return target.kind == type_kind::model ? &source
                                           : find_role(schema_, target, field_role::result);
  }
  static constexpr bool same_result(const field_meta* one, const field_meta* other) {
    // What is missing is reported elsewhere.
    if (one == nullptr || other == nullptr) return true;
    if (one->array != other->array) return false;
    if (one->kind == field_kind::scalar || other->kind == field_kind::scalar)
      return one->kind == other->kind && one->scalar == other->scalar;
    return one->type == other->type;
  }

  constexpr void handlers() const {
    const span<handler_meta> steps = part_of(schema_.handlers, type_.handlers);
    if (steps.count == 0)
      return fault(
          {}, {"nothing handles it"}, {"add .handler(a.handler.function(...)) or another one"}
      );
    bool mixed = false;
    for (const handler_meta& step : steps) {
      mixed = mixed || step.kind != steps.first[0].kind;
      check_handler(entry_, ".handler", step);
    }
    if (mixed)
      fault(
          ".handler", {"functions and JavaScript are mixed"},
          {"use a.handler.function(...) or a.handler.custom(...) for all steps"}
      );
  }

  constexpr void rules() const {
    const span<rule> rules = rules_of(schema_, type_);
    const bool javascript = type_.handlers.count > 0 &&
                            schema_.handlers[type_.handlers.first].kind == handler_kind::custom;
    if (!type_.inherits) rules_check(entry_, rule_place::operation).all(rules);
    std::uint32_t usable = 0;
    for (const rule& rule : rules) {
      if (rule.is_part || rule.meta.who == strategy::resource) continue;
      const bool about_items = rule.meta.who == strategy::all || !subject_of(rule.meta).empty();
      if (type_.inherits && !inherited(rule, about_items, javascript)) continue;
      if (javascript && !about_items) for_javascript(rule);
      ++usable;
    }
    if (usable == 0)
      fault(
          {}, {"has no rules, so nobody may call it"},
          {"add .authorization(...), with allow.authenticated() or another rule"}
      );
  }
  /// Whether a rule of the schema lets anyone call the operation.
  constexpr bool inherited(const rule& rule, bool about_items, bool javascript) const {
    const auto [before, middle, after] = text_of(schema_, rule);
    if (about_items && javascript)
      fault(
          {}, {"takes ", before, middle, after, " from the schema, which is about an item"},
          {"give it .authorization(...) of its own"}
      );
    else if (!about_items && rule.meta.limits > 0)
      fault(
          {}, {"takes ", before, middle, after, " with .to(...) from the schema"},
          {"give it .authorization(...) of its own"}
      );
    return !about_items || javascript;
  }
  constexpr void for_javascript(const rule& rule) const {
    const auto [before, middle, after] = text_of(schema_, rule);
    const ir::Provider provider = provider_of(rule.meta);
    if (provider == ir::Provider::identityPool ||
        (rule.meta.who == strategy::groups && provider == ir::Provider::oidc))
      fault(
          ".authorization",
          {"a.handler.custom(...) knows no ", before, middle, after,
           provider == ir::Provider::oidc ? " of `oidc`" : ""},
          {"use another rule, or a.handler.function(...)"}
      );
  }

  const entry_check& entry_;
  const schema_view& schema_;
  const type_meta& type_;
};

}  // namespace amplify::detail
