// SPDX-License-Identifier: Apache-2.0
// Structural comparison of two plain values.
import { isDeepStrictEqual } from 'node:util';

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * Every place where two values differ, as `{ path, peer, ours }`; undefined means absent.
 * Lists are compared in order.
 */
export function diff(peer, ours, path = '') {
  if (isDeepStrictEqual(peer, ours)) return [];
  const step = (key) => (path ? `${path}/${key}` : String(key));
  if (isObject(peer) && isObject(ours)) {
    const keys = [...new Set([...Object.keys(peer), ...Object.keys(ours)])].sort();
    return keys.flatMap((key) => diff(peer[key], ours[key], step(key)));
  }
  if (Array.isArray(peer) && Array.isArray(ours) && peer.length === ours.length) {
    return peer.flatMap((item, index) => diff(item, ours[index], step(index)));
  }
  return [{ path, peer, ours }];
}
