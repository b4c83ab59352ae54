// SPDX-License-Identifier: Apache-2.0
#include "data/fields.hpp"
#include "data/names.hpp"
#include "data/resolvers/authorization.hpp"
#include "data/resolvers/operations.hpp"
#include "data/resolvers/parts.hpp"
#include "data/resolvers/source.hpp"

namespace amplify::appsync {
namespace {

constexpr std::string_view functions = R"js(export function request(ctx) {
<<refuse>>
  return {
    operation: 'GetItem',
    key: util.dynamodb.toMapValues({ id: ctx.args.id }),
  };
}

export function response(ctx) {
  if (ctx.error) {
    util.error(ctx.error.message, ctx.error.type);
  }
<<check>>
  return <<result>>;
}
)js";

constexpr std::string_view owner_check = R"js(  const item = ctx.result;
  if (item && !isAllowed(ctx) && !isOwned(item, ownerForms(ctx))) {
    util.unauthorized();
  })js";

constexpr std::string_view refuse = R"js(  if (!isAllowed(ctx)<<owners>>) {
    util.unauthorized();
  })js";

}  // namespace

Resolver get_resolver(const ir::Model& model) {
  const Access access = appsync::access(model, {ir::Operation::get});
  const bool owned = !access.ownerFields.empty();
  const std::string refusal =
      fill(refuse, {{"owners", owned ? " && ownerForms(ctx).length === 0" : ""}});
  const std::string field = "get" + capitalized(model.name);
  Source source(header("Query." + field + ": one " + model.name + " by its id.", access));
  source
      .add(fill(
          functions, {{"refuse", refusal},
                      {"check", owned ? owner_check : ""},
                      {"result", to_client(model, owned ? "item" : "ctx.result")}}
      ))
      .add(is_allowed_function(access))
      .add(owner_forms_function(access))
      .add(is_owned_function(access))
      .add(to_client_function(model));
  return {"Query", field, Resolver::DataSource::table, source.text(), {"GetItem"}};
}

}  // namespace amplify::appsync
