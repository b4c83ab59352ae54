// SPDX-License-Identifier: Apache-2.0
// Packages from npm, of which all tests have one folder.
import { createRequire } from 'node:module';

export const require = createRequire(new URL('../conformance/package.json', import.meta.url));

/** Always by `require`: graphql-js refuses objects of a second copy of itself. */
export const graphql = require('graphql');
