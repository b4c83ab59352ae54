// SPDX-License-Identifier: Apache-2.0
// Makes valid random schemas. A schema is plain data, so that any language can print it:
//
//   { modes, auth, rules, enums: [{ name, values }], customTypes: [{ name, fields }],
//     models: [{ name, fields, identifier, indexes, disabled, rules }],
//     operations: [{ kind, name, arguments, returns, rules, handler }] }
//
// A field is { name, type, required, array, arrayRequired, default, validations, rules }, where the
// type is { scalar }, { ref }, { enum: values }, { fields } or { relation, model, references }.
import { Dice } from './dice.mjs';

const scalars = ['id', 'string', 'integer', 'float', 'boolean', 'date', 'time', 'datetime', 'timestamp', 'email', 'json', 'phone', 'url', 'ipAddress'];
const keyScalars = scalars.filter((scalar) => !['boolean', 'json'].includes(scalar));
const textScalars = ['id', 'string', 'email', 'url'];

// Nouns with regular and irregular plurals, none of them another's.
const nouns = ['Post', 'Person', 'Category', 'Box', 'Leaf', 'Child', 'Sheep', 'Analysis', 'Hero', 'Toy', 'Mouse', 'Tooth', 'Status', 'Datum', 'Wish', 'Quiz', 'Ox', 'Wolf', 'Cactus', 'Page2', 'URL', 'Order_Line', 'User', 'Match'];
const words = ['title', 'count', 'rank', 'note', 'state', 'place', 'when', 'flag', 'code', 'email', 'total', 'kind', 'Label', 'x1', 'some_thing', 'ref', 'weight', 'link', 'color', 'day', 'size', 'name', 'slot', 'URLs'];
const groups = ['Admin', 'Editors', 'a b'];
const operations = ['create', 'update', 'delete', 'get', 'list', 'listen', 'sync', 'search'];

const defaults = {
  id: ['x'],
  string: ['some text', ''],
  integer: [0, -7, 42],
  float: [0.5, -3],
  boolean: [true, false],
  date: ['2030-12-31'],
  time: ['12:30:00Z'],
  datetime: ['2030-12-31T12:30:00Z'],
  timestamp: [1700000000],
  email: ['a@example.com'],
  json: ['{}'],
  phone: ['+14155552671'],
  url: ['https://example.com/'],
  ipAddress: ['192.0.2.1'],
};

export const generate = (seed) => new Generator(seed).schema();

class Generator {
  #dice;
  #names = new Set();
  #providers;
  #schema;

  constructor(seed) {
    this.#dice = new Dice(seed);
  }

  schema() {
    const dice = this.#dice;
    const { modes, providers } = this.#modes();
    this.#providers = providers;
    this.#schema = { modes, auth: true, rules: [], enums: [], customTypes: [], models: [], operations: [] };
    for (let i = dice.between(0, 3); i > 0; --i) this.#schema.enums.push({ name: this.#typeName('E'), values: this.#values() });
    for (let i = dice.between(0, 3); i > 0; --i) this.#schema.customTypes.push(this.#customType());
    for (const name of dice.some(nouns, dice.between(1, 6))) this.#schema.models.push(this.#model(name));
    // The peer can't do composite relations in an API without mutations.
    this.#schema.models[0].disabled = [];
    for (let i = dice.between(0, 5); i > 0; --i) this.#addRelation();
    for (const model of this.#schema.models) this.#addIndexes(model);
    for (const model of this.#schema.models) this.#addRules(model);
    if (dice.chance(0.3)) this.#schema.rules = this.#someRules({ fields: [] });
    for (let i = dice.between(0, 4); i > 0; --i) this.#addOperation();
    return this.#schema;
  }

  #modes() {
    const dice = this.#dice;
    const modes = {
      defaultAuthorizationMode: dice.pick(['userPool', 'userPool', 'apiKey', 'identityPool', 'oidc', 'lambda']),
      apiKeyAuthorizationMode: {},
    };
    const providers = ['userPools', 'apiKey', 'identityPool'];
    if (modes.defaultAuthorizationMode === 'oidc' || dice.chance(0.2)) {
      providers.push('oidc');
      modes.oidcAuthorizationMode = {
        oidcProviderName: 'provider',
        oidcIssuerUrl: 'https://example.com',
        tokenExpiryFromAuthInSeconds: 60,
        tokenExpireFromIssueInSeconds: 60,
      };
    }
    if (modes.defaultAuthorizationMode === 'lambda' || dice.chance(0.2)) {
      providers.push('function');
      modes.lambdaAuthorizationMode = { function: 'authorizer' };
    }
    return { modes, providers };
  }

  // Names and types

  #typeName(prefix) {
    for (let number = 1; ; ++number) {
      const name = `${prefix}${this.#dice.pick(nouns)}${number > 1 ? number : ''}`;
      if (!this.#names.has(name)) {
        this.#names.add(name);
        return name;
      }
    }
  }

  #fieldNames(count) {
    return this.#dice.some(words, count);
  }

  #values() {
    return this.#dice.some(['A', 'B', 'low', 'HIGH_1', '_x'], this.#dice.between(1, 4));
  }

  #shape(type) {
    const dice = this.#dice;
    const array = dice.chance(0.25);
    return { type, required: dice.chance(0.3), array, arrayRequired: array && dice.chance(0.3) };
  }

  #customType() {
    const type = { name: this.#typeName('T'), fields: this.#typeFields(1) };
    return type;
  }

  /** Fields of a custom type; it refers to those that are there already, so there are no cycles. */
  #typeFields(depth) {
    return this.#fieldNames(this.#dice.between(1, 4)).map((name) => ({ name, ...this.#typeField(depth) }));
  }

  #typeField(depth) {
    const dice = this.#dice;
    const { enums, customTypes } = this.#schema;
    const roll = dice.next();
    if (roll < 0.12 && enums.length) return this.#shape({ ref: dice.pick(enums).name });
    if (roll < 0.24 && customTypes.length) return this.#shape({ ref: dice.pick(customTypes).name });
    if (roll < 0.3) return { type: { enum: this.#values() } };
    if (roll < 0.36 && depth < 3) return { type: { fields: this.#typeFields(depth + 1) } };
    return this.#shape({ scalar: dice.pick(scalars) });
  }

  // Models

  #model(name) {
    const dice = this.#dice;
    const fields = this.#fieldNames(dice.between(1, 7)).map((field) => ({ name: field, ...this.#modelField() }));
    const model = { name, fields, identifier: [], indexes: [], disabled: [], rules: [] };
    if (dice.chance(0.15)) fields.push({ name: 'id', type: { scalar: dice.pick(['id', 'string']) }, required: true });
    else if (dice.chance(0.35)) this.#addIdentifier(model);
    if (dice.chance(0.15)) fields.push({ name: dice.pick(['createdAt', 'updatedAt']), type: { scalar: 'datetime' }, required: dice.chance(0.5) });
    if (dice.chance(0.3)) model.disabled = this.#disabled();
    return model;
  }

  #modelField() {
    const dice = this.#dice;
    const field = this.#typeField(1);
    const { scalar } = field.type;
    // The peer takes a required list of enums for a single value.
    if (!scalar) field.arrayRequired = false;
    if (scalar && !field.array && dice.chance(0.2)) field.default = dice.pick(defaults[scalar]);
    if (!field.array && dice.chance(0.2)) {
      if (scalar === 'string') field.validations = [['minLength', 1], ['maxLength', 9, 'too long'], ['startsWith', 's']].slice(0, dice.between(1, 3));
      if (scalar === 'integer' || scalar === 'float') field.validations = [['gte', 0], ['lt', 100, 'too much']].slice(0, dice.between(1, 2));
    }
    return field;
  }

  #addIdentifier(model) {
    const dice = this.#dice;
    const names = dice.some(['pk', 'sk', 'tenant', 'at', 'seq'], dice.between(1, 4));
    for (const name of names) model.fields.push({ name, type: { scalar: dice.pick(keyScalars) }, required: true });
    model.identifier = names;
  }

  #disabled() {
    const dice = this.#dice;
    if (dice.chance(0.5)) return [dice.pick(['queries', 'mutations', 'subscriptions'])];
    // All of a kind, one by one, would mean the kind as a whole, which is written otherwise.
    return dice.some([...dice.some(['get', 'list'], 1), ...dice.some(['create', 'update', 'delete'], 2), ...dice.some(['onCreate', 'onUpdate', 'onDelete'], 2)], dice.between(1, 4));
  }

  #keys(model) {
    const names = model.identifier.length ? model.identifier : ['id'];
    return names.map((name) => model.fields.find((field) => field.name === name)?.type.scalar ?? 'id');
  }

  #addRelation() {
    const dice = this.#dice;
    const parent = dice.pick(this.#schema.models);
    const child = dice.pick(this.#schema.models);
    const number = this.#schema.models.flatMap(({ fields }) => fields).filter(({ type }) => type.relation).length;
    const required = dice.chance(0.2);
    const references = this.#keys(parent).map((scalar, index) => {
      const name = `ref${number}_${index}`;
      child.fields.push({ name, type: { scalar }, required });
      return name;
    });
    const kind = dice.pick(['hasMany', 'hasMany', 'hasOne']);
    parent.fields.push({ name: `to${number}`, type: { relation: kind, model: child.name, references } });
    child.fields.push({ name: `from${number}`, type: { relation: 'belongsTo', model: parent.name, references } });
  }

  #addIndexes(model) {
    const dice = this.#dice;
    const enums = this.#schema.enums.map(({ name }) => name);
    const usable = model.fields.filter(
      ({ type, array }) => !array && (keyScalars.includes(type.scalar) || type.enum || enums.includes(type.ref)),
    );
    const key = model.identifier.length ? model.identifier : ['id'];
    const seen = new Set();
    for (let i = dice.between(0, 3); i > 0; --i) {
      const [partition, ...sortKeys] = dice.some(usable, dice.between(1, 4)).map(({ name }) => name);
      const keys = [partition, ...sortKeys].join();
      if (!partition || (key.length === 1 && key[0] === partition) || seen.has(keys)) continue;
      seen.add(keys);
      const index = { partition, sortKeys, name: dice.chance(0.3) ? `by${i}` : undefined };
      index.queryField = dice.chance(0.2) ? null : dice.chance(0.3) ? `q${model.name}${i}` : undefined;
      if (dice.chance(0.2)) index.projection = ['KEYS_ONLY'];
      else if (dice.chance(0.2)) index.projection = ['INCLUDE', [dice.pick(model.fields.filter(({ type }) => !type.relation)).name]];
      model.indexes.push(index);
    }
  }

  // Rules

  #addRules(model) {
    const dice = this.#dice;
    model.rules = this.#someRules(model);
    const verbs = ['create', 'update', 'delete', 'read'];
    const isRequired = ({ required, arrayRequired }) => required || arrayRequired;
    // Whoever may read a field must be let to read the required ones.
    const readers = model.rules.filter(({ to }) => !to || to.includes('read'));
    for (const field of model.fields.filter((field) => !isRequired(field) && !field.type.enum && !field.type.fields)) {
      if (!dice.chance(0.1)) continue;
      if (model.fields.some(isRequired)) field.rules = dice.some(readers, 2).map((rule) => ({ ...rule, to: this.#verbs(verbs) }));
      else field.rules = this.#someRules(model, verbs);
    }
  }

  /** Rules for different callers. Fields that they need are added to the model. */
  #someRules(model, verbs = operations) {
    const dice = this.#dice;
    const rules = [];
    const callers = new Set();
    for (let i = dice.between(1, 4); i > 0; --i) {
      const rule = this.#rule(model);
      if (callers.has(rule.callers)) continue;
      callers.add(rule.callers);
      if (dice.chance(0.5)) rule.to = this.#verbs(verbs);
      rules.push(rule);
    }
    return rules;
  }

  #verbs(verbs) {
    const dice = this.#dice;
    const chosen = dice.some(verbs, dice.between(1, 4));
    if (!dice.chance(0.3)) return chosen;
    return ['read', ...chosen.filter((verb) => ['create', 'update', 'delete'].includes(verb))];
  }

  #rule(model) {
    const dice = this.#dice;
    const user = dice.pick(['userPools', 'userPools', ...this.#providers.filter((provider) => provider === 'oidc')]);
    const simple = [
      { allow: 'publicApiKey', callers: 'apiKey' },
      { allow: 'guest', callers: 'guest' },
      { allow: 'authenticated', provider: dice.pick([user, user, 'identityPool']) },
      { allow: 'group', groups: [dice.pick(groups)], provider: user },
      { allow: 'groups', groups: dice.some(groups, 2), provider: user },
      ...(this.#providers.includes('function') ? [{ allow: 'custom', callers: 'custom' }] : []),
    ];
    const rule = model.fields.length && dice.chance(0.5) ? this.#itemRule(model, user) : dice.pick(simple);
    if (rule.groups) rule.callers = 'groups';
    rule.callers ??= `${rule.allow} ${rule.provider ?? ''}`;
    return rule;
  }

  #itemRule(model, user) {
    const dice = this.#dice;
    const declare = (name, array) => {
      const known = model.fields.find((field) => field.name === name);
      if (!known) model.fields.push({ name, type: { scalar: dice.pick(array ? ['string'] : textScalars) }, required: false, array });
      return name;
    };
    // One provider for all rules about an owner: the peer adds the field for each provider.
    switch (dice.between(0, 4)) {
      case 0:
        return { allow: 'owner', callers: 'owner', claim: dice.chance(0.2) ? 'sub' : undefined };
      case 1:
        return { allow: 'ownerDefinedIn', field: dice.chance(0.3) ? 'writer' : declare('author', false), callers: 'ownerDefinedIn' };
      case 2:
        return { allow: 'ownersDefinedIn', field: declare('editors', true), callers: 'ownersDefinedIn' };
      case 3:
        return { allow: 'groupDefinedIn', field: declare('team', false), provider: user, claim: dice.chance(0.2) ? 'roles' : undefined, callers: 'groupDefinedIn' };
      default:
        return { allow: 'groupsDefinedIn', field: declare('teams', true), provider: user, callers: 'groupsDefinedIn' };
    }
  }

  // Operations

  #addOperation() {
    const dice = this.#dice;
    const number = this.#schema.operations.length;
    const code = dice.chance(0.4);
    const kind = dice.pick(['query', 'mutation']);
    const operation = { kind, name: `${dice.pick(['ask', 'Do', 'run_it'])}${number}`, arguments: this.#arguments(), returns: this.#result() };
    operation.rules = this.#operationRules(code);
    operation.handler = code ? { code: true } : { functions: dice.some(['one', 'two', 'three'], dice.between(1, 2)) };
    this.#schema.operations.push(operation);
    // Subscribers may not read what the peer declares for an inline result.
    if (kind === 'mutation' && !operation.returns.type.fields && dice.chance(0.4)) {
      const rules = this.#operationRules(true);
      this.#schema.operations.push({ kind: 'subscription', name: `on${number}`, arguments: this.#arguments(), source: operation.name, rules, handler: { code: true } });
    }
  }

  #arguments() {
    return this.#fieldNames(this.#dice.between(0, 3)).map((name) => ({ name, ...this.#typeField(2) }));
  }

  #result() {
    const dice = this.#dice;
    const { enums, customTypes, models } = this.#schema;
    const names = [...enums, ...customTypes, ...models].map(({ name }) => name);
    if (dice.chance(0.5)) return this.#shape({ ref: dice.pick(names) });
    if (dice.chance(0.2)) return { type: { fields: this.#typeFields(2) } };
    return this.#shape({ scalar: dice.pick(scalars) });
  }

  #operationRules(code) {
    const rules = this.#someRules({ fields: [] }).filter(
      ({ allow, provider }) => !(allow.startsWith('group') && provider === 'oidc') && !(code && (allow === 'guest' || provider === 'identityPool')),
    );
    for (const rule of rules) delete rule.to;
    return rules.length ? rules : [{ allow: 'publicApiKey' }];
  }
}
