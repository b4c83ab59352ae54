// SPDX-License-Identifier: Apache-2.0

export class ValidationError extends Error {}

const refuse = (message) => {
  throw new ValidationError(message);
};

/** The names and values of a request's expressions, checked as DynamoDB checks them. */
export class Scope {
  #names = {};
  #values = {};
  #used = new Set();

  /** Takes objects with `expressionNames` and `expressionValues`; what is undefined is left out. */
  constructor(...parts) {
    for (const { expressionNames, expressionValues } of parts.filter(Boolean)) {
      if (expressionValues && Object.keys(expressionValues).length === 0) refuse('ExpressionAttributeValues must not be empty');
      merge(this.#names, expressionNames);
      merge(this.#values, expressionValues);
    }
  }

  name(text) {
    if (!text.startsWith('#')) refuse(`${text} may be a reserved word: expressions name attributes by #`);
    this.#used.add(text);
    return this.#names[text] ?? refuse(`name ${text} is not defined`);
  }

  value(text) {
    this.#used.add(text);
    return this.#values[text] ?? refuse(`value ${text} is not defined`);
  }

  /** DynamoDB refuses names and values that no expression uses. */
  checkAllUsed() {
    for (const key of [...Object.keys(this.#names), ...Object.keys(this.#values)]) {
      if (!this.#used.has(key)) refuse(`${key} is unused in expressions`);
    }
  }
}

function merge(into, from = {}) {
  for (const [key, value] of Object.entries(from)) {
    if (key in into && JSON.stringify(into[key]) !== JSON.stringify(value)) refuse(`${key} is defined twice`);
    into[key] = value;
  }
}
