// SPDX-License-Identifier: Apache-2.0
// Whether the role of each data source permits the calls that were made, and no others.

const list = (value) => [value].flat();
const tableOf = (arn) => arn.match(/:table\/(.+)$/)[1];

/** `action on table` or `action on table/index/*`, of every statement for DynamoDB. */
const permitted = (statements) => new Set(statements.flatMap(({ Effect, Action, Resource }) => {
  if (Effect !== 'Allow') throw new Error(`a statement with the effect ${Effect} is not understood`);
  return list(Action).filter((action) => action.startsWith('dynamodb:')).flatMap((action) => list(Resource).map((resource) => `${action} on ${tableOf(resource)}`));
}));

/**
 * Messages about roles of data sources that permit more or less than the calls (`role/action/table/index`) that a run
 * with every operation made. Reading an index is permitted by all of the table's indexes, or by the table's own name.
 */
export function checkPermissions({ dataSources, roles, functions = {} }, calls) {
  // What the users' own handlers do isn't known: those data sources are theirs.
  const handled = new Set(Object.values(functions).map(({ dataSource }) => dataSource));
  return Object.values(dataSources).filter(({ name, type }) => type === 'AMAZON_DYNAMODB' && !handled.has(name)).flatMap(({ role }) => {
    const allowed = permitted(roles[role] ?? []);
    const made = new Set([...calls].filter((call) => call.role === role).map(({ action, table, index }) => `dynamodb:${action} on ${table}${index ? '/index/*' : ''}`));
    return [
      ...[...made].filter((call) => !allowed.has(call)).map((call) => `${role} does not permit ${call}`),
      ...[...allowed].filter((call) => !made.has(call)).map((call) => `${role} permits ${call}, which no resolver calls`),
    ];
  });
}
