// SPDX-License-Identifier: Apache-2.0
// The call of a handler that is under way. Handlers can't wait, so there is one at a time.

/** What a handler raises to answer with an error: `util.error`, `util.unauthorized`. */
export class ResolverError extends Error {
  constructor(message, type = null, data = null, info = null) {
    super(message);
    Object.assign(this, { type, data, info });
  }
}

/** What a handler raises to end early with a value: `runtime.earlyReturn`. */
export class EarlyReturn {
  constructor(value, skipTo) {
    Object.assign(this, { value, skipTo });
  }
}

let current;

/**
 * Calls `handler` on behalf of a request, and returns what it returns; its ResolverError and EarlyReturn are thrown.
 *
 * The host gives each request a plain object: `authType`, `typeName` and `fieldName` say what is resolved;
 * `now()` gives the time in milliseconds and `random()` a number from 0 up to 1, both with defaults.
 * Handlers leave behind in it, if anything: `errors` (appended), `subscriptionFilter`, `invalidationFilter`,
 * `invalidations`, `evictions`, `responseHeaders`.
 */
export function invoke(invocation, handler) {
  const outer = current;
  current = invocation;
  try {
    return handler();
  } finally {
    current = outer;
  }
}

export function invocation() {
  if (!current) throw new Error('a handler of a resolver can call this, and nothing else');
  return current;
}

export const now = () => (invocation().now ?? Date.now)();
export const random = () => (invocation().random ?? Math.random)();
