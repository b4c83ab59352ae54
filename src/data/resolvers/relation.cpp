// SPDX-License-Identifier: Apache-2.0
#include "data/fields.hpp"
#include "data/relation_index.hpp"
#include "data/resolvers/authorization.hpp"
#include "data/resolvers/kept.hpp"
#include "data/resolvers/keys.hpp"
#include "data/resolvers/operations.hpp"
#include "data/resolvers/parts.hpp"
#include "data/resolvers/source.hpp"
#include "data/table.hpp"

#include <algorithm>
#include <optional>

namespace amplify::appsync {
namespace {

constexpr std::string_view many_functions = R"js(export function request(ctx) {
  const { filter, limit, nextToken, sortDirection } = ctx.args;
<<protect>>
<<refuse>>
<<missing>>
  const filters = [<<presence>>];
<<ownItems>>
  if (filter && Object.keys(filter).length > 0) {
    filters.push(filter);
  }
  const expression = filters.length > 0 ? toExpression(filters.length > 1 ? { and: filters } : filters[0]) : {};
  return {
    operation: 'Query',
    index: <<index>>,
    query: <<query>>,
    scanIndexForward: sortDirection !== 'DESC',
    limit: limit ?? 100,
    nextToken,
    ...(expression.expression ? { filter: expression } : {}),
  };
}

export function response(ctx) {
  if (ctx.error) {
    util.error(ctx.error.message, ctx.error.type);
  }
  return <<result>>;
}
)js";

constexpr std::string_view one_functions = R"js(export function request(ctx) {
<<protect>>
<<refuse>>
<<missing>>
  return {
    operation: 'Query',
    index: <<index>>,
    query: <<query>>,
<<ownItems>>
  };
}

export function response(ctx) {
  if (ctx.error) {
    util.error(ctx.error.message, ctx.error.type);
  }
<<items>>
<<check>>
  return items.length > 0 ? <<result>> : null;
}
)js";

constexpr std::string_view parent_functions = R"js(export function request(ctx) {
<<protect>>
<<refuse>>
<<missing>>
  return {
    operation: 'GetItem',
    key: util.dynamodb.toMapValues(<<key>>),
  };
}

export function response(ctx) {
  if (ctx.error) {
    util.error(ctx.error.message, ctx.error.type);
  }
  const item = <<item>>;
<<check>>
  return <<result>>;
}
)js";

constexpr std::string_view check_parent =
    R"js(  if (item && !rulesFor(ctx).some((rule) => holds(rule, item))) {
    util.unauthorized();
  })js";

constexpr std::string_view check_one = R"js(  if (items.length === 0 && scannedCount > 0) {
    util.unauthorized();
  })js";

constexpr std::string_view one_filter =
    "    ...(rules.every((rule) => rule.field) ? { filter: toExpression(filterOf(rules)) } : {}),";

constexpr std::string_view one_items =
    "  const { items, scannedCount } = ctx.result ?? { items: [] };";

// Deleted items pass the filter, so that those that don't are others'.

constexpr std::string_view present_filter =
    "    ...(rules.every((rule) => rule.field) ? { filter: toExpression({ or: [filterOf(rules), "
    "<<deleted>>] }) } : {}),";

constexpr std::string_view present_items =
    R"js(  const { items: found, scannedCount } = ctx.result ?? { items: [] };
  const items = found.filter(({ deletedAt }) => !deletedAt);)js";

constexpr std::string_view check_present =
    R"js(  if (items.length === 0 && scannedCount > found.length) {
    util.unauthorized();
  })js";

constexpr std::string_view protect_by_item =
    R"js(  // The field itself, as opposed to the items that it leads to.
  if (!readersOf(ctx).some((rule) => holds(rule, ctx.source))) {
    util.unauthorized();
  })js";

constexpr std::string_view protect_from_strangers =
    R"js(  // The field itself, as opposed to the items that it leads to.
  if (readersOf(ctx).length === 0) {
    util.unauthorized();
  })js";

/// A relation with all that its resolver needs to know.
struct Link {
  const ir::Definition& definition;
  const ir::Model& parent;
  const ir::Field& field;
  const ir::Model& related;
  std::vector<Grant> grants{};
  std::optional<std::vector<Grant>> readers{};
  Outward outward;

  Link(const ir::Definition& schema, const ir::Model& model, const ir::Field& relation)
      : definition(schema),
        parent(model),
        field(relation),
        related(*std::ranges::find(schema.models, relation.type.name, &ir::Model::name)),
        grants(related_grants(related)),
        readers(protecting_grants(model, relation)),
        outward(schema, related) {}

  const std::vector<std::string>& references() const { return field.relation->references; }
  bool is_here() const {
    return field.relation->kind == ir::Relationship::belongsTo || field.relation->referencesHere;
  }
  /// The parent's fields that hold what finds the related items.
  std::vector<std::string> own_fields() const {
    if (is_here()) return references();
    std::vector<std::string> names;
    for (const ir::Field& key : key_fields(parent))
      names.push_back(key.name);
    return names;
  }
};

std::vector<std::string> sources(const Link& link) {
  std::vector<std::string> values;
  for (const std::string& name : link.own_fields())
    values.push_back(member("ctx.source", name));
  return values;
}

std::string protect(const Link& link) {
  if (!link.readers) return {};
  return std::string(depend_on_item(*link.readers) ? protect_by_item : protect_from_strangers);
}

/// Returns `nothing` where there is nothing to look for, or nothing to show.
std::string missing(const Link& link, std::string_view nothing) {
  std::string text;
  if (is_withheld_from_mutations(link.definition, link.parent, link.field)) {
    text = fill(
        R"js(  // What a mutation returns goes to subscribers too, and not all of them may see these items.
  if (ctx.source.__operation === 'Mutation') {
    runtime.earlyReturn(<<nothing>>);
  }
)js",
        {{"nothing", nothing}}
    );
  }
  const std::vector<std::string> values = sources(link);
  const std::string test =
      values.size() == 1 ? "(" + values.front() + " ?? '') === ''"
                         : "[" + joined(values, ", ") + "].some((part) => (part ?? '') === '')";
  return text + "  if (" + test + ") {\n    runtime.earlyReturn(" + std::string(nothing) +
         ");\n  }";
}

/// The index as the user declared it, if its sort keys are free for the client to pick by.
const ir::Index* pickable_index(const Link& link) {
  if (link.references().size() > 1) return nullptr;
  const ir::Index* index = find_index(link.related, relation_index(link.parent, link.field));
  return index && !index->sortKeys.empty() ? index : nullptr;
}

std::string query(const Link& link) {
  const std::vector<std::string>& references = link.references();
  const std::vector<std::string> values = sources(link);
  if (const ir::Index* index = pickable_index(link))
    return "keyCondition(" + values.front() + ", " +
           member("ctx.args", query_key(link.related, index).sortArgument) + ")";
  const std::vector<std::string> own = link.own_fields();
  const bool sorted = references.size() > 1;
  return fill(
      R"js({
      expression: '#partition = :partition<<expression>>',
      expressionNames: { '#partition': <<partition>><<name>> },
      expressionValues: util.dynamodb.toMapValues({ ':partition': <<value>><<sort>> }),
    })js",
      {{"expression", sorted ? " AND #sort = :sort" : ""},
       {"partition", js_string(references.front())},
       {"name", sorted
                    ? ", '#sort': " +
                          js_string(sort_key_attribute({references.begin() + 1, references.end()}))
                    : ""},
       {"value", values.front()},
       {"sort", sorted ? ", ':sort': " + sort_value({own.begin() + 1, own.end()}, "ctx.source") : ""
       }}
  );
}

/// The key of the related table, from the parent's references.
std::string parent_key(const Link& link) {
  const std::vector<ir::Field> keys = key_fields(link.related);
  const std::vector<std::string>& references = link.references();
  std::string text = "{ " + keys.front().name + ": " + member("ctx.source", references.front());
  std::vector<std::string> sort_keys;
  for (std::size_t i = 1; i < keys.size(); ++i)
    sort_keys.push_back(keys[i].name);
  if (!sort_keys.empty())
    text += ", " + js_key(sort_key_attribute(sort_keys)) + ": " +
            sort_value({references.begin() + 1, references.end()}, "ctx.source");
  return text + " }";
}

/// The rules, as far as the references settle them.
std::string rules(const Link& link) {
  std::vector<std::string> known;
  const std::vector<std::string> values = sources(link);
  for (std::size_t i = 0; i < values.size() && i < link.references().size(); ++i) {
    const std::string& name = link.references()[i];
    if (ask_of(link.grants, name)) known.push_back(name + ": " + values[i]);
  }
  return known.empty() ? "" : "settle(rulesFor(ctx), { " + joined(known, ", ") + " })";
}

std::string marked(const Link& link, const std::string& item) {
  return link.outward.marks ? "{ ..." + item + ", __operation: ctx.source.__operation }" : item;
}

void add_rules(Source& source, const Link& link) {
  if (link.readers)
    source.add(rules_functions({{"rulesFor", link.grants}, {"readersOf", *link.readers}}));
  else
    source.add(rules_function(link.grants));
}

/// `holds` for whatever uses it.
std::string holds(const Link& link, bool for_related) {
  std::vector<Grant> all;
  if (for_related) all = link.grants;
  if (link.readers) all.insert(all.end(), link.readers->begin(), link.readers->end());
  return holds_function(all);
}

Source head(const Link& link, std::string_view what) {
  return Source(header(
      link.parent.name + "." + link.field.name + ": " + std::string(what) + " " +
          link.related.name + ".",
      link.grants
  ));
}

std::string many_code(const Link& link) {
  const ir::Index* index = pickable_index(link);
  const std::string settled = rules(link);
  Source source = head(link, "a page of the items of");
  source.add(fill(
      many_functions,
      {{"protect", protect(link)},
       {"refuse", refuse_strangers(link.grants, settled)},
       {"missing", missing(link, "{ items: [] }")},
       {"presence", presence_condition(link.related, true)},
       {"ownItems", own_items_filter(link.grants, "filters")},
       {"index", js_string(relation_index(link.parent, link.field))},
       {"query", query(link)},
       {"result", link.outward.marks
                      ? "{ ...ctx.result, items: (ctx.result?.items ?? []).map((item) => (" +
                            marked(link, link.outward.item("item")) + ")) }"
                      : link.outward.page("ctx.result")}}
  ));
  add_rules(source, link);
  source.add(holds(link, !settled.empty()))
      .add(settled.empty() ? "" : settle_function(link.grants))
      .add(filter_function(link.grants))
      .add(index ? key_condition_function(query_key(link.related, index)) : "")
      .add(to_expression_function(link.related, "toDynamoDBFilterExpression"))
      .add(link.outward.function());
  return source.text();
}

std::string one_code(const Link& link) {
  const bool by_item = depend_on_item(link.grants);
  const std::string settled = rules(link);
  const std::string deleted = presence_condition(link.related, false);
  const bool soft = !deleted.empty();
  const std::string filter =
      soft ? fill(present_filter, {{"deleted", deleted}}) : std::string(one_filter);
  Source source = head(link, "the item of");
  source.add(fill(
      one_functions, {{"protect", protect(link)},
                      {"refuse", refuse_strangers(link.grants, settled)},
                      {"missing", missing(link, "null")},
                      {"index", js_string(relation_index(link.parent, link.field))},
                      {"query", query(link)},
                      {"ownItems", by_item ? filter : ""},
                      {"items", soft ? present_items : one_items},
                      {"check", !by_item ? ""
                                : soft   ? check_present
                                         : check_one},
                      {"result", marked(link, link.outward.item("items[0]"))}}
  ));
  add_rules(source, link);
  source.add(holds(link, !settled.empty()))
      .add(settled.empty() ? "" : settle_function(link.grants))
      .add(filter_function(link.grants))
      .add(by_item ? to_expression_function(link.related, "toDynamoDBFilterExpression") : "")
      .add(link.outward.function());
  return source.text();
}

std::string parent_code(const Link& link) {
  const bool by_item = depend_on_item(link.grants);
  const std::string shown = link.outward.item("item");
  Source source = head(link, "the item of");
  source.add(fill(
      parent_functions,
      {{"protect", protect(link)},
       {"refuse", "  if (rulesFor(ctx).length === 0) {\n    util.unauthorized();\n  }"},
       {"missing", missing(link, "null")},
       {"key", parent_key(link)},
       {"item", present_item(link.related, "ctx.result")},
       {"check", by_item ? check_parent : ""},
       {"result", link.outward.marks ? "item && " + marked(link, shown) : shown}}
  ));
  add_rules(source, link);
  source.add(holds(link, by_item)).add(link.outward.function());
  return source.text();
}

}  // namespace

Resolver relation_resolver(
    const ir::Definition& definition, const ir::Model& parent, const ir::Field& field
) {
  const Link link(definition, parent, field);
  Resolver resolver{
      .type = parent.name, .field = field.name, .dataSource = Resolver::DataSource::table
  };
  if (link.is_here()) {
    resolver.code = parent_code(link);
    resolver.actions = {"GetItem"};
  } else {
    resolver.code =
        field.relation->kind == ir::Relationship::hasMany ? many_code(link) : one_code(link);
    resolver.indexActions = {"Query"};
  }
  return resolver;
}

}  // namespace amplify::appsync
