// SPDX-License-Identifier: Apache-2.0
// Requests in C++: documents that the API takes, and that mean what Amplify's own client sends for the
// same call, which a server records.
import { Amplify } from 'aws-amplify';
import { generateClient } from 'aws-amplify/data';
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { calls, subscriptions } from './client/calls.mjs';
import { faultsOf, meaningOf } from './lib/documents.mjs';
import { answers } from './lib/twins.mjs';

const { schema, introspection, requests, requestsOfOurOwn } = answers(process.env.AMPLIFY_CONFORMANCE_CLIENT, [], null);

// What the client reads before it follows a relation.
const answerTo = (query) => (query.includes('getComment(') ? { getComment: { id: '1', postId: '1' } } : { getPost: { id: '1' } });
const recorded = [];
const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { query, variables } = JSON.parse(Buffer.concat(chunks).toString());
  recorded.push({ document: query, variables: variables ?? {} });
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ data: answerTo(query) }));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
after(() => server.close());

Amplify.configure({
  API: {
    GraphQL: {
      endpoint: `http://127.0.0.1:${server.address().port}/graphql`,
      region: 'us-east-1',
      apiKey: 'da2-x',
      defaultAuthMode: 'apiKey',
      modelIntrospection: introspection,
    },
  },
});
const client = generateClient();

test('every request is compared', () => {
  assert.deepEqual(Object.keys({ ...calls, ...subscriptions }).sort(), Object.keys(requests).sort());
});

for (const [name, request] of Object.entries({ ...requests, ...requestsOfOurOwn })) {
  test(`${name}: the API takes the document and its variables`, () => assert.deepEqual(faultsOf(schema, request), []));
}

for (const [name, call] of Object.entries(calls)) {
  test(`${name}: the client sends the same`, async () => {
    recorded.length = 0;
    await call(client);
    assert.deepEqual(meaningOf(requests[name]), meaningOf(recorded.at(-1)));
  });
}

for (const [name, call] of Object.entries(subscriptions)) {
  test(`${name}: the client subscribes to the same`, () => {
    const standIn = generateClient();
    let subscribed;
    standIn.graphql = ({ query, variables }) => {
      subscribed = { document: query, variables: variables ?? {} };
      return { pipe: () => undefined };
    };
    call(standIn);
    assert.deepEqual(meaningOf(requests[name]), meaningOf(subscribed));
  });
}

test('a document that the API refuses is found', () => {
  const { document, variables } = requests.get;
  assert.notDeepEqual(faultsOf(schema, { document: document.replace('title', 'titel'), variables }), []);
  assert.notDeepEqual(faultsOf(schema, { document, variables: {} }), []);
  assert.notDeepEqual(meaningOf(requests.get), meaningOf(requests['get, selected']));
});
