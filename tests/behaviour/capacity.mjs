// SPDX-License-Identifier: Apache-2.0
// What operations cost at DynamoDB, the peer's and ours: the table that docs/resolvers.md quotes.
// node capacity.mjs --update writes it there.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { user } from './appsync/callers.mjs';
import { pairOf } from './backends.mjs';

const page = new URL('../../docs/resolvers.md', import.meta.url);
const quoted = /(<!-- measured: tests\/behaviour\/capacity\.mjs -->\n)([\s\S]*?)(\n\n|$)/;

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

const post = (id) => ({ id, title: 'old', owner: 'sub-alice::alice', createdAt: '2030-01-01T00:00:00.000Z', updatedAt: '2030-01-01T00:00:00.000Z', __typename: 'Post' });

/** `{ calls: 'GetItem, UpdateItem', reads, writes }` of one request on a table of three small items. */
async function cost({ api }, caller, query) {
  await api.clear();
  for (const id of ['1', '2', '3']) await api.put(api.tableOf('Post'), post(id));
  await api.execute({ query, caller });
  const sum = (isWrite) => api.calls.filter((call) => /^(Put|Update|Delete)/.test(call.action) === isWrite).reduce((total, { units }) => total + units, 0);
  return { calls: api.calls.map(({ action }) => action).join(', '), reads: sum(false), writes: sum(true) };
}

const cells = ({ calls, reads, writes }) => `${calls} | ${reads} + ${writes}`;

export async function measured() {
  const { peer, ours } = await pairOf('seed');
  const rows = [];
  for (const [name, caller, query] of operations) {
    rows.push(`| ${name} | ${cells(await cost(peer, caller, query))} | ${cells(await cost(ours, caller, query))} |`);
  }
  return ['| operation | Amplify’s calls | read + write units | our calls | read + write units |', '|---|---|---|---|---|', ...rows].join('\n');
}

export const inThePage = () => readFileSync(page, 'utf8').match(quoted)?.[2];

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv.includes('--update')) {
  const table = await measured();
  writeFileSync(page, readFileSync(page, 'utf8').replace(quoted, (_, marker, __, end) => `${marker}${table}${end}`));
}
