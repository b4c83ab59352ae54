// SPDX-License-Identifier: Apache-2.0
// Random choices that a seed repeats on every machine.

export class Dice {
  #state;

  constructor(seed) {
    this.#state = (seed + 1) * 0x9e3779b9;
  }

  /** From 0 to 1, by the generator mulberry32. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  between(least, most) {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability) {
    return this.next() < probability;
  }

  pick(list) {
    return list[this.between(0, list.length - 1)];
  }

  /** `count` different entries in random order; fewer if there aren't as many. */
  some(list, count) {
    const rest = [...list];
    const picked = [];
    while (picked.length < count && rest.length) picked.push(...rest.splice(this.between(0, rest.length - 1), 1));
    return picked;
  }
}
