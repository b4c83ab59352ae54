// SPDX-License-Identifier: Apache-2.0
// What operations cost at DynamoDB, the peer's and ours, and with what models opt in to: the tables that docs/resolvers.md
// quotes.
// node capacity.mjs --update writes it there.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ours as assembly } from '../conformance/lib/backends.mjs';
import { Api } from './appsync/api.mjs';
import { user } from './appsync/callers.mjs';
import { pairOf } from './backends.mjs';
import { deployment } from './deployment.mjs';

const page = new URL('../../docs/resolvers.md', import.meta.url);
const quoted = (name) => new RegExp(`(<!-- measured: tests/behaviour/capacity\\.mjs#${name} -->\\n)([\\s\\S]*?)(\\n\\n|$)`);

const alice = user('alice');
const bob = user('bob');
const operations = [
  ['get', alice, '{ getPost(id: "1") { id title } }'],
  ['list', alice, '{ listPosts { items { id title } } }'],
  ['create', alice, 'mutation { createPost(input: { id: "9", title: "new" }) { id } }'],
  ['update', alice, 'mutation { updatePost(input: { id: "1", title: "new" }) { id } }'],
  ['delete', alice, 'mutation { deletePost(input: { id: "1" }) { id } }'],
  ['update of another’s item, refused', bob, 'mutation { updatePost(input: { id: "1", title: "new" }) { id } }'],
  ['update whose condition fails', alice, 'mutation { updatePost(input: { id: "1", title: "new" }, condition: { title: { eq: "x" } }) { id } }'],
];

/** Of the model Note of the backend `options`. */
const options = [
  ['`.version()`: update', 'mutation { updateNote(input: { id: "1", version: 1, text: "new" }) { id } }'],
  ['`.version()`: update of another version, refused', 'mutation { updateNote(input: { id: "1", version: 7, text: "new" }) { id } }'],
  ['`.audit()`: create', 'mutation { createNote(input: { id: "9", text: "new" }) { id createdBy } }'],
  ['`.softDelete()`: get', '{ getNote(id: "1") { id } }'],
  ['`.softDelete()`: delete', 'mutation { deleteNote(input: { id: "1" }) { id } }'],
  ['`.softDelete()`: restore', 'mutation { restoreNote(id: "2") { id } }'],
  ['`.softDelete()`: purge', 'mutation { purgeNote(id: "2") { id } }'],
];

const note = (id, more) => ({ ...post(id), text: 'old', version: 1, __typename: 'Note', ...more });

const post = (id) => ({ id, title: 'old', owner: 'sub-alice::alice', createdAt: '2030-01-01T00:00:00.000Z', updatedAt: '2030-01-01T00:00:00.000Z', __typename: 'Post' });

/** `{ calls: 'GetItem, UpdateItem', reads, writes }` of one request on a table of a few small items. */
async function cost(api, model, items, caller, query) {
  await api.clear();
  for (const item of items) await api.put(api.tableOf(model), item);
  await api.execute({ query, caller });
  const sum = (isWrite) => api.calls.filter((call) => /^(Put|Update|Delete)/.test(call.action) === isWrite).reduce((total, { units }) => total + units, 0);
  return { calls: api.calls.map(({ action }) => action).join(', '), reads: sum(false), writes: sum(true) };
}

const cells = ({ calls, reads, writes }) => `${calls} | ${reads} + ${writes}`;

export async function measured() {
  const { peer, ours } = await pairOf('seed');
  const ofPost = ({ api }, caller, query) => cost(api, 'Post', ['1', '2', '3'].map(post), caller, query);
  const both = [];
  for (const [name, caller, query] of operations) {
    both.push(`| ${name} | ${cells(await ofPost(peer, caller, query))} | ${cells(await ofPost(ours, caller, query))} |`);
  }
  const api = await Api.of(deployment(assembly('options')));
  const notes = [note('1'), note('2', { deletedAt: '2030-01-01T00:00:00.000Z' })];
  const own = [];
  for (const [name, query] of options) own.push(`| ${name} | ${cells(await cost(api, 'Note', notes, alice, query))} |`);
  return {
    operations: ['| operation | Amplify’s calls | read + write units | our calls | read + write units |', '|---|---|---|---|---|', ...both].join('\n'),
    options: ['| operation | calls | read + write units |', '|---|---|---|', ...own].join('\n'),
  };
}

export const inThePage = (name) => readFileSync(page, 'utf8').match(quoted(name))?.[2];

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv.includes('--update')) {
  for (const [name, table] of Object.entries(await measured())) {
    writeFileSync(page, readFileSync(page, 'utf8').replace(quoted(name), (_, marker, __, end) => `${marker}${table}${end}`));
  }
}
