// SPDX-License-Identifier: Apache-2.0
// What resolvers import from '@aws-appsync/utils/rds': SQL statements with their variables.
import { frozen } from './frozen.mjs';

export { toJsonObject } from './rds_results.mjs';

class Statement {
  constructor(write) {
    this.write = write;
  }
}

class Aggregate {
  constructor(name, column) {
    Object.assign(this, { name, column });
  }
}

export const typeHint = frozen(Object.fromEntries(
  ['DATE', 'DECIMAL', 'JSON', 'TIME', 'TIMESTAMP', 'UUID'].map((type) => [type, (value) => ({ type, value })]),
));
const isHint = (value) => Object.hasOwn(value ?? {}, 'type') && Object.hasOwn(typeHint, value.type);

const aggregates = ['max', 'min', 'count', 'avg', 'sum'].flatMap((name) => [name, `${name}Distinct`]);
export const agg = frozen(Object.fromEntries(aggregates.map((name) => [name, (column) => new Aggregate(name, column)])));

/** Writes one request's statements, in a database's quotes, and numbers their variables: `:P0`. */
class Writer {
  #quote;
  variableMap = {};
  variableTypeHintMap = {};

  constructor(quote) {
    this.#quote = quote;
  }

  name = (path) =>
    path.split('.').map((part) => (part === '*' ? part : `${this.#quote}${part.replaceAll(this.#quote, this.#quote.repeat(2))}${this.#quote}`)).join('.');

  variable = (given) => {
    const name = `:P${Object.keys(this.variableMap).length}`;
    this.variableMap[name] = isHint(given) ? given.value : given ?? null;
    if (isHint(given)) this.variableTypeHintMap[name] = given.type;
    return name;
  };

  statement = (given) => (typeof given === 'string' ? given : given.write(this));

  aggregate = (name, column) => {
    const distinct = name.endsWith('Distinct');
    return `${name.replace('Distinct', '').toUpperCase()}(${distinct ? 'DISTINCT ' : ''}${this.name(column)})`;
  };

  /** A name, `{ alias: name }`, `{ alias: statement }`, a statement or an aggregate. */
  term = (given) => {
    if (typeof given === 'string') return this.name(given);
    if (given instanceof Aggregate) return this.aggregate(given.name, given.column);
    if (given instanceof Statement) return `(${given.write(this)})`;
    return Object.entries(given).map(([alias, item]) => `${this.term(item)} AS ${this.name(alias)}`).join(', ');
  };

  terms = (given) => (given === '*' || given === undefined ? '*' : given.map(this.term).join(', '));

  condition = (given) => {
    if (given instanceof Statement) return given.write(this);
    return joined('AND', Object.entries(given).map(([key, operand]) => {
      if (key === 'and' || key === 'or') return joined(key.toUpperCase(), operand.map(this.condition));
      if (key === 'not') return `NOT (${joined('AND', [operand].flat().map(this.condition))})`;
      return this.comparisons(this.name(key), key, operand);
    }));
  };

  comparisons = (target, column, operators) =>
    joined('AND', Object.entries(operators).map(([operator, operand]) => {
      if (comparators[operator]) return `${target} ${comparators[operator]} ${this.variable(operand)}`;
      if (aggregates.includes(operator)) return this.comparisons(this.aggregate(operator, column), column, operand);
      switch (operator) {
        case 'between': return `${target} BETWEEN ${this.variable(operand[0])} AND ${this.variable(operand[1])}`;
        case 'beginsWith': return `${target} LIKE ${this.variable(`${operand}%`)}`;
        case 'contains': return `${target} LIKE ${this.variable(`%${operand}%`)}`;
        case 'notContains': return `${target} NOT LIKE ${this.variable(`%${operand}%`)}`;
        case 'attributeExists': return `${target} IS ${operand ? 'NOT ' : ''}NULL`;
        case 'size': return this.comparisons(`LENGTH(${target})`, column, operand);
        default: throw new Error(`${operator} is no operator of a condition`);
      }
    }));
}

const comparators = { eq: '=', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=' };
const joined = (word, parts) => (parts.length > 1 ? parts.map((part) => `(${part})`).join(` ${word} `) : parts[0] ?? '');

const joins = {
  join: 'JOIN', innerJoin: 'INNER JOIN', leftJoin: 'LEFT JOIN', leftOuterJoin: 'LEFT OUTER JOIN', rightJoin: 'RIGHT JOIN',
  rightOuterJoin: 'RIGHT OUTER JOIN', fullOuterJoin: 'FULL OUTER JOIN', crossJoin: 'CROSS JOIN', joinNatural: 'NATURAL JOIN',
  innerJoinNatural: 'NATURAL INNER JOIN', leftJoinNatural: 'NATURAL LEFT JOIN', leftOuterJoinNatural: 'NATURAL LEFT OUTER JOIN',
  rightJoinNatural: 'NATURAL RIGHT JOIN', rightOuterJoinNatural: 'NATURAL RIGHT OUTER JOIN', fullOuterJoinNatural: 'NATURAL FULL OUTER JOIN',
};

const clause = (given, write) => (given === undefined || given === null ? [] : [write(given)]);
const filled = (condition) => (condition instanceof Statement || Object.keys(condition ?? {}).length > 0 ? condition : undefined);
const text = (...parts) => parts.flat().join(' ');

export const select = (payload) => new Statement((to) => {
  const joinsOf = Object.entries(joins).flatMap(([kind, words]) => (payload[kind] ?? []).map(({ table, from, using, on }) =>
    text(words, to.term(table ?? from), clause(using, (columns) => `USING (${to.terms(columns)})`), clause(on, (condition) => `ON ${to.condition(condition)}`))));
  return text(
    'SELECT', to.terms(payload.columns), 'FROM', to.term(payload.table ?? payload.from), joinsOf,
    clause(filled(payload.where), (condition) => `WHERE ${to.condition(condition)}`),
    clause(payload.groupBy, (columns) => `GROUP BY ${columns.map((column) => (typeof column === 'number' ? column : to.name(column))).join(', ')}`),
    clause(filled(payload.having), (condition) => `HAVING ${to.condition(condition)}`),
    clause(payload.orderBy, (list) => `ORDER BY ${list.map(({ column, dir = 'ASC' }) => `${to.name(column)} ${dir.toUpperCase()}`).join(', ')}`),
    clause(payload.limit, (limit) => `LIMIT ${to.variable(limit)}`),
    clause(payload.offset, (offset) => `OFFSET ${to.variable(offset)}`),
  );
});

const returning = (to, payload) => clause(payload.returning, (columns) => `RETURNING ${to.terms(columns)}`);
const where = (to, payload) => clause(filled(payload.where), (condition) => `WHERE ${to.condition(condition)}`);

export const insert = (payload) => new Statement((to) => {
  const columns = Object.keys(payload.values).map(to.name).join(', ');
  const values = Object.values(payload.values).map(to.variable).join(', ');
  return text(`INSERT INTO ${to.term(payload.table ?? payload.from)} (${columns}) VALUES (${values})`, returning(to, payload));
});

export const update = (payload) => new Statement((to) => {
  const changes = Object.entries(payload.values).map(([column, value]) => `${to.name(column)} = ${to.variable(value)}`);
  return text(`UPDATE ${to.term(payload.table ?? payload.from)} SET ${changes.join(', ')}`, where(to, payload), returning(to, payload));
});

export const remove = (payload) => new Statement((to) =>
  text(`DELETE FROM ${to.term(payload.table ?? payload.from)}`, where(to, payload), returning(to, payload)));

/** A tagged template; what is interpolated becomes variables. */
export const sql = (strings, ...given) => new Statement((to) =>
  strings.reduce((all, part, index) => `${all}${to.variable(given[index - 1])}${part}`));

const request = (quote) => (...statements) => {
  const writer = new Writer(quote);
  const written = statements.filter((statement) => statement !== undefined && statement !== null).map(writer.statement);
  return { statements: written, variableMap: writer.variableMap, variableTypeHintMap: writer.variableTypeHintMap };
};

export const createPgStatement = request('"');
export const createMySQLStatement = request('`');
