// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/client/detail/report.hpp>
#include <amplify/schema/detail/lookup.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// The paths of a selection as a tree.
namespace amplify::detail {

struct selection_node {
  /// The type that has the field, and the field's position there.
  std::uint32_t owner = 0;
  std::size_t position = no_field;
  std::string_view name{};
  std::size_t parent = 0;
  /// Of a relation or custom type: the type it leads to.
  std::uint32_t type = no_index;
  /// Fields of it are selected one by one.
  bool partial = false;
  /// The API wraps the list, as `{items: […]}`.
  bool connection = false;
};

/// Builds the tree, and says what is wrong with a path. Node 0 is the root.
class selection_builder {
 public:
  constexpr selection_builder(const schema_view& schema, std::uint32_t root, selection_node* nodes)
      : schema_(schema), nodes_(nodes) {
    nodes_[0].type = root;
    nodes_[0].partial = true;
  }

  constexpr std::size_t count() const { return count_; }
  constexpr const finding& fault() const { return fault_; }

  constexpr void add(std::string_view path) {
    std::size_t at = 0;
    while (!path.empty() && fault_.what.size == 0) {
      const std::size_t dot = path.find('.');
      const std::string_view name = path.substr(0, dot);
      path = dot == path.npos ? std::string_view() : path.substr(dot + 1);
      if (name == "*" && path.empty()) return add_all(at);
      at = add_field(at, name, path.empty());
    }
  }

 private:
  constexpr void refuse(std::size_t at, std::string_view name, pieces what, const message& help) {
    if (fault_.what.size == 0)
      fault_ = {place_message(schema_, nodes_[at].type, name), make_message(what), help};
  }

  constexpr std::size_t add_field(std::size_t at, std::string_view written, bool last) {
    const std::uint32_t owner = nodes_[at].type;
    const name wanted = make_name(written);
    const std::size_t position = find_position(schema_, owner, wanted);
    if (position == no_field) {
      refuse(
          at, written, {"there is no such field"}, nearest_field_message(schema_, owner, written)
      );
      return 0;
    }
    const std::size_t node = put(at, position);
    const bool inner = holds_fields(schema_, nodes_[node].type);
    if (inner && last)
      refuse(
          at, written, {"has fields of its own"},
          make_message({"select them, as in \"", written, ".*\""})
      );
    if (!inner && !last)
      refuse(at, written, {"has no fields"}, make_message({"select \"", written, "\""}));
    if (inner) nodes_[node].partial = true;
    return node;
  }

  /// All fields but relations.
  constexpr void add_all(std::size_t at) {
    const std::uint32_t owner = nodes_[at].type;
    const type_meta& type = schema_.types[owner];
    for (std::uint32_t i = 0; i < type.fields.count; ++i)
      if (!is_relation(schema_.fields[type.fields.first + i].kind)) put(at, i);
    if (type.kind != type_kind::model) return;
    for (const std::string_view added :
         {std::string_view("id"), std::string_view("createdAt"), std::string_view("updatedAt")}) {
      const std::size_t position = find_position(schema_, owner, make_name(added));
      if (position != no_field) put(at, position);
    }
    for (std::size_t i = 0; i < count_added_owners(schema_, type); ++i)
      put(at, added_owner + i);
  }

  constexpr std::size_t put(std::size_t at, std::size_t position) {
    for (std::size_t i = 1; i < count_; ++i)
      if (nodes_[i].parent == at && nodes_[i].position == position) return i;
    selection_node& node = nodes_[count_];
    node.owner = nodes_[at].type;
    node.position = position;
    node.parent = at;
    const type_meta& owner = schema_.types[node.owner];
    if (position < no_field) {
      const field_meta& field = schema_.fields[owner.fields.first + position];
      node.name = field.name.text;
      if (holds_fields(schema_, field.type)) node.type = field.type;
      node.connection = field.kind == field_kind::hasMany;
    } else {
      node.name = position == added_id           ? id_field
                  : position == added_created_at ? "createdAt"
                  : position == added_updated_at
                      ? "updatedAt"
                      : added_owner_field(schema_, owner, position - added_owner);
    }
    return count_++;
  }

  const schema_view& schema_;
  selection_node* nodes_;
  std::size_t count_ = 1;
  finding fault_{};
};

/// More than the paths need.
constexpr std::size_t selection_room(
    const schema_view& schema, std::initializer_list<std::string_view> paths
) {
  std::uint32_t most_fields = 0;
  for (std::uint32_t i = 0; i < schema.size.types; ++i)
    if (schema.types[i].fields.count > most_fields) most_fields = schema.types[i].fields.count;
  std::size_t room = 2;
  for (const std::string_view path : paths) {
    for (const char c : path)
      room += c == '.';
    room += path.ends_with('*') ? most_fields + 8 : 1;
  }
  return room;
}

/// The selection of some paths on a type of a schema.
template <const auto& Schema, std::uint32_t Root, fixed_string... Paths>
struct selection {
  static constexpr const auto& schema = Schema;

  struct built {
    std::array<selection_node, selection_room(Schema.view(), {Paths.view()...})> nodes{};
    std::size_t count = 0;
    finding fault{};
  };
  static consteval built build() {
    built result;
    const schema_view view = Schema.view();
    selection_builder builder(view, Root, result.nodes.data());
    (builder.add(Paths.view()), ...);
    result.count = builder.count();
    result.fault = builder.fault();
    return result;
  }
  static constexpr built tree = build();
  static constexpr const auto& nodes = tree.nodes;
  static constexpr const finding& value = tree.fault;

  static constexpr std::size_t child_count(std::size_t node) {
    std::size_t count = 0;
    for (std::size_t i = 1; i < tree.count; ++i)
      count += tree.nodes[i].parent == node;
    return count;
  }
  static constexpr std::size_t child(std::size_t node, std::size_t wanted) {
    for (std::size_t i = 1; i < tree.count; ++i)
      if (tree.nodes[i].parent == node && wanted-- == 0) return i;
    return 0;
  }
  /// The number of the child of this name, or of all.
  static constexpr std::size_t find_child(std::size_t node, std::string_view name) {
    std::size_t index = 0;
    for (std::size_t i = 1; i < tree.count; ++i) {
      if (tree.nodes[i].parent != node) continue;
      if (tree.nodes[i].name == name) return index;
      ++index;
    }
    return index;
  }
};

template <class Selection, std::size_t Node, fixed_string Name>
struct unselected_finding {
  static constexpr finding value{
      place_message(Selection::schema.view(), Selection::nodes[Node].type, Name.view()),
      make_message({"is not part of the selection"}), make_message({"add it to select<...>"})
  };
};
template <class Selection, std::size_t Node, fixed_string Name>
struct reported_unselected : reported_request<unselected_finding<Selection, Node, Name>> {
  static constexpr anything stand_in{};
};

}  // namespace amplify::detail
