// SPDX-License-Identifier: Apache-2.0
// Requests that no client should make: what the schema refuses, what DynamoDB refuses, and what lies between.
import { tokenOf } from '../appsync/dynamodb_source.mjs';
import { graphql } from '../packages.mjs';
import { teamOf } from './callers.mjs';
import { inputOf, request, required } from './matrix.mjs';
import { operation, sample } from './samples.mjs';

const own = 0;
const missing = 7;
const fresh = 8;

/**
 * Cases as the matrix has them, of three callers: one whom the rules may let in, a function's role, and a stranger. A
 * series is `{ few, more, once }`: the first of few for every caller, the rest for the first one, once for a single model.
 */
export function* badRequests(backend) {
  const told = new Set();
  const isFirst = (key) => !told.has(key) && told.add(key);
  for (const model of backend.models.values()) {
    const neighbours = backend.neighbours(model);
    const items = backend.items(neighbours);
    const all = series(backend, model, isFirst);
    const [first, ...others] = callersOf(backend, neighbours);
    for (const [name, kind, { few, more, once }] of all) {
      yield* casesOf(`${model.name}/${first}/${name}`, items, first, [...few, ...more, ...(isFirst(kind) ? once : [])]);
    }
    for (const caller of others) yield* casesOf(`${model.name}/${caller}`, items, caller, all.flatMap(([, , { few }]) => few.slice(0, 2)));
  }
  const items = backend.items([...backend.models.values()]);
  const [caller] = callersOf(backend, [...backend.models.values()]);  // one of them is enough: handlers are the users' own
  for (const { kind, field } of backend.customOperations()) {
    yield* casesOf(`${field.name}/${caller}`, items, caller, customOperations(backend, kind, field));
  }
}

/** The peer deletes under conditions that it cannot read: what is to be deleted is there again for each of them. */
function* casesOf(name, items, caller, all) {
  const steps = all.map((step) => ({ caller, ...step }));
  const alone = steps.filter(({ query, variables }) => variables.condition !== undefined && query.includes('{ delete'));
  yield { name, items, steps: steps.filter((step) => !alone.includes(step)) };
  for (const step of alone) yield { name, items, steps: [step] };
}

/** Whom a rule lets in, by the kind of rule and the provider. */
const insiders = {
  owner: { userPools: 'alice', oidc: 'oidcAlice' },
  private: { userPools: 'alice', oidc: 'oidcAlice', iam: 'signedIn', identityPool: 'signedIn' },
  public: { apiKey: 'apiKey', iam: 'guest', identityPool: 'guest' },
  custom: { function: 'lambda' },
};

function insider({ rules }, known) {
  const ofRule = ({ allow, provider, groups = [], groupsField, groupClaim = 'cognito:groups' }) =>
    [insiders[allow]?.[provider], ...groups.map((group) => `member of ${group}`), groupsField && `member of ${teamOf(0)} by ${groupClaim}`];
  const owners = rules.filter(({ allow }) => allow === 'owner');
  return [...owners, ...rules].flatMap(ofRule).find((name) => known.includes(name)) ?? 'role';
}

const strangers = ['bob', 'stranger', 'anonymous'];

function callersOf(backend, models) {
  const known = backend.callersFor(models);
  return [...new Set([insider(models[0], known), 'role', strangers.find((name) => known.includes(name))])].filter((name) => known.includes(name));
}

/** `[name, kind, { few, more, once }]` of each operation. */
function series(backend, model, isFirst) {
  const { get, list, indexes, create, update, delete: remove, subscriptions } = backend.operations.get(model.name);
  return [
    ...(get ? [['get', 'get', gets(backend, model, get, isFirst)]] : []),
    ...(list ? [['list', 'list', pages(backend, model, list)]] : []),
    ...indexes.map((field) => [field.name, 'index', pages(backend, model, field)]),
    ...(get ? lists(backend, model).map((field) => [field.name, 'relation', relatedPages(backend, model, get, field)]) : []),
    ...(create ? [['create', 'create', creates(backend, model, create, isFirst)]] : []),
    ...(update ? [['update', 'update', updates(backend, model, update, isFirst)]] : []),
    ...(remove ? [['delete', 'delete', deletes(backend, model, remove, isFirst)]] : []),
    ...subscriptions.slice(0, 1).map((field) => [field.name, 'listen', listens(backend, field)]),
  ];
}

/** The fields of a model that hold pages of another. */
const lists = (backend, model) => Object.values(backend.schema.getType(model.name).getFields()).filter(({ type }) => /^Model.*Connection$/.test(graphql.getNamedType(type).name));

// ---- what GraphQL itself refuses

/** The field with an argument, or with none, as it stands in the document. */
function literal(name, kind, field, text) {
  const named = graphql.getNamedType(field.type);
  return { name, kind, query: `${kind} { ${field.name}${text}${graphql.isLeafType(named) ? '' : ' { __typename }'} }`, variables: {} };
}

const unknownArgument = (kind, field) => literal('unknown argument', kind, field, '(unknown: 1)');
const withoutArguments = (kind, field) => literal('no arguments', kind, field, '');

/** Values that a scalar does not take, and such that it does and DynamoDB does not. */
const wrong = {
  ID: [true, ['a'], { a: 1 }],
  String: [5, ['a', 'b'], { a: 1 }],
  Int: ['5', 1.5, 2 ** 31, null],
  Float: ['NaN', 1e126, 1e-131, '1'],
  Boolean: ['true', 0],
  AWSDate: ['2030-02-30', '30-01-2030', ''],
  AWSTime: ['25:00', '10'],
  AWSDateTime: ['2030-01-01', '2030-02-30T00:00:00Z', 'now'],
  AWSTimestamp: ['now', 1.5],
  AWSEmail: ['nobody', '@example.com'],
  AWSJSON: ['{', '', "{'a': 1}", nested('[', ']', 40)],
  AWSPhone: ['phone', '+'],
  AWSURL: ['nowhere', ''],
  AWSIPAddress: ['300.0.0.1', 'host'],
};

function nested(open, close, depth) {
  return `${open.repeat(depth)}${close.repeat(depth)}`;
}

function wrongOf(type) {
  if (graphql.isNonNullType(type)) return [null, ...wrongOf(type.ofType)];
  if (graphql.isListType(type)) return [wrongOf(type.ofType).slice(0, 2), { a: 1 }];
  if (graphql.isEnumType(type)) return ['nonsense', 1];
  return wrong[type.name] ?? ['text', 5, { unknown: 1 }];
}

/** Texts that are texts all the same, of which DynamoDB refuses one. */
const odd = { 'of 410 KB': 'x'.repeat(410 * 1024), 'a NUL': 'a\u0000b', 'half a character': 'a\ud800b', 'a direction mark': '\u202eabc', 'a prototype': '__proto__', 'an empty text': '' };

// ---- keys

const attributeNames = ({ KeySchema }) => KeySchema.map(({ AttributeName }) => AttributeName);

/** Limits, tokens, keys that are none, and filters, of a list or an index. */
function pages(backend, model, field) {
  const needed = field.args.filter((argument) => graphql.isNonNullType(argument.type));
  const args = Object.fromEntries(needed.map((argument) => [argument.name, sample(argument.type, own)]));
  const ask = (name, given) => request(backend, name, 'query', field, { ...args, ...given }, { steps: 0, unordered: field.name });
  const { few, more, once } = faultyPages(backend, model, field, ask, needed.length === 0);
  return { few, more, once: [unknownArgument('query', field), ...(needed.length > 0 ? [withoutArguments('query', field)] : []), ...once] };
}

/** The same of a relation, on the way from the item that it belongs to. */
function relatedPages(backend, model, get, field) {
  const key = backend.keyOf(model, own);
  const related = backend.models.get(graphql.getNamedType(field.type).name.replace(/^Model(.*)Connection$/, '$1'));
  const ask = (name, given) => {
    const inner = operation('query', field, given, ' { items { __typename } nextToken }');
    const outer = operation('query', get, key, '');
    const [, declared = '', call] = inner.query.match(/^query(?:\((.*?)\))? \{ (.*) \}$/);
    const text = outer.query.replace('(', declared ? `(${declared}, ` : '(').replace(/ \}$/, ` { ${call} } }`);
    return { name, kind: 'query', query: text, variables: { ...inner.variables, ...outer.variables } };
  };
  return faultyPages(backend, related, field, ask);
}

/** Filters are read alike everywhere: all of them are tried on lists. */
function faultyPages(backend, model, field, ask, isList = false) {
  const byLimit = (limit) => ask(`limit ${JSON.stringify(limit)}`, { limit });
  const byToken = ([name, nextToken]) => ask(name, { limit: 1, nextToken });
  const byFilter = ([name, filter]) => ask(name, { filter });
  const { few, once } = filters(field, 'filter');
  return {
    few: [byLimit(0), ask('a token that is none', { nextToken: 'nonsense' }), ...few.slice(0, 3).map(byFilter)],
    more: [...[-1, 1001].map(byLimit), ...tokens(backend, model).map(byToken), ...keyConditions(model, field, ask)],
    once: [
      ...[2 ** 31 - 1, null, 2 ** 31, 1.5, '10'].map(byLimit),
      ...illShapedTokens.map(byToken),
      ask('nonsense for a direction', { sortDirection: 'UP' }),
      ...[...few.slice(3), ...(isList ? once : [])].map(byFilter),
    ],
  };
}

const encoded = (text) => Buffer.from(text).toString('base64');
const illShaped = ['null', '5', '"text"', '[]', '{}', '{"id":"x"}', '{"id":{"S":5}}', '{"id":{"X":"5"}}', '{"a":{"S":"x"},"b":{"N":"1"}}'];
const illShapedTokens = [['an empty token', ''], ['a token that is no base64', '%&$'], ['a token of no JSON', encoded('nonsense')], ...illShaped.map((json) => [`the token ${json}`, encoded(json)])];

/** Tokens of other lists than that which is asked. */
function tokens(backend, model) {
  const table = backend.tables.get(model.name);
  const ofTable = ({ AttributeDefinitions: types, ...keys }) =>
    tokenOf(Object.fromEntries(attributeNames(keys).map((name) => [name, { [types.find(({ AttributeName }) => AttributeName === name).AttributeType]: '5' }])));
  const others = [...backend.tables.values()].filter((other) => String(attributeNames(other)) !== String(attributeNames(table))).slice(0, 1);
  const indexes = (table.GlobalSecondaryIndexes ?? []).slice(0, 1);
  return [
    ['a token of the table', ofTable(table)],
    ...others.map((other) => ['a token of another model', ofTable(other)]),
    ...indexes.map((index) => ['a token of an index', ofTable({ ...table, KeySchema: [...table.KeySchema, ...index.KeySchema] })]),
  ];
}

function keyConditions(model, field, ask) {
  const sort = field.args.find((argument) => /KeyConditionInput$/.test(graphql.getNamedType(argument.type).name));
  const partition = field.args.find((argument) => argument !== sort && !['filter', 'limit', 'nextToken', 'sortDirection'].includes(argument.name));
  if (!partition) return sort ? sortConditions(sort, ask, {}) : [];
  const isOptional = !graphql.isNonNullType(partition.type);
  const key = { [partition.name]: sample(partition.type, own) };
  const named = graphql.getNamedType(partition.type).name;
  const texts = ['ID', 'String'].includes(named) ? [['an empty key', ''], ['a key of 2,049 bytes', 'k'.repeat(2049)]] : wrongOf(partition.type).map((value) => [`the key ${JSON.stringify(value)}`, value]);
  const byKey = [...texts, ['a key that is null', null]].map(([name, value]) => ask(name, { [partition.name]: value }));
  if (!sort) return [...byKey, ...(isOptional ? [ask('a direction, by key', { ...key, sortDirection: 'DESC' })] : [])];
  const one = { [sort.name]: { eq: sample(graphql.getNamedType(sort.type).getFields().eq.type, own) } };
  return [
    ...byKey,
    ...(isOptional ? [ask('a direction without key', { sortDirection: 'ASC' }), ask('a sort key without the key', one), ask('a sort key and the key null', { ...one, [partition.name]: null })] : []),
    ...sortConditions(sort, ask, key),
  ];
}

function sortConditions(sort, ask, key) {
  const type = graphql.getNamedType(sort.type);
  const by = (name, operators) => ask(name, { ...key, [sort.name]: operators });
  const operand = type.getFields().eq.type;
  const value = (n) => sample(operand, n);
  const has = (name) => name in type.getFields();
  return [
    by('no operator', {}),
    by('null for operators', null),
    by('two operators', { ge: value(0), le: value(1) }),
    by('three operators', { ge: value(0), le: value(1), eq: value(2) }),
    by('an operator and null', { ge: value(0), le: null }),
    by('eq null', { eq: null }),
    by('between null', { between: null }),
    ...[0, 1, 3].map((count) => by(`between ${count} values`, { between: Array.from({ length: count }, (_, n) => value(n)) })),
    by('between null and null', { between: [null, null] }),
    by('between the wrong way round', { between: [value(3), value(1)] }),
    by('an unknown operator', { near: value(0) }),
    by('an unknown operator beside eq', { eq: value(0), ne: value(1) }),
    ...(has('beginsWith') ? [by('begins with null', { beginsWith: null })] : []),
    ...(graphql.isInputObjectType(operand) ? composites(by, operand, value) : scalars(by, operand, has)),
  ];
}

function scalars(by, operand, has) {
  const { name } = graphql.getNamedType(operand);
  return [
    ...wrongOf(operand).map((value) => by(short(`eq ${JSON.stringify(value)}`), { eq: value })),
    ...(['ID', 'String'].includes(name) ? [by('eq an empty text', { eq: '' }), by('eq 1,025 bytes', { eq: 'k'.repeat(1025) })] : []),
    ...(has('beginsWith') ? [by('begins with an empty text', { beginsWith: '' }), by('begins with a number', { beginsWith: 5 })] : []),
  ];
}

/** A sort key of several fields takes the first ones, and none after one that is left out. */
function composites(by, operand, value) {
  const names = Object.keys(operand.getFields());
  const only = (n, ...kept) => Object.fromEntries(Object.entries(value(n)).filter(([name]) => kept.includes(name)));
  const last = names.at(-1);
  return [
    by('eq no part', { eq: {} }),
    by('eq the last part', { eq: only(0, last) }),
    by('eq the first part null', { eq: { ...value(0), [names[0]]: null } }),
    by('eq the first part empty', { eq: { ...value(0), [names[0]]: '' } }),
    by('eq the last part null', { eq: { ...value(0), [last]: null } }),
    by('eq an unknown part', { eq: { ...value(0), unknown: 1 } }),
    by('begins with no part', { beginsWith: {} }),
    by('begins with the last part', { beginsWith: only(0, last) }),
    by('between no parts', { between: [{}, {}] }),
    by('between first and last parts', { between: [only(0, names[0]), only(1, last)] }),
    by('between the last parts', { between: [only(0, last), only(1, last)] }),
    by('between a part and null', { between: [only(0, names[0]), null] }),
  ];
}

// ---- filters and conditions

const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));

/** `[name, filter]` of an argument: many, deep, empty and ill-formed ones; a `few` for every operation, and the others. */
function filters(field, argument) {
  const type = graphql.getNamedType(field.args.find(({ name }) => name === argument)?.type);
  if (!type) return { few: [], once: [] };
  const fields = Object.entries(type.getFields());
  const ofType = (pattern) => fields.find(([name, { type: given }]) => name !== 'id' && pattern.test(graphql.getNamedType(given).name))?.[0];
  const text = ofType(/^Model(Subscription)?StringInput$/) ?? 'id';
  const number = ofType(/^Model(Subscription)?(Int|Float)Input$/);
  const flag = ofType(/^Model(Subscription)?BooleanInput$/);
  const shortest = fields.filter(([, { type: given }]) => /^Model(Subscription)?(String|ID)Input$/.test(graphql.getNamedType(given).name)).map(([name]) => name).sort((a, b) => a.length - b.length)[0];
  const by = (operators, name = text) => ({ [name]: operators });
  const deep = (depth, around) => times(depth, (n) => n).reduce((inner, n) => around(inner, n), by({ eq: 'text-0' }));
  const alternating = (inner, n) => (n % 2 ? { and: [inner, by({ ne: 'x' })] } : { or: [inner, by({ eq: 'y' })] });
  const few = [
    ['or null', { or: null }],
    ['no operators', by({})],
    ['or of null', { or: [null] }],
    ['or of none', { or: [] }],
    ['a deep not', deep(50, (inner) => ({ not: inner }))],
    ['null for operators', by(null)],
    ['between 1 texts', by({ between: ['a'] })],
  ];
  const once = [
    ['a deep and', deep(60, (inner) => ({ and: [inner] }))],
    ['and in or in and, 20 deep', deep(20, alternating)],
    ['and in or in and, 60 deep', deep(60, alternating)],
    ['or of 400', { or: times(400, (n) => by({ eq: `text-${n}` })) }],
    ['or of 152 by a short name', { or: times(152, (n) => by({ eq: `${n}` }, shortest)) }],
    ['and of 60', { and: times(60, (n) => by({ ne: `text-${n + 5}` })) }],
    ['and of none', { and: [] }],
    ['and null', { and: null }],
    ['not null', { not: null }],
    ['and of one and null', { and: [by({ ne: 'x' }), null] }],
    ['or of none beside a field', { or: [], ...by({ eq: 'text-0' }) }],
    ['or of an empty one', { or: [{}] }],
    ['and of or of none', { and: [{ or: [] }] }],
    ['not of an empty one', { not: {} }],
    ['no operators beside some', { ...by({}), ...by({ beginsWith: 'id' }, 'id') }],
    ...['eq', 'ne', 'beginsWith', 'contains', 'between', 'size', 'attributeExists', 'attributeType'].map((operator) => [`${operator} null`, by({ [operator]: null })]),
    ['begins with nothing', by({ beginsWith: '' })],
    ['between 0 texts', by({ between: [] })],
    ['between 3 texts', by({ between: ['a', 'b', 'c'] })],
    ['between nulls', by({ between: [null, null] })],
    ['between the wrong way round', by({ between: ['b', 'a'] })],
    ['size of nothing', by({ size: {} })],
    ['size eq a text', by({ size: { eq: '5' } })],
    ['size eq null', by({ size: { eq: null } })],
    ['size between one', by({ size: { between: [1] } })],
    ['attributeType of nonsense', by({ attributeType: 'text' })],
    ['in null', by({ in: null })],
    ['in of none', by({ in: [] })],
    ['in of 101', by({ in: times(101, String) })],
    ['a text of 5 KB', by({ eq: 'x'.repeat(5000) })],
    ['a text of NUL', by({ contains: odd['a NUL'] })],
    ['half a character', by({ contains: odd['half a character'] })],
    ['texts that look like JSON', { or: [by({ eq: '",null]' }), by({ eq: '[null]\\' }), by({ eq: '"or":null' })] }],
    ['an unknown field', { unknown: { eq: 1 } }],
    ['an unknown operator', by({ near: 'x' })],
    ['a list for a filter', [by({ eq: 'text-0' }), by({ eq: 'text-1' })]],
    ['a text for a filter', 'text'],
    ...(number ? [['a number eq a text', by({ eq: 'x' }, number)], ['a number over DynamoDB’s', by({ eq: 1e126 }, number)], ['a number between one', by({ between: [1] }, number)]] : []),
    ...(flag ? [['a flag eq a text', by({ eq: 'true' }, flag)], ['a flag without operators', by({}, flag)]] : []),
  ];
  return { few, once };
}

// ---- single items

function gets(backend, model, field, isFirst) {
  const ask = (name, given) => request(backend, name, 'query', field, { ...backend.keyOf(model, own), ...given }, { steps: 0 });
  return { few: [ask('get missing', backend.keyOf(model, missing))], more: keyFaults('get', model, field.args, isFirst).map(([name, given]) => ask(name, given)), once: [unknownArgument('query', field), withoutArguments('query', field)] };
}

/** `[name, { field: value }]` for each field of the key, of an input or of arguments: of each type and place once. */
function keyFaults(kind, model, fields, isFirst) {
  return model.key.flatMap((name, index) => {
    const type = fields.find((field) => field.name === name)?.type;
    if (!type || !isFirst(`${kind}, key ${index} is ${type}`)) return [];
    const isText = ['ID', 'String'].includes(graphql.getNamedType(type).name);
    const limit = index === 0 ? 2048 : 1024;
    const values = isText ? [['an empty text', ''], ['too long a text', 'k'.repeat(limit + 1)], ['a NUL', odd['a NUL']], ['half a character', odd['half a character']]] : [];
    return [...values, ...wrongOf(type).map((value) => [JSON.stringify(value), value]), ['null', null]].map(([what, value]) => [`${name} is ${what}`, { [name]: value }]);
  });
}

/** The same for other fields: what DynamoDB refuses, and what GraphQL does of each type that comes for the first time. */
function fieldFaults(backend, model, type, isFirst) {
  const others = Object.values(type.getFields()).filter(({ name }) => !model.key.includes(name));
  const indexed = new Set((backend.tables.get(model.name).GlobalSecondaryIndexes ?? []).flatMap(attributeNames).flatMap((name) => name.split('#')));
  const texts = others.filter(({ type: given }) => ['String', 'ID'].includes(graphql.getNamedType(given).name) && !graphql.isListType(graphql.getNullableType(given)));
  const [plain] = texts.filter(({ name }) => !indexed.has(name) && !model.validations.get(name)?.length);
  const keys = texts.filter(({ name }) => indexed.has(name)).flatMap(({ name }) => [[`${name}, a key of an index, is empty`, { [name]: '' }], [`${name}, a key of an index, is too long`, { [name]: 'k'.repeat(2100) }]]);
  return {
    more: [
      ...keys,
      ...(plain && isFirst(`${type.name.slice(0, 6)} texts`) ? Object.entries(odd).map(([what, value]) => [`${plain.name} is ${what}`, { [plain.name]: value }]) : []),
      ...others.filter((field) => isFirst(`${type.name.slice(0, 6)} ${field.type}`)).flatMap(({ name, type: given }) => wrongOf(given).map((value) => [short(`${name} is ${JSON.stringify(value)}`), { [name]: value }])),
    ],
    once: [['an unknown field', { unknown: 1 }], ['a prototype', JSON.parse('{"__proto__": {"a": 1}}')]],
  };
}

const short = (text) => text.slice(0, 60);

const noInput = (field) => [
  unknownArgument('mutation', field),
  withoutArguments('mutation', field),
  literal('input null', 'mutation', field, '(input: null)'),
  literal('a text for the input', 'mutation', field, '(input: "text")'),
];
const emptyInput = (field) => literal('an empty input', 'mutation', field, '(input: {})');

const conditions = (field, make) => {
  const by = ([name, condition]) => make(`under a condition: ${name}`, condition);
  const { few, once } = filters(field, 'condition');
  return { few: few.map(by), once: once.map(by) };
};

function creates(backend, model, field, isFirst) {
  const type = backend.inputOf(model, 'create');
  let n = fresh;
  const input = () => inputOf(backend, model, type, (n += 1));
  const make = (name, given, condition) => request(backend, name, 'mutation', field, { input: given, ...(condition === undefined ? {} : { condition }) }, { steps: 0 });
  const faulty = ([name, given]) => make(name, { ...input(), ...given });
  const faults = fieldFaults(backend, model, type, isFirst);
  const { few } = conditions(field, (name, condition) => make(name, input(), condition));
  return {
    few: [emptyInput(field), make('create what is there', inputOf(backend, model, type, own)), ...few.slice(0, 3)],
    more: [
      ...keyFaults('create', model, Object.values(type.getFields()), isFirst).map(faulty),
      ...faults.more.map(faulty),
      ...Object.keys(required(type, input())).map((name) => make(`without ${name}`, { ...input(), [name]: undefined })),
    ],
    once: [...noInput(field), ...faults.once.map(faulty), ...few.slice(3)],
  };
}

function updates(backend, model, field, isFirst) {
  const type = backend.inputOf(model, 'update');
  const aside = new Set([...model.key, ...[...model.owners, ...model.groups].map((rule) => rule.field)]);
  const [name] = Object.keys(type.getFields()).filter((other) => !aside.has(other));
  const touch = name ? { [name]: inputOf(backend, model, type, 3)[name] } : {};
  const change = (what, given, condition) =>
    request(backend, what, 'mutation', field, { input: { ...backend.keyOf(model, own), ...given }, ...(condition === undefined ? {} : { condition }) }, { steps: 0 });
  const faulty = ([what, given]) => change(what, given);
  const faults = fieldFaults(backend, model, type, isFirst);
  const { few, once } = conditions(field, (what, condition) => change(what, touch, condition));
  return {
    few: [emptyInput(field), change('update missing', { ...backend.keyOf(model, missing), ...touch }), ...few.slice(0, 4)],
    more: [
      ...keyFaults('update', model, Object.values(type.getFields()), isFirst).map(([what, given]) => change(what, { ...touch, ...given })),
      ...model.key.map((part) => change(`without ${part}`, { ...touch, [part]: undefined })),
      ...faults.more.map(faulty),
    ],
    once: [...noInput(field), ...faults.once.map(faulty), ...few.slice(4), ...once],
  };
}

function deletes(backend, model, field, isFirst) {
  const type = backend.inputOf(model, 'delete');
  const remove = (what, given, condition) =>
    request(backend, what, 'mutation', field, { input: { ...backend.keyOf(model, own), ...given }, ...(condition === undefined ? {} : { condition }) }, { steps: 0 });
  const { few } = conditions(field, (what, condition) => remove(what, {}, condition));
  return {
    few: [emptyInput(field), remove('delete missing', backend.keyOf(model, missing)), ...few.slice(0, 3)],
    more: [
      ...keyFaults('delete', model, Object.values(type.getFields()), isFirst).map(([what, given]) => remove(what, given)),
      ...model.key.map((part) => remove(`without ${part}`, { [part]: undefined })),
    ],
    once: [...noInput(field), remove('an unknown field', { unknown: 1 }), ...few.slice(3)],
  };
}

/** Subscriptions of a model are made alike: one of them does. */
function listens(backend, field) {
  const listen = (name, args) => request(backend, name, 'subscription', field, args, { steps: 0 });
  const byFilter = ([name, filter]) => listen(name, { filter });
  const { few, once } = filters(field, 'filter');
  const owners = field.args.filter(({ name }) => name !== 'filter').flatMap(({ name, type }) =>
    [...wrongOf(type), '', 'x'.repeat(5000)].map((value) => listen(short(`${name} is ${JSON.stringify(value)}`), { [name]: value })));
  return { few: few.slice(0, 3).map(byFilter), more: owners, once: [unknownArgument('subscription', field), ...[...few.slice(3), ...once].map(byFilter)] };
}

function customOperations(backend, kind, field) {
  const args = (n) => Object.fromEntries(field.args.map((argument) => [argument.name, sample(argument.type, n)]));
  const ask = (name, given) => request(backend, name, kind, field, { ...args(own), ...given }, { steps: 0 });
  return [
    unknownArgument(kind, field),
    withoutArguments(kind, field),
    ask('all arguments', {}),
    ...field.args.flatMap(({ name, type }) => [...wrongOf(type), null].map((value) => ask(short(`${name} is ${JSON.stringify(value)}`), { [name]: value }))),
  ];
}
