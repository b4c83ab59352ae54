// SPDX-License-Identifier: Apache-2.0

/** `members` as an object that throws for anything it doesn't have, so that no use goes unnoticed. */
export const strict = (name, members) =>
  new Proxy(members, {
    get(target, key) {
      if (!Object.hasOwn(target, key)) throw new Error(`${name}.${String(key)} is not emulated`);
      return target[key];
    },
  });
