// SPDX-License-Identifier: Apache-2.0
// An item changes hands while its former owner's request is under way: after the peer's check and before its write that
// goes unnoticed. Ours checks in the write itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { user } from './appsync/callers.mjs';
import { pairOf } from './backends.mjs';

const alice = user('alice');
const post = { id: '1', title: 'old', owner: 'sub-alice::alice', createdAt: '2030-01-01T00:00:00.000Z', updatedAt: '2030-01-01T00:00:00.000Z', __typename: 'Post' };
const requests = {
  update: 'mutation { updatePost(input: { id: "1", title: "mine again" }) { id title } }',
  delete: 'mutation { deletePost(input: { id: "1" }) { id title } }',
};
const { peer, ours } = await pairOf('seed');

/** Bob takes the item over just before the call with this number; gives the answer, the item then, and the calls. */
async function interleaved({ api }, query, number) {
  await api.clear();
  const table = api.tableOf('Post');
  await api.put(table, post);
  let calls = 0;
  api.beforeEachCall(async () => {
    calls += 1;
    if (calls === number) await api.put(table, { ...post, owner: 'sub-bob::bob' });
  });
  const answer = await api.execute({ query, caller: alice });
  api.beforeEachCall(undefined);
  return { answer, item: (await api.items(table))[0], calls };
}

for (const [name, query] of Object.entries(requests)) {
  test(`${name}: the peer writes to an item that has changed hands since it looked`, async () => {
    const { answer, item } = await interleaved(peer, query, 2);
    assert.equal(answer.errors, undefined);
    assert.notDeepEqual(item, { ...post, owner: 'sub-bob::bob' });
  });

  test(`${name}: ours refuses, whenever that happens`, async () => {
    const { calls } = await interleaved(ours, query, 0);
    assert.equal(calls, 1);
    // The first call is the write. A second one reads the item, once the write has failed.
    const { answer, item } = await interleaved(ours, query, 1);
    assert.equal(answer.errors[0].errorType, 'Unauthorized');
    assert.deepEqual(item, { ...post, owner: 'sub-bob::bob' });
  });
}
