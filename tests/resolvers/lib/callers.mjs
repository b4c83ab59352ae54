// SPDX-License-Identifier: Apache-2.0
// The callers of these tests, as AppSync tells resolvers of them.
import { identities, role as roleOf, user } from '../../behaviour/appsync/callers.mjs';
import { deployment } from '../../behaviour/deployment.mjs';
import { ours } from '../../conformance/lib/backends.mjs';

export { apiKey, user } from '../../behaviour/appsync/callers.mjs';

/** A user who calls with an ID token. */
export const userById = (name) => user(name, { idToken: true });

/** A role outside Cognito: a function's, an administrator's. */
export const role = roleOf();

/** Identities of a pool whose roles have the same names in every backend. */
export const { guest, signedIn, groupRole, stranger } = identities(deployment(ours('rules')));
