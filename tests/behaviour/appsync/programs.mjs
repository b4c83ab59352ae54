// SPDX-License-Identifier: Apache-2.0
// The two languages of resolvers.
import { Realm } from './realm.mjs';

/** Makes programs of resolvers for APPSYNC_JS, all in one realm. */
export function javaScript() {
  const realm = new Realm();
  return ({ code }, name) => {
    if (code === undefined) throw new Error(`${name} has no JavaScript`);
    const run = realm.compile(code, name);
    return (handler, invocation, context) => {
      const { result, stash } = run(handler, invocation, context);
      return { result, stash };
    };
  };
}
