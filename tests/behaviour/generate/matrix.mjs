// SPDX-License-Identifier: Apache-2.0
// Every caller, every operation, every model: what each answers for one's own item, another's, nobody's and a missing one.
import { graphql } from '../packages.mjs';
import { ownerValue, teamOf } from './callers.mjs';
import { fitting, sample } from './samples.mjs';

const own = 0;
const anothers = 1;
const nobodys = 2;
const missing = 7;
const fresh = 8;
const items = { own, anothers, nobodys, missing };

/**
 * Cases are `{ name, items: [{ model, item }], steps }`; a step is `{ name, caller, kind, query, variables }`, where
 * `follow` names a field whose pages are walked to the end, and `unordered` one whose items come in no order.
 */
export function* matrix(backend) {
  for (const model of backend.models.values()) {
    const neighbours = backend.neighbours(model);
    const seeds = backend.items(neighbours);
    for (const caller of backend.callersFor(neighbours)) {
      for (const [name, steps] of Object.entries(series(backend, model))) {
        if (steps.length > 0) yield { name: `${model.name}/${caller}/${name}`, items: seeds, steps: steps.map((step) => ({ caller, ...step })) };
      }
    }
  }
  const seeds = backend.items([...backend.models.values()]);
  for (const { kind, field } of backend.customOperations()) {
    const required = field.args.filter((argument) => graphql.isNonNullType(argument.type));
    const args = (list, n) => Object.fromEntries(list.map((argument) => [argument.name, sample(argument.type, n)]));
    const steps = [request(backend, 'required arguments', kind, field, args(required, own)), request(backend, 'all arguments', kind, field, args(field.args, own))];
    for (const caller of Object.keys(backend.callers)) {
      yield { name: `${field.name}/${caller}`, items: seeds, steps: steps.map((step) => ({ caller, ...step })) };
    }
  }
}

export const request = (backend, name, kind, field, args, { steps, ...others } = {}) => ({ name, kind, ...backend.request(kind, field, args, steps), ...others });

function series(backend, model) {
  const { get, list, indexes, create, update, delete: remove, subscriptions } = backend.operations.get(model.name);
  return {
    read: [...reads(backend, model, get, list), ...indexes.flatMap((field) => queries(backend, field))],
    create: create ? creates(backend, model, create) : [],
    update: update ? updates(backend, model, update) : [],
    delete: remove ? deletes(backend, model, remove) : [],
    listen: listens(backend, model, subscriptions, [create, update, remove]),
  };
}

/** Filters that say something of any model, by the first text field that can be asked about. */
function filterOf(field, argument = 'filter') {
  const type = graphql.getNamedType(field.args.find(({ name }) => name === argument)?.type);
  const [name] = Object.entries(type?.getFields() ?? {}).find(([key, { type: operand }]) =>
    key !== 'id' && /^Model(Subscription)?StringInput$/.test(graphql.getNamedType(operand).name)) ?? ['id'];
  return (operators) => ({ [name]: operators });
}

function reads(backend, model, get, list) {
  const byKey = Object.entries(items).map(([whose, n]) => get && request(backend, `get ${whose}`, 'query', get, backend.keyOf(model, n), { steps: 2 }));
  if (!list) return byKey.filter(Boolean);
  const by = filterOf(list);
  const unordered = { unordered: list.name };
  const ask = (name, args, others = unordered) => request(backend, name, 'query', list, args, others);
  const [partition] = model.key;
  const withKey = list.args.some(({ name }) => name === partition)
    ? [
      ask('list by key', { [partition]: backend.keyOf(model, own)[partition] }, {}),
      ask('list by key, descending', { [partition]: backend.keyOf(model, own)[partition], sortDirection: 'DESC' }, {}),
      ask('list, descending without key', { sortDirection: 'DESC' }, {}),
    ]
    : [];
  return [
    ...byKey.filter(Boolean),
    ask('list', {}),
    ask('list one by one', { limit: 1 }, { ...unordered, follow: list.name }),
    ask('list by filter', { filter: by({ eq: 'text-1' }) }),
    ask('list by two filters', { filter: { or: [by({ beginsWith: 'text' }), { not: by({ attributeExists: true }) }], and: [by({ ne: 'text-9' })] } }),
    ask('list by empty filter', { filter: {} }),
    ask('list by null', { filter: null, limit: null, nextToken: null }),
    ask('list from a bad token', { nextToken: 'nonsense' }, {}),
    ...withKey,
  ];
}

function queries(backend, field) {
  const args = (n) => Object.fromEntries(field.args.filter((argument) => graphql.isNonNullType(argument.type)).map((argument) => [argument.name, sample(argument.type, n)]));
  const sortKey = field.args.find((argument) => /KeyConditionInput$/.test(graphql.getNamedType(argument.type).name));
  const operand = sortKey && graphql.getNamedType(sortKey.type).getFields().eq?.type;
  return [
    request(backend, field.name, 'query', field, args(own)),
    request(backend, `${field.name}, descending`, 'query', field, { ...args(anothers), sortDirection: 'DESC' }),
    request(backend, `${field.name} of nothing`, 'query', field, args(missing)),
    request(backend, `${field.name} one by one`, 'query', field, { ...args(own), limit: 1 }, { follow: field.name }),
    ...(operand ? [
      request(backend, `${field.name} by sort key`, 'query', field, { ...args(own), [sortKey.name]: { eq: sample(operand, own) } }),
      request(backend, `${field.name} from a sort key`, 'query', field, { ...args(own), [sortKey.name]: { ge: sample(operand, own) } }),
      request(backend, `${field.name} by two conditions`, 'query', field, { ...args(own), [sortKey.name]: { ge: sample(operand, own), le: sample(operand, own) } }),
    ] : []),
  ];
}

/** Input for item `n`: all that the type has, without the fields that say whose it is. */
export function inputOf(backend, model, type, n) {
  const aside = new Set([...model.owners, ...model.groups].map(({ field }) => field));
  const values = Object.entries(sample(type, n)).filter(([name]) => !aside.has(name));
  return Object.fromEntries(values.map(([name, value]) => [name, fitting(value, model.validations.get(name) ?? [])]));
}

export const required = (type, input) => Object.fromEntries(Object.entries(input).filter(([name]) => graphql.isNonNullType(type.getFields()[name].type)));

/** Inputs that say whose an item is, for each field that does: oneself in every form, another, nobody. */
function* belongings(model, type) {
  const given = ({ field, list }, value) => ({ [field]: list && value !== null ? [value] : value });
  for (const rule of model.owners.filter(({ field }) => type.getFields()[field])) {
    const forms = { whole: ownerValue(rule, 'alice'), ...Object.fromEntries(rule.claims.map((claim) => [claim, ownerValue({ claims: [claim] }, 'alice')])) };
    for (const [form, value] of Object.entries(forms)) yield [`${rule.field} is alice by ${form}`, given(rule, value)];
    yield [`${rule.field} is bob`, given(rule, ownerValue(rule, 'bob'))];
    yield [`${rule.field} is null`, given(rule, null)];
    yield [`${rule.field} is empty`, { [rule.field]: rule.list ? [] : '' }];
  }
  for (const rule of model.groups.filter(({ field }) => type.getFields()[field])) {
    yield [`${rule.field} is a team`, given(rule, teamOf(0))];
    yield [`${rule.field} is another team`, given(rule, teamOf(1))];
    yield [`${rule.field} is null`, given(rule, null)];
  }
}

function creates(backend, model, field) {
  const type = backend.inputOf(model, 'create');
  const input = (n) => inputOf(backend, model, type, n);
  const make = (name, given, condition) => request(backend, name, 'mutation', field, { input: given, ...(condition ? { condition } : {}) });
  const optional = Object.keys(input(fresh)).filter((name) => !graphql.isNonNullType(type.getFields()[name].type) && !model.key.includes(name));
  const by = filterOf(field, 'condition');
  const isSimple = model.key.length === 1 && model.key[0] === 'id';
  return [
    make('create', input(fresh)),
    make('create again', input(fresh)),
    make('create with what is required', { ...required(type, input(fresh + 1)) }),
    ...(isSimple ? [make('create without an id', { ...input(fresh + 2), id: undefined }), make('create with id null', { ...required(type, input(fresh + 3)), id: null })] : []),
    make('create over another’s', input(anothers)),
    make('create with nulls', { ...input(fresh + 4), ...Object.fromEntries(optional.map((name) => [name, null])) }),
    make('create under a condition that holds', input(fresh + 5), by({ attributeExists: false })),
    make('create under a condition that fails', input(fresh + 6), by({ eq: 'nothing' })),
    make('create under an empty condition', input(fresh + 7), {}),
    ...[...belongings(model, type)].map(([name, given], index) => make(`create, ${name}`, { ...input(fresh + 10 + index), ...given })),
    ...optional.map((name, index) => make(`create with ${name} alone`, { ...required(type, input(fresh + 40 + index)), ...backendKey(model, type, fresh + 40 + index), [name]: sample(type.getFields()[name].type, own) })),
  ];
}

const backendKey = (model, type, n) => Object.fromEntries(model.key.filter((name) => type.getFields()[name]).map((name) => [name, sample(type.getFields()[name].type, n)]));

function updates(backend, model, field) {
  const type = backend.inputOf(model, 'update');
  const change = (name, n, given, condition) => request(backend, name, 'mutation', field, { input: { ...backend.keyOf(model, n), ...given }, ...(condition ? { condition } : {}) });
  const aside = new Set([...model.key, ...model.owners.map((rule) => rule.field), ...model.groups.map((rule) => rule.field)]);
  const names = Object.keys(type.getFields()).filter((name) => !aside.has(name));
  const all = (n) => Object.fromEntries(names.map((name) => [name, fitting(sample(type.getFields()[name].type, n), model.validations.get(name) ?? [])]));
  const by = filterOf(field, 'condition');
  return [
    ...Object.entries(items).map(([whose, n]) => change(`update ${whose}`, n, all(5))),
    change('update nothing', own, {}),
    change('update under a condition that holds', own, all(4), by({ attributeExists: true })),
    change('update under a condition that fails', own, all(3), by({ eq: 'nothing' })),
    change('update another’s under a condition that fails', anothers, all(3), by({ eq: 'nothing' })),
    change('update missing under a condition', missing, all(3), by({ attributeExists: true })),
    change('update under an empty condition', own, all(2), {}),
    ...names.flatMap((name) => [
      change(`update ${name}`, own, { [name]: sample(type.getFields()[name].type, 3) }),
      change(`update ${name} to null`, own, { [name]: null }),
    ]),
    change('update all to null', anothers, Object.fromEntries(names.map((name) => [name, null]))),
    ...[...belongings(model, type)].map(([name, given]) => change(`update, ${name}`, own, given)),
  ];
}

function deletes(backend, model, field) {
  const remove = (name, n, condition) => request(backend, name, 'mutation', field, { input: backend.keyOf(model, n), ...(condition ? { condition } : {}) });
  const by = filterOf(field, 'condition');
  return [
    remove('delete under a condition that fails', own, by({ eq: 'nothing' })),
    remove('delete another’s under a condition that fails', anothers, by({ eq: 'nothing' })),
    remove('delete missing under a condition', missing, by({ attributeExists: true })),
    ...Object.entries(items).map(([whose, n]) => remove(`delete ${whose}`, n)),
    remove('delete own again', own),
  ];
}

/** Subscriptions of the caller, then changes by a function's role, whose events the caller gets or not. */
function listens(backend, model, subscriptions, [create, update, remove]) {
  const listening = subscriptions.flatMap((field) => {
    const by = field.args.some(({ name }) => name === 'filter') ? filterOf(field) : undefined;
    const owners = model.owners.filter((rule) => field.args.some(({ name }) => name === rule.field));
    const listen = (name, args) => request(backend, `${field.name} ${name}`, 'subscription', field, args);
    return [
      listen('', {}),
      ...(by ? [
        listen('by filter', { filter: by({ beginsWith: 'text' }) }),
        listen('by two filters', { filter: { and: [by({ ne: 'text-9' })], or: [by({ eq: 'text-1' }), by({ contains: '8' })] } }),
        listen('by empty filter', { filter: {} }),
      ] : []),
      ...owners.flatMap((rule) => [
        listen(`of alice as ${rule.field}`, { [rule.field]: ownerValue(rule, 'alice') }),
        listen(`of the name alice as ${rule.field}`, { [rule.field]: ownerValue({ claims: rule.claims.slice(-1) }, 'alice') }),
        listen(`of bob as ${rule.field}`, { [rule.field]: ownerValue(rule, 'bob') }),
        listen(`of null as ${rule.field}`, { [rule.field]: null }),
        listen(`of alice as ${rule.field}, by filter`, { [rule.field]: ownerValue(rule, 'alice'), ...(by ? { filter: by({ ne: 'text-9' }) } : {}) }),
      ]),
    ];
  });
  if (listening.length === 0) return [];
  const change = (name, field, args) => field && request(backend, name, 'mutation', field, args, { caller: 'role' });
  const type = create && backend.inputOf(model, 'create');
  const texts = update && Object.keys(backend.inputOf(model, 'update').getFields()).filter((name) => !model.key.includes(name)).slice(0, 1);
  const touched = (n) => ({ ...backend.keyOf(model, n), ...Object.fromEntries(texts.map((name) => [name, sample(backend.inputOf(model, 'update').getFields()[name].type, n)])) });
  const changes = [
    create && change('then create', create, { input: inputOf(backend, model, type, fresh) }),
    ...(create ? [...belongings(model, type)].map(([name, given], index) => change(`then create, ${name}`, create, { input: { ...inputOf(backend, model, type, fresh + 1 + index), ...given } })) : []),
    ...[own, anothers, nobodys].flatMap((n) => [
      update && change(`then update ${n}`, update, { input: touched(n) }),
      remove && change(`then delete ${n}`, remove, { input: backend.keyOf(model, n) }),
    ]),
  ];
  return [...listening, ...changes.filter(Boolean)];
}
