// SPDX-License-Identifier: Apache-2.0
#include "data/resolvers/kept.hpp"

#include "data/fields.hpp"
#include "data/resolvers/source.hpp"

namespace amplify::appsync {
namespace {

using ir::OptionField;

bool keeps_callers(const ir::Model& model) {
  return find_field(model, OptionField::createdBy) != nullptr;
}

std::string key_of(const ir::Field* field) { return js_key(field->name); }

}  // namespace

std::string kept_of_new(const ir::Model& model) {
  std::string text;
  if (const ir::Field* version = find_field(model, OptionField::version))
    text += "    " + key_of(version) + ": 1,\n";
  if (keeps_callers(model))
    text += "    createdBy: callerOf(ctx),\n    updatedBy: callerOf(ctx),\n";
  return text.substr(0, text.empty() ? 0 : text.size() - 1);
}

std::string kept_of_change(const ir::Model& model) {
  return keeps_callers(model) ? ", updatedBy: callerOf(ctx)" : "";
}

std::string caller_function(const ir::Model& model) {
  if (!keeps_callers(model)) return {};
  return R"js(/** Who calls: a user by sub and name, as owners are stored, or what else is known of the caller. */
function callerOf({ identity }) {
  const { claims, cognitoIdentityId, userArn, resolverContext } = identity ?? {};
  if (claims) {
    return [claims.sub, claims.username ?? claims['cognito:username']].filter((part) => part).join('::');
  }
  return cognitoIdentityId ?? userArn ?? resolverContext?.sub ?? null;
}
)js";
}

std::string presence_condition(const ir::Model& model, bool present) {
  if (!find_field(model, OptionField::deletedAt)) return {};
  return std::string("{ deletedAt: { attributeExists: ") + (present ? "false" : "true") + " } }";
}

std::string present_item(const ir::Model& model, std::string_view item) {
  const std::string text(item);
  if (!find_field(model, OptionField::deletedAt)) return text;
  return text + "?.deletedAt ? null : " + text;
}

std::string to_update_function(const ir::Model& model, bool composites) {
  std::vector<std::string> unset;
  for (const ir::Field& field : key_fields(model))
    unset.push_back(field.name);
  const ir::Field* const version = find_field(model, OptionField::version);
  if (version) unset.push_back(version->name);
  const std::string name = version ? version->name : "";
  return fill(
      R"js(/** Sets the fields that have a value and removes those that are null. The key stays<<counts>>. */
function toUpdate(changes) {
  const names = {<<versionName>>};
  const values = {<<versionValues>>};
  const set = [<<count>>];
  const remove = [];
  for (const [field, value] of Object.entries(changes).filter(([name]) => <<unset>>.indexOf(name) < 0)) {
    const name = <<name>>;
    names[`#${name}`] = field;
    if (value === null) {
      remove.push(`#${name}`);
    } else {
      set.push(`#${name} = :new_${name}`);
      values[`:new_${name}`] = value;
    }
  }
  const expression = [
    ...(set.length > 0 ? [`SET ${set.join(', ')}`] : []),
    ...(remove.length > 0 ? [`REMOVE ${remove.join(', ')}`] : []),
  ].join(' ');
  return {
    expression,
    expressionNames: names,
    ...(set.length > 0 ? { expressionValues: util.dynamodb.toMapValues(values) } : {}),
  };
}
)js",
      {{"counts", version ? ", the version goes up" : ""},
       {"versionName", version ? " '#" + name + "': " + js_string(name) + " " : ""},
       {"versionValues", version ? " ':zero': 0, ':one': 1 " : ""},
       {"count", version ? "'#" + name + " = if_not_exists(#" + name + ", :zero) + :one'" : ""},
       {"unset", js_list(unset)},
       {"name", composites ? "field.replaceAll('#', '_')" : "field"}}
  );
}

std::string version_functions(const ir::Model& model) {
  const ir::Field* const version = find_field(model, OptionField::version);
  if (!version) return {};
  return fill(
      R"js(/** The condition that the item has this version. 0 is that of items from before they were counted. */
function hasVersion(version) {
  return { <<key>>: version === 0 ? { attributeExists: false } : { eq: version } };
}

/** Whether the item, if there is one, has another version than the one that is given, if it is. */
function isOutdated(item, version) {
  return item<<present>> && (version ?? null) !== null && (<<stored>> ?? 0) !== version;
}
)js",
      {{"key", key_of(version)},
       {"present", find_field(model, OptionField::deletedAt) ? " && !item.deletedAt" : ""},
       {"stored", member("item", version->name)}}
  );
}

std::string version_conflict(const ir::Model& model) {
  const ir::Field* const version = find_field(model, OptionField::version);
  if (!version) return {};
  return fill(
      R"js(  if (ctx.error?.type === 'DynamoDB:ConditionalCheckFailedException' && isOutdated(ctx.result, <<version>>)) {
    util.error('The item has another version by now', 'VersionConflict');
  })js",
      {{"version", member("ctx.args.input", version->name)}}
  );
}

std::string kept_value(const ir::Field& field, const std::string& stored) {
  switch (field.option) {
    case OptionField::version:
      return stored + " ?? 0";
    case OptionField::createdBy:
    case OptionField::updatedBy:
      return "shown(" + stored + ")";
    case OptionField::deletedAt:
    case OptionField::none:
      break;
  }
  return {};
}

std::string shown_function(const ir::Model& model) {
  if (!keeps_callers(model)) return {};
  return R"js(/** Who it was as clients see it: a user by name alone. */
function shown(caller) {
  return caller?.startsWith('arn:') ? caller : caller?.split('::').pop();
}
)js";
}

}  // namespace amplify::appsync
