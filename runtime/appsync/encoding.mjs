// SPDX-License-Identifier: Apache-2.0
// `util.base64Encode`, `urlEncode`, `escapeJavaScript` and their like. Text is UTF-8.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function utf8(text) {
  const escaped = encodeURIComponent(text);
  const list = [];
  for (let i = 0; i < escaped.length; i += escaped[i] === '%' ? 3 : 1) {
    list.push(escaped[i] === '%' ? parseInt(escaped.slice(i + 1, i + 3), 16) : escaped.charCodeAt(i));
  }
  return list;
}

export function base64Encode(text) {
  const list = utf8(text);
  let result = '';
  for (let i = 0; i < list.length; i += 3) {
    const bits = (list[i] << 16) | ((list[i + 1] ?? 0) << 8) | (list[i + 2] ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => alphabet[(bits >> shift) & 63]).join('');
    result += digits.slice(0, list.length - i + 1).padEnd(4, '=');
  }
  return result;
}

export function base64Decode(text) {
  let bits = '';
  for (const digit of text.replace(/=+$/, '')) bits += alphabet.indexOf(digit).toString(2).padStart(6, '0');
  const escaped = (bits.match(/.{8}/g) ?? []).map((byte) => `%${parseInt(byte, 2).toString(16).padStart(2, '0')}`);
  return decodeURIComponent(escaped.join(''));
}

/** `application/x-www-form-urlencoded`. */
export const urlEncode = (text) =>
  encodeURIComponent(text).replace(/[!'()~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`).replace(/%20/g, '+');

export const urlDecode = (text) => decodeURIComponent(text.replace(/\+/g, ' '));

const escapes = { '\b': '\\b', '\n': '\\n', '\t': '\\t', '\f': '\\f', '\r': '\\r', "'": "\\'", '"': '\\"', '\\': '\\\\', '/': '\\/' };

export const escapeJavaScript = (text) =>
  [...text].map((c) => escapes[c] ?? (c < ' ' || c > '~' ? unicode(c) : c)).join('');

const unicode = (character) =>
  [...Array(character.length).keys()].map((i) => `\\u${character.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0')}`).join('');
