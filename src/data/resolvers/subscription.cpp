// SPDX-License-Identifier: Apache-2.0
#include "data/model_operations.hpp"
#include "data/resolvers/authorization.hpp"
#include "data/resolvers/operations.hpp"
#include "data/resolvers/parts.hpp"
#include "data/resolvers/source.hpp"

#include <algorithm>

namespace amplify::appsync {
namespace {

// AppSync doesn't say what it makes of null in place of a filter, nor what a filter without groups
// lets through. Functions of its JavaScript can't call themselves, so the text is looked at; texts
// that hold `},null` are refused with it.
constexpr std::string_view set_filter =
    R"js(    // Null is no filter, and one has to ask for something.
    const isWhole = ['"and":null', '"or":null', '"and":[null', '"or":[null', '},null'].every((hole) => JSON.stringify(filter).indexOf(hole) < 0);
    const parsed = isWhole ? util.transform.toSubscriptionFilter(filter) : null;
    if (!parsed?.filterGroup.length) {
      util.error('Unable to process the filter expression', 'Unrecognized Filter');
    }
    extensions.setSubscriptionFilter(parsed);)js";

constexpr std::string_view open_functions = R"js(export function request(ctx) {
<<refuse>>
  return { payload: null };
}

export function response(ctx) {
  const { filter } = ctx.args;
  if (filter && Object.keys(filter).length > 0) {
<<setFilter>>
  }
  return null;
}
)js";

constexpr std::string_view own_functions = R"js(export function request(ctx) {
  const rules = rulesFor(ctx);
  const isOpen = rules.some((rule) => !rule.field);
  const others = claimedBy(rules, ctx.args).filter(({ field, values }) => values.indexOf(ctx.args[field]) < 0);
  if (rules.length === 0 || (!isOpen && others.length > 0)) {
    util.unauthorized();
  }
  return { payload: null };
}

export function response(ctx) {
  const filters = [];
  const rules = rulesFor(ctx);
  const asked = Object.keys(ctx.args.filter ?? {}).length > 0;
  // An owner argument alone is matched by AppSync itself.
  const isMatched = rules.length === 1 && claimedBy(rules, ctx.args).length === 1 && !asked<<alone>>;
  if (rules.every((rule) => rule.field) && !isMatched) {
    filters.push({ or: rules.map(<<filterOf>>) });
  }
  if (asked) {
    filters.push(ctx.args.filter);
  }
  if (filters.length > 0) {
    const filter = filters.length > 1 ? { and: filters } : filters[0];
<<setFilter>>
  }
  return null;
}

/** The rules about owners whom the arguments name. */
function claimedBy(rules, args) {
  return <<parts>>.filter(({ field, owner }) => owner && args[field]);
}
<<filterFunction>>

<<operator>>
)js";

constexpr std::string_view filter_of_parts = R"js(
/** What events have to hold for a rule. */
function filterOf(rule) {
  const filter = {};
  for (const part of partsOf(rule)) {
    filter[part.field] = operatorOf(part);
  }
  return filter;
})js";

/// How an event has to name the caller's owner or groups.
std::string operator_function(const std::vector<Grant>& grants) {
  const auto any = [&](ir::Allow allow, bool list) {
    return std::ranges::any_of(item_parts(grants), [&](const ItemPart& part) {
      return part.role.allow == allow && part.list == list;
    });
  };
  std::string body;
  const auto add = [&](ir::Allow allow, bool list, std::string_view test, std::string_view form) {
    if (!any(allow, list)) return;
    body +=
        fill("  if (<<test>>) {\n    return <<form>>;\n  }\n", {{"test", test}, {"form", form}});
  };
  add(ir::Allow::owner, false, "owner && !list", "{ eq: values[values.length - 1] }");
  add(ir::Allow::owner, true, "owner && list", "{ contains: values[values.length - 1] }");
  add(ir::Allow::groups, false, "!owner && !list", "{ in: values }");
  add(ir::Allow::groups, true, "!owner && list", "{ containsAny: values }");
  return "/** How events name the caller. Published items name owners by user name, the last form. */\n"
         "function operatorOf({ list, owner, values }) {\n" +
         body + "  return {};\n}";
}

}  // namespace

Resolver subscription_resolver(const ir::Model& model, const ModelOperation& operation) {
  const std::vector<Grant> grants = reading_grants(model, {ir::Operation::listen});
  const bool several = ask_several(grants);
  const std::string mutation = mutation_field(operation.verb, model.name);
  Source source(header(
      "Subscription." + operation.field + ": the results of Mutation." + mutation + ".", grants
  ));
  source
      .add(fill(
          depend_on_item(grants) ? own_functions : open_functions,
          {{"refuse", refuse_strangers(grants)},
           {"alone", several ? " && !rules[0].also" : ""},
           {"filterOf", several ? "filterOf" : "(rule) => ({ [rule.field]: operatorOf(rule) })"},
           {"parts", several ? "rules.flatMap(partsOf)" : "rules"},
           {"filterFunction", several ? filter_of_parts : ""},
           {"operator", operator_function(grants)},
           {"setFilter", set_filter}}
      ))
      .add(rules_function(grants));
  return {"Subscription", operation.field, Resolver::DataSource::none, source.text()};
}

}  // namespace amplify::appsync
