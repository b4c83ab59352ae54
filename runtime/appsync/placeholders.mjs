// SPDX-License-Identifier: Apache-2.0
import { toDynamoDB } from './attribute_values.mjs';

/** The names and values of an expression, numbered as they come: `#expName_1`, `:expValue_1`. */
export class Placeholders {
  #names = {};
  #values = {};

  name = (key) => {
    const known = Object.keys(this.#names).find((placeholder) => this.#names[placeholder] === key);
    const placeholder = known ?? `#expName_${Object.keys(this.#names).length + 1}`;
    this.#names[placeholder] = key;
    return placeholder;
  };

  value = (operand) => {
    const placeholder = `:expValue_${Object.keys(this.#values).length + 1}`;
    this.#values[placeholder] = typed(operand);
    return placeholder;
  };

  result = (expression) => ({
    expression,
    expressionNames: this.#names,
    ...(Object.keys(this.#values).length > 0 ? { expressionValues: this.#values } : {}),
  });
}

const sets = ['SS', 'NS', 'BS'];

/** A set is typed already. */
function typed(operand) {
  const [type, ...others] = typeof operand === 'object' && operand !== null ? Object.keys(operand) : [];
  return sets.includes(type) && others.length === 0 ? operand : toDynamoDB(operand);
}
