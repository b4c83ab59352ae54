// SPDX-License-Identifier: Apache-2.0
import { typedOrSet } from './sets.mjs';

/**
 * The names and values of an expression, numbered as they come: `#expName_1`, `:expValue_1`. `before` is how many names
 * another expression of the same request has, since DynamoDB gets them in one map.
 */
export class Placeholders {
  #before;
  #names = {};
  #values = {};

  constructor(before = 0) {
    this.#before = before;
  }

  name = (key) => {
    const known = Object.keys(this.#names).find((placeholder) => this.#names[placeholder] === key);
    const placeholder = known ?? `#expName_${this.#before + Object.keys(this.#names).length + 1}`;
    this.#names[placeholder] = key;
    return placeholder;
  };

  value = (operand) => {
    const placeholder = `:expValue_${Object.keys(this.#values).length + 1}`;
    this.#values[placeholder] = typedOrSet(operand);
    return placeholder;
  };

  result = (expression) => ({
    expression,
    expressionNames: this.#names,
    ...(Object.keys(this.#values).length > 0 ? { expressionValues: this.#values } : {}),
  });
}
