// SPDX-License-Identifier: Apache-2.0
// Every caller, operation and model of a backend, against the peer. BEHAVIOUR_BACKEND names the backend.
import { matrix } from './generate/matrix.mjs';
import { compareAll } from './compare_all.mjs';

compareAll('matrix', ({ backend }) => matrix(backend));
