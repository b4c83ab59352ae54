// SPDX-License-Identifier: Apache-2.0
// Random requests in a row, against the peer. BEHAVIOUR_BACKEND names the backend, BEHAVIOUR_SEED another start.
import { sequences } from './generate/sequences.mjs';
import { compareAll } from './compare_all.mjs';

const seed = Number(process.env.BEHAVIOUR_SEED ?? 1);
compareAll('sequences', ({ backend }) => sequences(backend, { count: 200, length: 12, seed }));
