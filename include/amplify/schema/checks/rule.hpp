// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/allow/words.hpp>
#include <amplify/schema/checks/entry.hpp>
#include <amplify/schema/detail/lists.hpp>
#include <amplify/schema/detail/rules.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace amplify::detail {

/// Whose rules they are. It decides what they may say.
enum class rule_place : std::uint8_t { model, field, operation, schema };

/// One list of rules.
class rules_check {
 public:
  /// `field` is given for the rules of a field.
  constexpr rules_check(
      const entry_check& entry, rule_place place, const field_meta* field = nullptr
  )
      : entry_(entry), place_(place), field_(field) {}

  constexpr void all(span<rule> rules) const {
    for (std::uint32_t i = 0; i < rules.count; ++i) {
      if (rules.first[i].is_part) continue;
      check(rules.first[i]);
      // Each of the two would say what the other's callers may do. On a field or an operation they
      // add up.
      if (place_ == rule_place::model || place_ == rule_place::schema)
        for (std::uint32_t j = 0; j < i; ++j)
          if (!rules.first[j].is_part) unequal(rules.first[i], rules.first[j]);
    }
  }

  /// What a rule says about fields of the model. Rules of the schema are checked so for each model
  /// that has them.
  constexpr void subject(const rule& rule) const {
    const rule_meta& meta = rule.meta;
    const std::string_view owner = owner_field_of(meta);
    const std::string_view name = subject_of(meta);
    if (name.empty()) return;
    const bool many =
        meta.who == strategy::ownersDefinedIn || meta.who == strategy::groupsDefinedIn;
    const field_meta* const declared = find_field(entry_.schema, entry_.type, name);
    if (declared != nullptr && declared->option != ir::OptionField::none)
      fault({"the API keeps the field `", name, "` itself"}, {"name another field"});
    else if (declared != nullptr)
      holds_text(rule, *declared, many);
    else if (owner.empty() || many)
      undeclared(rule, name, many);
    if (!owner.empty()) not_a_sort_key(rule, name);
  }

 private:
  constexpr void fault(pieces what, pieces help) const {
    if (field_ != nullptr)
      entry_.field_fault(*field_, what, help, ".authorization");
    else
      entry_.fault(".authorization", what, help);
  }
  constexpr rule_text text(const rule& rule) const { return text_of(entry_.schema, rule); }

  constexpr void check(const rule& rule) const {
    if (rule.meta.who == strategy::all) return combined(rule);
    if (!belongs_here(rule)) return;
    callers(rule);
    words(rule);
  }

  constexpr void callers(const rule& rule) const {
    provider(rule);
    claims(rule);
    groups(rule);
    if (place_ == rule_place::model || place_ == rule_place::field) subject(rule);
  }

  /// `allow.all(...)`
  constexpr void combined(const rule& rule) const {
    if (place_ == rule_place::operation)
      return fault(
          {"allow.all(...) is about items, and an operation has none"},
          {"write one rule, and check the rest in the handler"}
      );
    const span<detail::rule> parts = parts_of(rule);
    if (parts.count < 2)
      fault({"allow.all(...) joins two rules or more"}, {"add one, or write the rule alone"});
    for (std::uint32_t i = 0; i < parts.count; ++i) {
      part(parts.first[i]);
      for (std::uint32_t j = 0; j < i; ++j)
        compatible(parts.first[i], parts.first[j]);
    }
    words(rule);
  }

  static constexpr bool can_be_part(const rule& rule) {
    return is_about_owners(rule.meta) || is_about_groups(rule.meta);
  }
  constexpr void part(const rule& rule) const {
    const auto [before, middle, after] = text(rule);
    if (!can_be_part(rule))
      return fault(
          {before, middle, after, " has no place in allow.all(...)"},
          {"join rules about owners and groups"}
      );
    if (rule.meta.limits > 0)
      fault(
          {".to(...) stands on ", before, middle, after, ", a part of allow.all(...)"},
          {"write it once, behind allow.all(...)"}
      );
    if (belongs_here(rule)) callers(rule);
  }

  /// Of two parts: one request has one token, and each field says one thing.
  constexpr void compatible(const rule& one, const rule& other) const {
    if (!can_be_part(one) || !can_be_part(other)) return;
    const auto [before, middle, after] = text(one);
    const std::string_view field = subject_of(one.meta);
    if (provider_of(one) != provider_of(other))
      fault(
          {before, middle, after, " has another provider in allow.all(...)"},
          {"give all parts the same"}
      );
    else if (!field.empty() && field == subject_of(other.meta))
      fault({"allow.all(...) has two rules about `", field, "`"}, {"keep one of them"});
    else if (one.meta.who == strategy::groups && same_callers(entry_.schema, one, other))
      fault({"allow.all(...) names a group twice"}, {"keep one of the rules"});
  }

  constexpr bool belongs_here(const rule& rule) const {
    const auto [before, middle, after] = text(rule);
    switch (rule.meta.who) {
      case strategy::entity:
        fault({before, middle, after, " is a rule of storage"}, {"write allow.owner()"});
        return false;
      case strategy::resource:
        if (place_ == rule_place::schema) return true;
        fault(
            {before, middle, after, " belongs to the schema"},
            {"write it in a.schema(...).authorization(...)"}
        );
        return false;
      case strategy::owner:
      case strategy::ownerDefinedIn:
      case strategy::ownersDefinedIn:
      case strategy::groupDefinedIn:
      case strategy::groupsDefinedIn:
        if (place_ != rule_place::operation) return subject_given(rule);
        fault(
            {before, middle, after, " is about an item, and an operation has none"},
            {"write allow.authenticated(), allow.group(...) or another rule"}
        );
        return false;
      default:
        return true;
    }
  }
  constexpr bool subject_given(const rule& rule) const {
    if (rule.meta.who == strategy::owner || !rule.meta.subject.empty()) return true;
    const auto [before, middle, after] = text(rule);
    fault({before, middle, after, " names no field"}, {"name a field of the model"});
    return false;
  }

  constexpr void provider(const rule& rule) const {
    const std::string_view written = rule.meta.provider;
    if (written.empty()) return;
    const provider_names known = providers_of(rule.meta.who);
    for (std::size_t i = 0; i < known.count; ++i)
      if (written == known.names[i]) return;
    suggestion nearest(written);
    nearest.among(known.count, [&](std::size_t i) { return known.names[i]; });
    const std::string_view builder = builder_of(rule.meta.who);
    if (nearest.best().empty())
      fault({"`", written, "` is no provider of ", builder}, {known.all});
    else
      fault(
          {"`", written, "` is no provider of ", builder}, {"did you mean `", nearest.best(), "`?"}
      );
  }

  constexpr void claims(const rule& rule) const {
    const rule_meta& meta = rule.meta;
    const auto [before, middle, after] = text(rule);
    const bool owners = is_about_owners(meta);
    const bool groups = is_about_groups(meta);
    if (meta.identity_claims > 0 && !owners)
      fault(
          {".identityClaim(...) is for rules about owners, not ", before, middle, after},
          {groups ? "write .withClaimIn(...)" : "remove it"}
      );
    else if (meta.group_claims > 0 && !groups)
      fault(
          {".withClaimIn(...) is for rules about groups, not ", before, middle, after},
          {owners ? "write .identityClaim(...)" : "remove it"}
      );
    else if (meta.identity_claims + meta.group_claims > 1)
      fault({"the claim of ", before, middle, after, " is given twice"}, {"give it once"});
    else if (meta.identity_claims + meta.group_claims == 1 && meta.claim.empty())
      fault({"the claim of ", before, middle, after, " is empty"}, {"name a claim, as `sub`"});
  }

  constexpr void groups(const rule& rule) const {
    if (rule.meta.who != strategy::groups) return;
    const span<std::string_view> names = part_of(entry_.schema.names, rule.groups);
    if (names.count == 0)
      fault({"allow.groups() names no group"}, {"name one, as in allow.group(`ADMINS`)"});
    for (std::uint32_t i = 0; i < names.count; ++i) {
      if (names.first[i].empty())
        fault({"a group has no name"}, {"name it, as in allow.group(`ADMINS`)"});
      for (std::uint32_t j = 0; j < i; ++j)
        if (names.first[i] == names.first[j])
          fault({"group `", names.first[i], "` is listed twice"}, {"remove one of the two"});
    }
  }

  constexpr void words(const rule& rule) const {
    const rule_meta& meta = rule.meta;
    if (place_ == rule_place::operation) {
      const auto [before, middle, after] = text(rule);
      if (meta.limits > 0)
        fault(
            {".to(...) on ", before, middle, after, ": an operation is all there is to permit"},
            {"remove .to(...)"}
        );
      return;
    }
    const vocabulary& known = meta.who == strategy::resource ? schema_operations
                              : place_ == rule_place::field  ? field_operations
                                                             : model_operations;
    check_words(
        known, text(rule), meta.limits, entry_.schema.names + rule.words.first, rule.words.count,
        [&](pieces what, pieces help) { fault(what, help); }
    );
    if (permits(entry_.schema, rule, ir::Operation::read)) reading(rule);
  }

  constexpr void reading(const rule& rule) const {
    for (const auto part :
         {ir::Operation::get, ir::Operation::list, ir::Operation::sync, ir::Operation::listen,
          ir::Operation::search})
      if (permits(entry_.schema, rule, part)) {
        const auto word = operation_names[static_cast<std::size_t>(part)];
        fault({"`read` includes `", word, "`"}, {"remove `", word, "` or `read`"});
      }
  }

  constexpr void unequal(const rule& one, const rule& other) const {
    if (!same_callers(entry_.schema, one, other)) return;
    const auto [before, middle, after] = text(one);
    fault(
        {before, middle, after, " is there already"},
        {"keep one rule and list its operations in .to(...)"}
    );
  }

  constexpr void holds_text(const rule& rule, const field_meta& field, bool many) const {
    const auto [before, middle, after] = text(rule);
    const bool text_field = field.kind == field_kind::scalar && is_text(field.scalar);
    if (text_field && field.array == many) return;
    entry_.field_fault(
        field, {before, middle, after, many ? " keeps a list of texts here" : " keeps a text here"},
        {many ? "write a.string().array()" : "write a.string()", ", or name another field"}
    );
  }

  constexpr void undeclared(const rule& rule, std::string_view name, bool many) const {
    const auto [before, middle, after] = text(rule);
    const auto nearest = nearest_field(entry_.schema, entry_.type, name);
    if (!nearest.empty())
      fault({before, middle, after, ": there is no such field"}, {"did you mean `", nearest, "`?"});
    else
      fault(
          {before, middle, after, ": there is no such field"},
          {"declare it, as in `", name, "`_s = a.string()", many ? ".array()" : ""}
      );
  }

  constexpr void not_a_sort_key(const rule& rule, std::string_view name) const {
    const std::uint32_t position = key_position(entry_.schema, entry_.type, name);
    if (position == 0 || position >= key_of(entry_.schema, entry_.type).count) return;
    const auto [before, middle, after] = text(rule);
    fault(
        {before, middle, after, ": `", name, "` is a sort key, where no owner can be"},
        {"use another field"}
    );
  }

  const entry_check& entry_;
  rule_place place_;
  const field_meta* field_;
};

}  // namespace amplify::detail
