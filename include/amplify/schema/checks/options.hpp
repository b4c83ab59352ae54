// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/entry.hpp>
#include <amplify/schema/checks/handler.hpp>
#include <amplify/schema/checks/key.hpp>
#include <amplify/schema/checks/renames.hpp>
#include <amplify/schema/detail/lists.hpp>
#include <amplify/schema/detail/meta.hpp>

#include <cstdint>
#include <string_view>

namespace amplify::detail {

inline constexpr std::string_view stream_names[] = {
    "NEW_AND_OLD_IMAGES", "NEW_IMAGE", "OLD_IMAGE", "KEYS_ONLY"
};
inline constexpr std::string_view hooked_names[] = {"queries", "mutations", "get",   "list",
                                                    "create",  "update",    "delete"};

/// What a model opts in to. The fields that options add are checked like all others.
class options_check {
 public:
  constexpr explicit options_check(const entry_check& entry)
      : entry_(entry), schema_(entry.schema), type_(entry.type) {}

  constexpr void all() const {
    if (type_.called.has(type_call::table)) table();
    if (type_.called.has(type_call::timeToLive)) time_to_live();
    for (const handler_meta& hook : part_of(schema_.handlers, type_.handlers))
      check_hook(hook);
    check_renames(entry_);
  }

 private:
  constexpr void table() const {
    constexpr const char* suffix = ".table";
    const TableSettings& table = type_.table;
    if (table.provisioned && (table.provisioned->read < 1 || table.provisioned->write < 1))
      entry_.fault(
          suffix, {"a provisioned capacity is 1 or more"},
          {"write .provisioned = TableCapacity{.read = 5, .write = 5}, say, or leave it out"}
      );
    bool known = table.stream.empty();
    for (const std::string_view name : stream_names)
      known = known || name == table.stream;
    if (!known)
      unknown_word(
          entry_, suffix, table.stream, "no view of a stream", stream_names,
          "write `NEW_AND_OLD_IMAGES`, `NEW_IMAGE`, `OLD_IMAGE` or `KEYS_ONLY`"
      );
    if (!table.encryptionKeyArn.empty() && table.encryptionKeyArn.substr(0, 4) != "arn:")
      entry_.fault(
          suffix, {"`", table.encryptionKeyArn, "` is no ARN"},
          {"write that of a KMS key, as in `arn:aws:kms:...:key/...`"}
      );
  }

  constexpr void time_to_live() const {
    const field_meta* const field = key_field(entry_, ".timeToLive", type_.time_to_live);
    if (field == nullptr) return;
    const bool seconds = field->kind == field_kind::scalar && !field->array &&
                         is_whole_number(field->scalar) && field->option == ir::OptionField::none;
    if (!seconds)
      entry_.fault(
          ".timeToLive", {"`", type_.time_to_live, "` holds no seconds since 1970"},
          {"name an a.timestamp() or a.integer()"}
      );
  }

  constexpr void check_hook(const handler_meta& hook) const {
    const char* const suffix = hook.hook == hook_time::after ? ".after" : ".before";
    check_handler(entry_, suffix, hook);
    if (!hook.model.empty() && hook.model != type_.name.text)
      entry_.fault(
          suffix, {"the data source is the table of another model"},
          {"write a.ref(`", type_.name.text, "`), or the name of a data source"}
      );
    const span<std::string_view> words = part_of(schema_.names, hook.operations);
    if (words.count == 0)
      entry_.fault(suffix, {"names no operation"}, {"name some, as in `create`, `update`"});
    for (std::uint32_t i = 0; i < words.count; ++i) {
      bool known = false;
      for (const std::string_view name : hooked_names)
        known = known || name == words.first[i];
      if (!known)
        unknown_word(
            entry_, suffix, words.first[i], "no operation that has hooks", hooked_names,
            "there are queries and mutations, or get, list, create, update, delete"
        );
      if (listed_before(words, i))
        entry_.fault(suffix, {"`", words.first[i], "` is listed twice"}, {"remove one of the two"});
      for (const std::string_view disabled : part_of(schema_.names, type_.disabled))
        if (disabled == words.first[i])
          entry_.fault(
              suffix, {"the model disables `", disabled, "`"},
              {"remove it here, or from .disableOperations(...)"}
          );
    }
  }

  const entry_check& entry_;
  const schema_view& schema_;
  const type_meta& type_;
};

}  // namespace amplify::detail
