// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/allow.hpp>
#include <amplify/schema/detail/name.hpp>
#include <amplify/schema/table.hpp>
#include <amplify/schema/types.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

/// What a schema is made of. A schema keeps one flat list of each of these; a `range` is a part of
/// one of the lists.
namespace amplify::detail {

struct range {
  std::uint32_t first = 0, count = 0;
};

inline constexpr auto no_index = static_cast<std::uint32_t>(-1);

/// Counts calls of modifiers, so that the checks can tell which was called twice. A modifier is a
/// bit.
struct calls {
  std::uint16_t made = 0, again = 0;

  constexpr void count(unsigned modifier) {
    again = static_cast<std::uint16_t>(again | (made & modifier));
    made = static_cast<std::uint16_t>(made | modifier);
  }
  constexpr bool has(unsigned modifier) const { return (made & modifier) != 0; }
  /// Whether this is the first call, whose arguments count.
  constexpr bool first(unsigned modifier) {
    const bool called = has(modifier);
    count(modifier);
    return !called;
  }
};

/// A rule of a model, field, operation or schema.
struct rule {
  rule_meta meta{};
  /// Lists of names.
  range words{}, groups{};
  /// Of `allow.all(...)`: how many rules after it are its parts.
  std::uint32_t parts = 0;
  bool is_part = false;
};

enum class literal_kind : std::uint8_t { none, boolean, integer, real, text };

/// A value that the user wrote; `kind` says which member counts.
struct literal {
  literal_kind kind = literal_kind::none;
  /// Also of a boolean.
  std::int64_t integer = 0;
  double real = 0;
  std::string_view text{};
};

/// A check of values, as `a.minLength(3)` makes it.
struct validation {
  ir::Constraint constraint = ir::Constraint::minLength;
  literal value{};
  std::string_view message{};
};

enum class field_kind : std::uint8_t { scalar, reference, inlined, hasOne, hasMany, belongsTo };

constexpr bool is_relation(field_kind kind) { return kind >= field_kind::hasOne; }

/// What a field is to its type: members belong to models and custom types, the others to
/// operations.
enum class field_role : std::uint8_t { member, argument, result, source };

namespace field_call {
enum : unsigned {
  required = 1,
  array = 2,
  defaultTo = 4,
  validate = 8,
  authorization = 16,
  mutations = 32,
  renamedFrom = 64
};
}  // namespace field_call

/// All of a field but its C++ type, which `shape()` determines.
struct field_meta {
  detail::name name{};
  field_kind kind = field_kind::scalar;
  field_role role = field_role::member;
  ir::Scalar scalar = ir::Scalar::string;
  bool required = false;
  bool array = false;
  bool element_required = false;
  /// Of a field that the user hasn't declared: an option of the model adds it.
  ir::OptionField option = ir::OptionField::none;
  /// Whether any of the lists, the target or the type is set.
  bool extended = false;
  calls called{};
  literal initial{};
  /// The name that a reference or relation points at, and its hash.
  std::string_view target{};
  std::uint64_t target_hash = 0;
  /// The type it points at or that it declares, or `no_index`.
  std::uint32_t type = no_index;
  /// What the field was called before.
  std::string_view renamed_from{};
  /// Of names: the reference fields of a relation, or the mutations of a source.
  range references{};
  range rules{}, validations{};
};

namespace index_call {
enum : unsigned { sortKeys = 1, queryField = 2, name = 4, projection = 8 };
}

struct index_meta {
  std::string_view partition_key{};
  /// Of names.
  range sort_keys{}, attributes{};
  std::string_view name{}, query_field{};
  bool without_query = false;
  /// As written; empty means `ALL`.
  std::string_view projection{};
  calls called{};
};

enum class handler_kind : std::uint8_t { function, custom };

/// When a handler of a model is called: before or after the operations that it names.
enum class hook_time : std::uint8_t { none, before, after };

struct handler_meta {
  handler_kind kind = handler_kind::function;
  bool async = false;
  const defineFunction* function = nullptr;
  std::string_view function_name{};
  /// As written, and the source file that it is relative to.
  std::string_view entry{};
  const char* file = "";
  /// A model, or a data source by name.
  std::string_view model{}, data_source{};
  /// Something else was given as data source.
  bool wrong_source = false;
  hook_time hook = hook_time::none;
  /// Of names: the operations of a hook.
  range operations{};
};

enum class type_kind : std::uint8_t {
  model,
  customType,
  enumeration,
  query,
  mutation,
  subscription,
  /// Holds what concerns a whole schema.
  schema
};

constexpr bool is_operation(type_kind kind) {
  return kind == type_kind::query || kind == type_kind::mutation || kind == type_kind::subscription;
}

namespace type_call {
enum : unsigned {
  authorization = 1,
  identifier = 2,
  secondaryIndexes = 4,
  disableOperations = 8,
  arguments = 16,
  returns = 32,
  for_ = 64,
  handler = 128,
  table = 256,
  timeToLive = 512,
  version = 1024,
  audit = 2048,
  softDelete = 4096,
  renamedFrom = 8192
};
}

/// One entry of a schema, or a type declared in a field.
struct type_meta {
  /// Of a type declared in a field, `text` is the field's, `hash` that of the type's own name.
  detail::name name{};
  type_kind kind = type_kind::model;
  /// An assertion has already refused a part of it: checks would only repeat that.
  bool refused = false;
  /// Its rules are those of the schema.
  bool inherits = false;
  /// The type whose field declares it, or `no_index`.
  std::uint32_t owner = no_index;
  calls called{};
  range fields{};
  range rules{};
  /// Of names: the values of an enum, the identifier of a model.
  range names{};
  /// Of names.
  range disabled{};
  range indexes{};
  /// The steps of an operation, the hooks of a model.
  range handlers{};
  /// Of a model's table.
  TableSettings table{};
  std::string_view time_to_live{};
  /// What the model was called before.
  std::string_view renamed_from{};

  constexpr bool inlined() const { return owner != no_index; }
};

/// How much of everything there is.
struct sizes {
  std::uint32_t types = 0, fields = 0, names = 0, rules = 0, indexes = 0, validations = 0,
                handlers = 0;

  friend constexpr sizes operator+(const sizes& a, const sizes& b) {
    return {a.types + b.types,      a.fields + b.fields,   a.names + b.names,
            a.rules + b.rules,      a.indexes + b.indexes, a.validations + b.validations,
            a.handlers + b.handlers};
  }
};

/// The lists without their sizes in the type: what checks and lowering read.
struct parts_view {
  const type_meta* types = nullptr;
  const field_meta* fields = nullptr;
  const std::string_view* names = nullptr;
  const rule* rules = nullptr;
  const index_meta* indexes = nullptr;
  const validation* validations = nullptr;
  const handler_meta* handlers = nullptr;
  sizes size{};
};

/// The lists of a whole schema, with a table to find types by name.
struct schema_view : parts_view {
  /// Of a `name_table` over the types.
  const std::uint32_t* slots = nullptr;
  std::uint32_t slot_count = 0;

  /// The index of the entry of this name, or `no_index`.
  constexpr std::uint32_t find(std::uint64_t hash) const {
    const std::uint32_t found = find_any(hash);
    return found == no_index || types[found].inlined() ? no_index : found;
  }
  /// The same, of types declared in fields too.
  constexpr std::uint32_t find_any(std::uint64_t hash) const {
    std::uint32_t at = static_cast<std::uint32_t>(hash) & (slot_count - 1);
    while (slots[at] != 0 && types[slots[at] - 1].name.hash != hash)
      at = (at + 1) & (slot_count - 1);
    return slots[at] == 0 ? no_index : slots[at] - 1;
  }
};

/// First letter upper case, as in the name of a type declared in a field: `post` and `status` give
/// `PostStatus`.
constexpr char capital(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// The hash of a text with its first letter in upper case, after what `seed` is the hash of.
constexpr std::uint64_t capitalized_hash(std::string_view text, std::uint64_t seed = hash_seed) {
  if (text.empty()) return seed;
  const char first = capital(text[0]);
  return hash_text(text.substr(1), hash_text({&first, 1}, seed));
}

}  // namespace amplify::detail
