// SPDX-License-Identifier: Apache-2.0

/** Pseudorandom choices that depend on the seed alone (mulberry32). */
export function generator(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count) => Math.floor(next() * count);
  return {
    below,
    pick: (list) => list[below(list.length)],
    /** True once in so many times. */
    chance: (times) => next() * times < 1,
  };
}
