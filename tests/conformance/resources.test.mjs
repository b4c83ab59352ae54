// SPDX-License-Identifier: Apache-2.0
// User pools, roles and what they permit, the API, its key and the tables are the peer's.
import { ours, peers } from './lib/backends.mjs';
import { compareBackends } from './lib/compare.mjs';
import { compareResources } from './lib/resources.mjs';

compareBackends('resources', (name) => compareResources(peers(name), ours(name)));
