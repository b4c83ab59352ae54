// SPDX-License-Identifier: Apache-2.0
#include "client/api.hpp"

#include "data/graphql_schema.hpp"
#include "data/model_operations.hpp"
#include "data/names.hpp"
#include "schema/lower.hpp"

#include <memory>
#include <mutex>

namespace amplify::detail {
namespace {

std::string field_name(const request_target& target) {
  if (target.type == no_index || !target.name.empty()) return std::string(target.name);
  const std::string_view model = target.schema.types[target.type].name.text;
  switch (target.kind) {
    case request_kind::get:
      return "get" + appsync::capitalized(model);
    case request_kind::list:
      return appsync::list_query(model);
    case request_kind::create:
      return appsync::mutation_field("create", model);
    case request_kind::update:
      return appsync::mutation_field("update", model);
    case request_kind::delete_:
      return appsync::mutation_field("delete", model);
    case request_kind::listDeleted:
      return appsync::deleted_query(model);
    case request_kind::restore:
      return appsync::mutation_field("restore", model);
    case request_kind::purge:
      return appsync::mutation_field("purge", model);
    case request_kind::onCreate:
      return appsync::subscription_field(appsync::mutation_field("create", model));
    case request_kind::onUpdate:
      return appsync::subscription_field(appsync::mutation_field("update", model));
    case request_kind::onDelete:
      return appsync::subscription_field(appsync::mutation_field("delete", model));
    default:
      return {};
  }
}

}  // namespace

Api::Api(const schema_view& schema) {
  // The provider decides on directives alone.
  for (graphql::Type& type : appsync::graphql_schema(lower(schema), ir::Provider::userPools)) {
    if (type.name != "Query" && type.name != "Mutation" && type.name != "Subscription") continue;
    for (graphql::Field& field : type.fields)
      fields_.emplace(field.name, std::move(field));
  }
}

const Api& Api::of(const schema_view& schema) {
  static std::mutex mutex;
  // By the table of names, of which each schema has its own.
  static std::map<const void*, std::unique_ptr<const Api>> apis;
  const std::lock_guard lock(mutex);
  auto& api = apis[schema.slots];
  if (!api) api.reset(new Api(schema));
  return *api;
}

const graphql::Field& Api::field(const request_target& target) const {
  return fields_.find(field_name(target))->second;
}

std::string_view operation_word(request_kind kind) {
  switch (kind) {
    case request_kind::create:
    case request_kind::update:
    case request_kind::delete_:
    case request_kind::restore:
    case request_kind::purge:
    case request_kind::mutation:
      return "mutation";
    case request_kind::onCreate:
    case request_kind::onUpdate:
    case request_kind::onDelete:
    case request_kind::subscription:
      return "subscription";
    default:
      return "query";
  }
}

}  // namespace amplify::detail
