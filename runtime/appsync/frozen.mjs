// SPDX-License-Identifier: Apache-2.0

/** Freezes an object and all that it holds. */
export function frozen(object) {
  for (const member of Object.values(object)) {
    if (typeof member === 'object' && member !== null) frozen(member);
  }
  return Object.freeze(object);
}
