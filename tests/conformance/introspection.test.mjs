// SPDX-License-Identifier: Apache-2.0
// Model introspection is the peer's, both as we print it and as Amplify's tools compute it from the
// SDL that we publish.
import { namesWithData, ours, peers, run } from './lib/backends.mjs';
import { compareBackends } from './lib/compare.mjs';
import { diff } from './lib/diff.mjs';
import { introspectionOf, ourModelSchema, peerIntrospection, peerModelSchema } from './lib/introspection.mjs';

compareBackends('introspection', async (name) => [
  ...diff(peerIntrospection(peers(name)), JSON.parse(run(name, 'print', '--introspection')), 'printed'),
  ...diff(
    await introspectionOf(peerModelSchema(peers(name))),
    await introspectionOf(ourModelSchema(ours(name))),
    'published',
  ),
], namesWithData);
