// SPDX-License-Identifier: Apache-2.0
// Stacks of the user's own hold what the peer makes of the same constructs, and every role may do the same.
import { names, ours, peers } from './lib/backends.mjs';
import { compareBackends } from './lib/compare.mjs';
import { meaning } from './lib/constructs.mjs';
import { diff } from './lib/diff.mjs';

/** Those of definitions are compared by the other tests. */
const isOwn = ({ path }) => path !== '' && !/^(auth|data|storage|function(?!s))/.test(path);
const withOwn = names.filter((name) => peers(name).stacks.some(isOwn));

compareBackends('stacks', (name) => diff(meaning(peers(name), isOwn), meaning(ours(name), isOwn)), withOwn);
