// SPDX-License-Identifier: Apache-2.0
#include "cdk/iam/minimize.hpp"

#include "cdk/data.hpp"
#include "cdk/node.hpp"
#include "cdk/print.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace amplify::cdk::iam {

using detail::Access;
using detail::Data;
using detail::Kind;

namespace {

const Data* expanded(const Data* data) {
  while (data != nullptr && data->kind == Kind::lazy)
    data = Access::data((*data->function)());
  return data;
}

/// Text that is equal for equal values, and the same in every run.
std::string key_of(const Data* data) {
  data = expanded(data);
  if (data == nullptr) return {};
  std::string text;
  switch (data->kind) {
    case Kind::list:
      for (const auto* element : data->list())
        text += key_of(element) + ",";
      return "[" + text + "]";
    case Kind::object:
      for (const auto& [key, value] : data->object())
        text += std::string(key) + ":" + key_of(value) + ",";
      return "{" + text + "}";
    case Kind::reference:
      return "{" + data->reference->target->path() + "." + std::string(data->reference->attribute) +
             "}";
    default:
      return print(*data);
  }
}

/// A set of values; an unset one has none.
using Items = std::map<std::string, const Data*>;

Items items_of(const Node& list) {
  Items items;
  const auto* const data = expanded(Access::data(list));
  if (data == nullptr) return items;
  const auto add = [&](const Data* element) {
    element = expanded(element);
    if (element != nullptr) items.emplace(key_of(element), element);
  };
  if (data->kind == Kind::list) {
    for (const auto* element : data->list())
      add(element);
  } else {
    add(data);
  }
  return items;
}

std::string key_of(const Items& items) {
  std::string text;
  for (const auto& [key, value] : items)
    text += key + ",";
  return text;
}

const Data* merged_objects(const Data* left, const Data* right, int depth) {
  if (left == nullptr || right == nullptr) return left != nullptr ? left : right;
  if (depth == 0 || left->kind != Kind::object || right->kind != Kind::object) return right;
  const Data* result = left;
  for (const auto& [key, value] : right->object()) {
    result = detail::with_member(result, key, merged_objects(left->find(key), value, depth - 1));
  }
  return result;
}

struct Statement {
  std::string sid;
  Effect effect;
  std::map<std::string, Items> principals;
  Items actions;
  Items not_actions;
  Items resources;
  Items not_resources;
  const Data* conditions;

  std::string principals_key{};
  std::string actions_key{};
  std::string resources_key{};
  /// What must be equal for two to merge.
  std::string fixed_key{};

  void update_keys() {
    principals_key.clear();
    for (const auto& [type, items] : principals)
      principals_key += type + "=" + key_of(items) + ";";
    actions_key = key_of(actions);
    resources_key = key_of(resources);
  }
  auto order() const {
    return std::tie(fixed_key, sid, principals_key, resources_key, actions_key);
  }
};

Statement normal(const PolicyStatement& statement) {
  Statement result{
      .sid = statement.sid,
      .effect = statement.effect,
      .principals = {},
      .actions = items_of(statement.actions),
      .not_actions = items_of(statement.notActions),
      .resources = items_of(statement.resources),
      .not_resources = items_of(statement.notResources),
      .conditions = expanded(Access::data(statement.conditions)),
  };
  for (const Principal& principal : statement.principals) {
    result.principals[principal.type].merge(items_of(principal.id));
    result.conditions =
        merged_objects(result.conditions, expanded(Access::data(principal.conditions)), 2);
  }
  result.fixed_key = std::string(statement.effect == Effect::allow ? "Allow" : "Deny") + "|" +
                     key_of(result.not_actions) + "|" + key_of(result.not_resources) + "|" +
                     key_of(result.conditions);
  result.update_keys();
  return result;
}

const Data* one_or_list(const Items& items) {
  std::vector<const Data*> values;
  for (const auto& [key, value] : items)
    values.push_back(value);
  if (values.empty()) return nullptr;
  return values.size() == 1 ? values.front() : detail::make_list(values);
}

Json json_of(const Statement& statement) {
  std::vector<detail::Member> principals;
  for (const auto& [type, items] : statement.principals)
    principals.push_back({type, one_or_list(items)});
  const auto* const sid = statement.sid.empty() ? nullptr : detail::make_string(statement.sid);
  return Access::make<Json>(detail::make_object({
      {"Action", one_or_list(statement.actions)},
      {"Condition", statement.conditions},
      {"Effect", detail::make_string(statement.effect == Effect::allow ? "Allow" : "Deny")},
      {"NotAction", one_or_list(statement.not_actions)},
      {"NotResource", one_or_list(statement.not_resources)},
      {"Principal", principals.empty() ? nullptr : detail::make_object(principals)},
      {"Resource", one_or_list(statement.resources)},
      {"Sid", sid},
  }));
}

/// Takes `other` in when the two differ in no more than one of actions, resources and principals.
bool merge(Statement& statement, const Statement& other, std::size_t limit) {
  if (statement.fixed_key != other.fixed_key || statement.sid != other.sid) return false;
  const int equal = (statement.principals_key == other.principals_key ? 1 : 0) +
                    (statement.actions_key == other.actions_key ? 1 : 0) +
                    (statement.resources_key == other.resources_key ? 1 : 0);
  if (equal == 3) return true;
  if (equal < 2 || !statement.sid.empty()) return false;
  // A statement without principals is no statement about other principals, and so on.
  if (statement.principals.empty() != other.principals.empty() ||
      statement.actions.empty() != other.actions.empty() ||
      statement.resources.empty() != other.resources.empty()) {
    return false;
  }
  Statement both = statement;
  for (auto [type, items] : other.principals)
    both.principals[type].merge(items);
  both.actions.insert(other.actions.begin(), other.actions.end());
  both.resources.insert(other.resources.begin(), other.resources.end());
  if (limit != 0 && estimated_size(json_of(both)) > limit) return false;
  both.update_keys();
  statement = std::move(both);
  return true;
}

/// `limit` keeps each merged statement below that size; 0 for none.
std::vector<Statement> merged(const std::vector<PolicyStatement>& all, std::size_t limit) {
  std::vector<Statement> statements;
  statements.reserve(all.size());
  std::ranges::transform(all, std::back_inserter(statements), normal);
  std::ranges::sort(statements, {}, &Statement::order);
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < statements.size(); ++i) {
      const auto taken = [&](const Statement& other) { return merge(statements[i], other, limit); };
      const auto first = statements.begin() + static_cast<std::ptrdiff_t>(i) + 1;
      const auto rest = std::remove_if(first, statements.end(), taken);
      changed = changed || rest != statements.end();
      statements.erase(rest, statements.end());
    }
  }
  return statements;
}

std::vector<Json> json_of(const std::vector<Statement>& statements) {
  std::vector<Json> list;
  for (const Statement& statement : statements)
    list.push_back(json_of(statement));
  return list;
}

/// Of what is known only when it is deployed.
constexpr std::size_t token_size = 150;

std::size_t pseudo_size(std::string_view name) {
  if (name == "AWS::Partition") return 10;
  if (name == "AWS::AccountId") return 12;
  if (name == "AWS::Region") return 14;
  if (name == "AWS::URLSuffix") return 16;
  return token_size;
}

std::size_t text_size(const Data* data) {
  data = expanded(data);
  if (data == nullptr) return 0;
  if (data->kind == Kind::string) return data->size;
  if (data->kind == Kind::object && data->size == 1) {
    const auto& [key, value] = data->object().front();
    if (key == "Ref" && value->kind == Kind::string) return pseudo_size(value->string());
    if (key == "Fn::Join" && value->kind == Kind::list && value->list()[1]->kind == Kind::list) {
      std::size_t size = 0;
      for (const auto* part : value->list()[1]->list())
        size += text_size(part) + value->list()[0]->size;
      return size;
    }
  }
  return token_size;
}

bool is_intrinsic(const Data& data) {
  if (data.kind == Kind::reference) return true;
  if (data.kind != Kind::object || data.size != 1) return false;
  const auto key = data.members[0].key;
  return key == "Ref" || key.starts_with("Fn::");
}

std::size_t size_of(const Data* data) {
  data = expanded(data);
  if (data == nullptr) return 0;
  if (data->kind == Kind::string || is_intrinsic(*data)) return text_size(data) + 2;
  std::size_t size = 2;
  if (data->kind == Kind::list) {
    for (const auto* element : data->list())
      size += size_of(element) + 1;
    return size;
  }
  if (data->kind == Kind::object) {
    for (const auto& [key, value] : data->object())
      size += key.size() + 4 + size_of(value);
    return size;
  }
  return print(*data).size();
}

}  // namespace

std::size_t estimated_size(const Node& value) { return size_of(Access::data(value)); }

std::vector<Json> minimal(const std::vector<PolicyStatement>& statements) {
  return json_of(merged(statements, 0));
}

std::vector<std::vector<Json>> split(
    const std::vector<PolicyStatement>& statements, std::size_t first, std::size_t slack
) {
  std::vector<std::vector<Json>> documents{minimal(statements)};
  if (estimated_size(document(documents.front())) + slack <= first) return documents;
  // Smaller statements fill documents better.
  constexpr std::size_t piece = 2'000;
  const std::size_t frame = estimated_size(document({})) + slack;
  documents.assign(1, {});
  std::size_t room = first > frame ? first - frame : 0;
  for (const Json& statement : json_of(merged(statements, piece))) {
    const std::size_t size = estimated_size(statement) + 1;
    if (size > room) {
      documents.emplace_back();
      room = managed_limit - margin - frame;
    }
    documents.back().push_back(statement);
    room -= std::min(room, size);
  }
  return documents;
}

Json document(const std::vector<Json>& statements) {
  return Json::object({
      {"Statement", Json::array(statements.data(), statements.size())},
      {"Version", "2012-10-17"},
  });
}

Json PolicyDocument::toJson() const { return document(minimal(statements)); }

}  // namespace amplify::cdk::iam
