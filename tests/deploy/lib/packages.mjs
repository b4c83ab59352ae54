// SPDX-License-Identifier: Apache-2.0
// The packages of the conformance tests are used here too.
import { createRequire } from 'node:module';

export const require = createRequire(new URL('../../conformance/package.json', import.meta.url));
