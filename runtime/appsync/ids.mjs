// SPDX-License-Identifier: Apache-2.0
// `util.autoId`, `autoUlid` and `autoKsuid`.
import { now, random } from './invocation.mjs';

const byte = () => Math.floor(random() * 256);
const bytes = (count) => Array.from({ length: count }, byte);
const hex = (list) => list.map((value) => value.toString(16).padStart(2, '0')).join('');

/** A random UUID: version 4, RFC 9562. */
export function autoId() {
  const list = bytes(16);
  list[6] = (list[6] & 0x0f) | 0x40;
  list[8] = (list[8] & 0x3f) | 0x80;
  const text = hex(list);
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}

const base32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** 48 bits of milliseconds and 80 random ones, in Crockford's base 32. */
export const autoUlid = () => digits([...bigEndian(BigInt(now()), 6), ...bytes(10)], base32, 26);

/** 32 bits of seconds since 2014-05-13T16:53:20Z and 128 random ones, in base 62. */
export const autoKsuid = () => digits([...bigEndian(BigInt(Math.floor(now() / 1000) - 1400000000), 4), ...bytes(16)], base62, 27);

const bigEndian = (value, count) => Array.from({ length: count }, (_, index) => Number((value >> BigInt(8 * (count - 1 - index))) & 255n));

function digits(list, alphabet, count) {
  const base = BigInt(alphabet.length);
  let rest = BigInt(`0x${hex(list)}`);
  let text = '';
  for (let i = 0; i < count; i += 1, rest /= base) text = alphabet[Number(rest % base)] + text;
  return text;
}
