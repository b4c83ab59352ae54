// SPDX-License-Identifier: Apache-2.0
// Models and fields under new names find what was stored under the old ones.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Api } from '../behaviour/appsync/api.mjs';
import { deployment } from '../behaviour/deployment.mjs';
import { ours } from '../conformance/lib/backends.mjs';
import { role, user } from './lib/callers.mjs';
import { idsOf, Model } from './lib/models.mjs';

const alice = user('alice');
const admin = user('carol', { groups: ['Admin'] });
const old = { id: '1', title: 't', day: '2030-01-01', subtitle: 'a line', heading: 'a heading', meta: { subtitle: 'kept' }, hidden: 'h' };

async function articles() {
  const article = await Model.of('renames', 'Article', { stored: 'Post' });
  await article.store(old);
  return article;
}

/** Executes a document as a client would. */
async function ask(article, caller, query, variables) {
  const { data, errors } = await article.api.execute({ query, variables, caller });
  assert.deepEqual(errors, undefined);
  return JSON.parse(JSON.stringify(data));
}
const fields = 'id tagline subtitle extra';
const shown = { id: '1', tagline: 'a line', subtitle: 'a heading', extra: '{"subtitle":"kept"}' };

test('the table has the old name', () => {
  const { dataSources } = deployment(ours('renames'));
  assert.match(JSON.stringify(dataSources), /"tableName":"Post-/);
  assert.doesNotMatch(JSON.stringify(dataSources), /"tableName":"Article-/);
});

test('get, list, indexes, relations and handlers show fields by their new names', async () => {
  const article = await articles();
  await new Model(article.api, 'Remark').store({ id: 'r', articleId: '1', text: 'yes', owner: 'sub-alice::alice' });
  assert.deepEqual(await ask(article, alice, `{ getArticle(id: "1") { ${fields} } }`), { getArticle: shown });
  assert.deepEqual(await ask(article, alice, `{ listArticles { items { ${fields} } } }`), { listArticles: { items: [shown] } });
  assert.deepEqual(await ask(article, alice, '{ articlesByDay(day: "2030-01-01") { items { tagline } } }'), { articlesByDay: { items: [{ tagline: 'a line' }] } });
  assert.deepEqual(await ask(article, alice, `{ getRemark(id: "r") { body article { ${fields} remarks { items { body } } } } }`), {
    getRemark: { body: 'yes', article: { ...shown, remarks: { items: [{ body: 'yes' }] } } },
  });
  assert.deepEqual(await ask(article, alice, `{ rawArticle(id: "1") { ${fields} } }`), { rawArticle: shown });
  assert.deepEqual(await ask(article, admin, '{ getArticle(id: "1") { secret } }'), { getArticle: { secret: 'h' } });
});

test('filters and conditions go by what is stored', async () => {
  const article = await articles();
  const list = (filter) => article.list(alice, { filter });
  assert.deepEqual(idsOf(await list({ tagline: { eq: 'a line' } })), ['1']);
  assert.deepEqual(idsOf(await list({ subtitle: { eq: 'a line' } })), []);
  assert.deepEqual(idsOf(await list({ and: [{ not: { subtitle: { ne: 'a heading' } } }, { or: [{ tagline: { contains: 'line' } }] }] })), ['1']);
  assert.deepEqual(idsOf(await list({ title: { eq: '"tagline":' } })), []);
  const { error } = await article.update(alice, { id: '1', title: 'u' }, { tagline: { eq: 'another' } });
  assert.match(error.message, /conditional request failed/);
  assert.equal((await article.update(alice, { id: '1', title: 'u' }, { tagline: { eq: 'a line' } })).error, undefined);
  assert.equal((await article.delete(role, '1', { subtitle: { eq: 'a heading' } })).error, undefined);
});

test('create and update store fields under the old names', async () => {
  const article = await articles();
  const { data: { id } } = await article.create(alice, { title: 't', tagline: 'x', subtitle: 'y', extra: { tagline: 1 } });
  const { subtitle, heading, meta, tagline } = (await article.items())[id];
  assert.deepEqual([subtitle, heading, meta, tagline], ['x', 'y', { tagline: 1 }, undefined]);
  await article.update(role, { id, tagline: 'z', subtitle: null });
  const changed = (await article.items())[id];
  assert.deepEqual([changed.subtitle, 'heading' in changed, changed.title], ['z', false, 't']);
  const { data: bare } = await article.create(alice, { title: 'u' });
  assert.equal((await article.items())[bare.id].subtitle, 'none');
  const created = await ask(article, alice, 'mutation { createArticle(input: { tagline: "q" }) { tagline subtitle extra } }');
  assert.deepEqual(created, { createArticle: { tagline: 'q', subtitle: null, extra: null } });
});
