// SPDX-License-Identifier: Apache-2.0
#include "data/resolvers/keys.hpp"

#include "data/fields.hpp"
#include "data/names.hpp"
#include "data/relation_index.hpp"
#include "data/resolvers/source.hpp"
#include "data/table.hpp"

#include <algorithm>

namespace amplify::appsync {
namespace {

std::vector<std::string> key_names(const ir::Model& model) {
  std::vector<std::string> names;
  for (const ir::Field& field : key_fields(model))
    names.push_back(field.name);
  return names;
}

std::vector<std::string> without_first(std::vector<std::string> names) {
  names.erase(names.begin());
  return names;
}

// The texts of the messages are Amplify's.
constexpr std::string_view check_sort_direction = R"js(/** Refuses to sort what has no sort key. */
function checkKey({ sortDirection }) {
  if (sortDirection) {
    util.error('sortDirection is not supported for List operations without a Sort key defined.', 'InvalidArgumentsError');
  }
}
)js";

constexpr std::string_view check_sort_key = R"js(/** Refuses arguments that make no key. */
function checkKey(args) {
  const isMissing = (<<partitionValue>> ?? null) === null;
  if (isMissing && args.sortDirection) {
    util.error("When providing argument 'sortDirection' you must also provide argument '<<partition>>'.", 'InvalidArgumentsError');
  }
  if (isMissing && <<sortValue>>) {
    util.error("When providing argument '<<sort>>' you must also provide arguments <<partition>>", 'InvalidArgumentsError');
  }
  const conditions = Object.values(<<sortValue>> ?? {}).filter((operand) => operand !== null);
  if (conditions.length > 1) {
    util.error('Argument <<sort>> must specify at most one key condition operation.', 'InvalidArgumentsError');
  }
  if ((<<sortValue>>?.between ?? [0, 0]).length !== 2) {
    util.error("Argument '<<sort>>.between' expects exactly two elements.", 'InvalidArgumentsError');
  }
}
)js";

constexpr std::string_view check_composite = R"js(/** Refuses arguments that make no key. */
function checkKey(args) {
  const fail = (message) => util.error(message, 'InvalidArgumentsError');
  const isMissing = (<<partitionValue>> ?? '') === '';
  if (isMissing && args.sortDirection) {
    fail("When providing argument 'sortDirection' you must also provide argument '<<partition>>'.");
  }
  if (isMissing && <<sortValue>>) {
    fail("When providing argument '<<sort>>' you must also provide '<<partition>>'.");
  }
  const conditions = Object.entries(<<sortValue>> ?? {});
  if (conditions.length > 1) {
    fail('Argument <<sort>> must specify at most one key condition operation.');
  }
  for (const [operator, operand] of conditions) {
    if (operator === 'between' && operand?.length !== 2) {
      fail("Argument '<<sort>>.between' expects exactly two elements.");
    }
    const operands = operator === 'between' ? operand : [operand];
    operands.forEach((parts, index) => {
      const path = `<<sort>>.${operator}${operator === 'between' ? `[${index}]` : ''}`;
      const names = <<names>>;
      names.slice(1).forEach((name, before) => {
        if ((parts?.[name] ?? '') !== '' && (parts[names[before]] ?? '') === '') {
          fail(`When providing argument '${path}.${name}' you must also provide '${path}.${names[before]}'.`);
        }
      });
    });
  }
}
)js";

constexpr std::string_view partition_alone = R"js(/** A query's condition on the key. */
function keyCondition(partition) {
  return {
    expression: '#partition = :partition',
    expressionNames: { '#partition': <<partition>> },
    expressionValues: util.dynamodb.toMapValues({ ':partition': partition }),
  };
}
)js";

constexpr std::string_view with_sort_key =
    R"js(/** A query's condition on the key; `condition` is one on its sort key, such as `{ beginsWith: 'a' }`. */
function keyCondition(partition, condition) {
  const names = { '#partition': <<partition>> };
  const values = { ':partition': partition };
  let expression = '#partition = :partition';
  for (const [operator, operand] of Object.entries(condition ?? {})) {
    if (operand !== null) {
      const operands = operator === 'between' ? operand : [operand];
      names['#sort'] = <<attribute>>;
      operands.forEach((value, index) => {
        values[`:sort${index}`] = <<value>>;
      });
      expression = `${expression} AND ${comparison(operator)}`;
    }
  }
  return { expression, expressionNames: names, expressionValues: util.dynamodb.toMapValues(values) };
}

function comparison(operator) {
  if (operator === 'beginsWith') {
    return 'begins_with(#sort, :sort0)';
  }
  if (operator === 'between') {
    return '#sort BETWEEN :sort0 AND :sort1';
  }
  const signs = { eq: '=', lt: '<', le: '<=', gt: '>', ge: '>=' };
  return `#sort ${signs[operator]} :sort0`;
}
)js";

}  // namespace

std::string sort_value(const std::vector<std::string>& sort_keys, std::string_view object) {
  if (sort_keys.size() == 1) return member(object, sort_keys.front());
  std::vector<std::string> parts;
  for (const std::string& key : sort_keys)
    parts.push_back("${" + member(object, key) + "}");
  return "`" + joined(parts, "#") + "`";
}

std::string table_key(const ir::Model& model, std::string_view object) {
  const std::vector<std::string> names = key_names(model);
  std::string text = "{ " + names.front() + ": " + member(object, names.front());
  const std::vector<std::string> sort_keys = without_first(names);
  if (!sort_keys.empty())
    text += ", " + js_key(sort_key_attribute(sort_keys)) + ": " + sort_value(sort_keys, object);
  return text + " }";
}

std::string key_condition(const ir::Model& model, bool exists) {
  const std::string check =
      std::string(": { attributeExists: ") + (exists ? "true" : "false") + " }";
  // An item has all of its key or none: its first attribute tells.
  return "{ " + js_key(key_names(model).front()) + check + " }";
}

QueryKey query_key(const ir::Model& model, const ir::Index* index) {
  const std::vector<std::string> names = key_names(model);
  QueryKey key{
      .partitionKey = index ? index->partitionKey : names.front(),
      .sortKeys = index ? index->sortKeys : without_first(names),
  };
  if (!key.sortKeys.empty())
    key.sortArgument = key.sortKeys.size() == 1 ? key.sortKeys.front() : camel_case(key.sortKeys);
  return key;
}

std::string settled_rules(const std::vector<Grant>& grants, const QueryKey& key) {
  const auto decides = [&](const std::string& field) { return ask_of(grants, field); };
  std::vector<std::string> values;
  if (decides(key.partitionKey))
    values.push_back(key.partitionKey + ": " + member("ctx.args", key.partitionKey));
  // A condition other than eq leaves open what the items have there.
  if (key.sortKeys.size() == 1 && decides(key.sortKeys.front()))
    values.push_back(key.sortKeys.front() + ": " + member("ctx.args", key.sortArgument) + "?.eq");
  if (values.empty()) return {};
  return "settle(rulesFor(ctx), { " + joined(values, ", ") + " })";
}

std::string check_key_function(const QueryKey& key) {
  const std::string names = js_list(key.sortKeys);
  const auto filled = [&](std::string_view text) {
    return fill(
        text, {{"partition", key.partitionKey},
               {"sort", key.sortArgument},
               {"names", names},
               {"partitionValue", member("args", key.partitionKey)},
               {"sortValue", member("args", key.sortArgument)}}
    );
  };
  if (key.sortKeys.empty()) return std::string(check_sort_direction);
  return filled(key.sortKeys.size() == 1 ? check_sort_key : check_composite);
}

std::string key_condition_function(const QueryKey& key) {
  const std::string partition = js_string(key.partitionKey);
  if (key.sortKeys.empty()) return fill(partition_alone, {{"partition", partition}});
  const std::string parts =
      js_list(key.sortKeys) +
      ".map((name) => value?.[name] ?? '').filter((part) => part !== '').join('#')";
  return fill(
      with_sort_key, {{"partition", partition},
                      {"attribute", js_string(sort_key_attribute(key.sortKeys))},
                      {"value", key.sortKeys.size() == 1 ? "value" : parts}}
  );
}

std::string composite_keys_function(
    const ir::Definition& definition, const ir::Model& model, std::string_view doing
) {
  std::string own = sort_key_attribute(without_first(key_names(model)));
  std::string list;
  for (const ir::Index& index : all_indexes(definition, model)) {
    const std::string attribute = sort_key_attribute(index.sortKeys);
    if (index.sortKeys.size() < 2 || attribute == own) continue;
    const std::string kind = find_index(model, index.name) ? "@index" : "global secondary index";
    list += "    { fields: " + js_list(index.sortKeys) +
            ", index: " + js_string(kind + " '" + index.name + "'") + " },\n";
  }
  if (list.empty()) return {};
  return fill(
      R"js(/** The attributes that hold several fields of the input, as indexes need them. */
function compositeKeys(input) {
  const attributes = {};
  const keys = [
<<list>>
  ];
  for (const { fields, index } of keys.filter(({ fields }) => fields.some((field) => Object.hasOwn(input, field)))) {
    const missing = fields.find((field) => !Object.hasOwn(input, field));
    if (missing) {
      util.error(
        `When <<doing>> any part of the composite sort key for ${index}, you must provide all fields for the key. Missing key: '${missing}'.`,
      );
    }
    const values = fields.map((field) => input[field]);
    attributes[fields.join('#')] = values.some((value) => value === null) ? null : values.join('#');
  }
  return attributes;
}
)js",
      {{"list", list.substr(0, list.size() - 1)}, {"doing", doing}}
  );
}

std::vector<std::string> index_attributes(
    const ir::Definition& definition, const ir::Model& model
) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(name);
  };
  for (const ir::Index& index : all_indexes(definition, model)) {
    add(index.partitionKey);
    add(sort_key_attribute(index.sortKeys));
  }
  return names;
}

}  // namespace amplify::appsync
