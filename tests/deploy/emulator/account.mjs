// SPDX-License-Identifier: Apache-2.0
// Everything there is in the account.

export const accountId = '123456789012';

/** One region of the account, but for S3 and IAM, which all regions share. */
export class Region {
  /** Stacks by id, deleted ones included. */
  stacks = new Map();
  /** Parameters of Systems Manager by name. */
  parameters = new Map();
  /** Names of those that are encrypted. */
  secrets = new Set();
  /** Exported values by name: `{ value, stackId }`. */
  exports = new Map();

  constructor(account, name) {
    this.account = account;
    this.name = name;
  }
}

export class Account {
  id = accountId;
  #regions = new Map();
  /** Objects by key, by bucket. */
  buckets = new Map();
  /** Names of roles. */
  roles = new Set();
  /** `type name` of everything that a template gave its name. */
  names = new Set();
  /** What was kept when its stack went: `{ type, physicalId }`. */
  retained = [];
  /** `{ stackName, logicalId, operation, reason }`: what shall fail; each once. */
  failures = [];
  #count = 0;

  region(name) {
    if (!this.#regions.has(name)) this.#regions.set(name, new Region(this, name));
    return this.#regions.get(name);
  }

  /** Text that looks random, but is the same in every run. */
  unique(length, alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789') {
    let seed = (++this.#count * 2654435761) % 4294967296;
    let text = '';
    while (text.length < length) {
      seed = (seed * 1664525 + 1013904223) % 4294967296;
      text += alphabet[Math.floor((seed / 4294967296) * alphabet.length)];
    }
    return text;
  }
}
