// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/typed.hpp>

#include "cdk/data.hpp"
#include "cdk/node.hpp"

#include <cstring>
#include <string_view>
#include <vector>

namespace amplify::cdk::detail {
namespace {

// Structs are read byte by byte: by the language's rules, one member is no way to the next.

const std::byte* bytes(const void* place) { return static_cast<const std::byte*>(place); }

template <class T>
T read(const void* place) {
  T value;
  std::memcpy(&value, place, sizeof value);
  return value;
}

const Data* read_value(const void* place) { return Access::data(read<Node>(place)); }

}  // namespace

const Data* make_struct(const void* values, const char* names) {
  std::vector<Member> members;
  const auto* place = bytes(values);
  for (std::string_view name = names; !name.empty(); name = name.data() + name.size() + 1) {
    if (const auto* const value = read_value(place)) members.push_back({name, value});
    place += sizeof(Node);
  }
  return make_object(members);
}

const Data* make_structs(
    const void* first, std::size_t size, std::size_t count, const char* names
) {
  std::vector<const Data*> elements;
  elements.reserve(count);
  for (std::size_t i = 0; i < count; ++i)
    elements.push_back(make_struct(bytes(first) + i * size, names));
  return make_list(elements);
}

const Data* make_map(const void* first, std::size_t size, std::size_t count, const char* names) {
  std::vector<Member> members;
  members.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto* const entry = bytes(first) + i * size;
    const auto* const value = entry + sizeof(std::string_view);
    members.push_back({
        read<std::string_view>(entry),
        names != nullptr ? make_struct(value, names) : read_value(value),
    });
  }
  return make_object(members);
}

Resource add_resource(
    const Construct& scope, NewId id, const char* type, const void* props, const char* names,
    const ResourceOptions& options, std::source_location where
) {
  const auto* const properties = make_struct(props, names);
  auto* const node = ConstructNode::add(
      scope, id.id_, where,
      ResourceData{
          .type = type,
          .properties = properties->size != 0 ? properties : nullptr,
      }
  );
  auto resource = ConstructNode::resource_handle(*node);
  resource.setOptions(options);
  return resource;
}

}  // namespace amplify::cdk::detail
