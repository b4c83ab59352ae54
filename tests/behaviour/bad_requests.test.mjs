// SPDX-License-Identifier: Apache-2.0
// Requests that are refused, against the peer: nothing may be stored, and no resolver fail. BEHAVIOUR_BACKEND names the backend.
import { badRequests } from './generate/bad_requests.mjs';
import { compareAll } from './compare_all.mjs';
import { watch } from './faults.mjs';

compareAll('bad_requests', ({ backend }) => badRequests(backend), watch);
