// SPDX-License-Identifier: Apache-2.0

const escapes = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', '\r': '&#13;' };
const escaped = (text) => String(text).replace(/[<>&"\r]/g, (character) => escapes[character]);

/** An element; lists become `<member>`s, undefined members are left out. */
export function element(name, value) {
  if (value === undefined || value === null) return '';
  return `<${name}>${content(value)}</${name}>`;
}

function content(value) {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => element('member', item)).join('');
  if (typeof value !== 'object') return escaped(value);
  return Object.entries(value).map(([key, item]) => element(key, item)).join('');
}
