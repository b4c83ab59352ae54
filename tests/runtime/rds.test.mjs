// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as rds from '../../runtime/appsync/rds.mjs';

const pg = (...statements) => rds.createPgStatement(...statements);
const text = (statement) => pg(statement).statements[0];

test('a select, as AppSync writes it', () => {
  const statement = rds.select({
    table: 'UserGroup', columns: ['id', 'name'], where: { or: [{ name: { eq: 'Stephane' } }, { id: { gt: 10 } }] },
    orderBy: [{ column: 'name' }, { column: 'id', dir: 'DESC' }], limit: 10, offset: 1,
  });
  const expected = 'SELECT "id", "name" FROM "UserGroup" WHERE ("name" = :P0) OR ("id" > :P1) ORDER BY "name" ASC, "id" DESC LIMIT :P2 OFFSET :P3';
  assert.deepEqual(pg(statement), { statements: [expected], variableMap: { ':P0': 'Stephane', ':P1': 10, ':P2': 10, ':P3': 1 }, variableTypeHintMap: {} });
  assert.equal(rds.createMySQLStatement(statement).statements[0], expected.replaceAll('"', '`'));
});

test('insert, update and delete', () => {
  assert.equal(text(rds.insert({ table: 'persons', values: { name: 'test' }, returning: '*' })), 'INSERT INTO "persons" ("name") VALUES (:P0) RETURNING *');
  assert.equal(text(rds.update({ table: 'persons', values: { a: 1, b: 2 }, where: { id: { eq: 1 } } })), 'UPDATE "persons" SET "a" = :P0, "b" = :P1 WHERE "id" = :P2');
  assert.equal(text(rds.remove({ table: 'persons', where: { id: { eq: 1 } }, returning: ['id', 'name'] })), 'DELETE FROM "persons" WHERE "id" = :P0 RETURNING "id", "name"');
});

test('type hints and tagged templates share the numbers of a request', () => {
  const { sql, typeHint } = rds;
  assert.deepEqual(pg(sql`insert into Post(id, text) values(${typeHint.UUID('a')}, ${'b'})`, sql`select * from Post where id = ${'a'}`), {
    statements: ['insert into Post(id, text) values(:P0, :P1)', 'select * from Post where id = :P2'],
    variableMap: { ':P0': 'a', ':P1': 'b', ':P2': 'a' },
    variableTypeHintMap: { ':P0': 'UUID' },
  });
});

test('joins, groups, aliases and quotes', () => {
  const { agg } = rds;
  assert.equal(
    text(rds.select({ from: { o: 'orders' }, columns: ['o.id', agg.count('o.id')], leftJoin: [{ table: 'users', using: ['id'] }], groupBy: ['o.id'], having: { total: { sum: { gt: 1 } } } })),
    'SELECT "o"."id", COUNT("o"."id") FROM "orders" AS "o" LEFT JOIN "users" USING ("id") GROUP BY "o"."id" HAVING SUM("total") > :P0',
  );
  assert.equal(text(rds.select({ table: 'a"; drop' })), 'SELECT * FROM "a""; drop"');
  assert.throws(() => text(rds.select({ table: 'a', where: { b: { near: 1 } } })), /near is no operator of a condition/);
});

test('results, by the example of the guide', () => {
  const columnMetadata = ['author', 'title'].map((label) => ({ label }));
  const records = [[{ stringValue: 'Mark Twain' }, { isNull: true }], [{ longValue: 1 }, { booleanValue: false }]];
  const result = { sqlStatementResults: [{ numberOfRecordsUpdated: 1 }, { records, columnMetadata }] };
  assert.deepEqual(rds.toJsonObject(JSON.stringify(result)), [[], [{ author: 'Mark Twain', title: null }, { author: 1, title: false }]]);
});
