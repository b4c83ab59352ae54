// SPDX-License-Identifier: Apache-2.0
// The root stack's outputs and metadata, which Amplify's tools read, are the peer's.
import { ours, peers } from './lib/backends.mjs';
import { compareBackends } from './lib/compare.mjs';
import { compareOutputs } from './lib/outputs.mjs';

compareBackends('outputs', (name) => compareOutputs(peers(name), ours(name)));
