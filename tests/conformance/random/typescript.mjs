// SPDX-License-Identifier: Apache-2.0
// Prints a random schema in TypeScript, as users write it.

const text = JSON.stringify;
const list = (items) => `[${items.map(text).join(', ')}]`;

/** An expression that makes the schema with Amplify's `a`. */
export function toTypeScript({ rules, enums, customTypes, models, operations }) {
  const entries = [
    ...enums.map(({ name, values }) => [name, `a.enum(${list(values)})`]),
    ...customTypes.map(({ name, fields }) => [name, customType(fields)]),
    ...models.map((model) => [model.name, modelText(model)]),
    ...operations.map((operation) => [operation.name, operationText(operation)]),
  ];
  return `a.schema({\n${entries.map(([name, value]) => `  ${name}: ${value},\n`).join('')}})${authorization(rules)}`;
}

const customType = (fields) => `a.customType({ ${fields.map((field) => `${field.name}: ${fieldText(field)}`).join(', ')} })`;

function fieldText({ type, required, array, arrayRequired, default: value, validations, rules = [] }) {
  const suffix = `${required ? '.required()' : ''}${array ? `.array()${arrayRequired ? '.required()' : ''}` : ''}`;
  if (type.enum) return `a.enum(${list(type.enum)})`;
  if (type.fields) return customType(type.fields);
  if (type.relation) return `a.${type.relation}(${text(type.model)}, ${list(type.references)})${authorization(rules)}`;
  if (type.ref) return `a.ref(${text(type.ref)})${suffix}${authorization(rules)}`;
  const checks = validations?.map(([name, ...given]) => `.${name}(${given.map(text).join(', ')})`).join('');
  return [
    `a.${type.scalar}()${suffix}`,
    value === undefined ? '' : `.default(${text(value)})`,
    checks ? `.validate((v) => v${checks})` : '',
    authorization(rules),
  ].join('');
}

function modelText({ fields, identifier, indexes, disabled, rules }) {
  return [
    `a.model({ ${fields.map((field) => `${field.name}: ${fieldText(field)}`).join(', ')} })`,
    identifier.length ? `.identifier(${list(identifier)})` : '',
    indexes.length ? `.secondaryIndexes((index) => [${indexes.map(indexText).join(', ')}])` : '',
    disabled.length ? `.disableOperations(${list(disabled)})` : '',
    authorization(rules),
  ].join('');
}

function indexText({ partition, sortKeys, name, queryField, projection }) {
  return [
    `index(${text(partition)})`,
    sortKeys.length ? `.sortKeys(${list(sortKeys)})` : '',
    name ? `.name(${text(name)})` : '',
    queryField === undefined ? '' : `.queryField(${text(queryField)})`,
    projection ? `.projection(${projection.map(text).join(', ')})` : '',
  ].join('');
}

const authorization = (rules) => (rules.length ? `.authorization((allow) => [${rules.map(ruleText).join(', ')}])` : '');

function ruleText({ allow, groups, field, provider, claim, to }) {
  const subject = allow === 'group' ? groups[0] : (groups ?? field);
  const given = [subject, provider === 'userPools' ? undefined : provider].filter((argument) => argument !== undefined);
  const claimed = claim ? (allow.startsWith('group') ? `.withClaimIn(${text(claim)})` : `.identityClaim(${text(claim)})`) : '';
  return `allow.${allow}(${given.map(text).join(', ')})${claimed}${to ? `.to(${list(to)})` : ''}`;
}

function operationText({ kind, arguments: given, returns, source, rules, handler }) {
  const code = "a.handler.custom({ entry: './handler.js' })";
  const handlers = handler.code ? [code] : handler.functions.map((name) => `a.handler.function(${text(name)})`);
  return [
    `a.${kind}()`,
    source ? `.for(a.ref(${text(source)}))` : '',
    given.length ? `.arguments({ ${given.map((argument) => `${argument.name}: ${fieldText(argument)}`).join(', ')} })` : '',
    returns ? `.returns(${fieldText(returns)})` : '',
    authorization(rules),
    `.handler([${handlers.join(', ')}])`,
  ].join('');
}
