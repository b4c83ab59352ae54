// SPDX-License-Identifier: Apache-2.0
// `util.xml`: elements become members, repeated ones lists; attributes are members too, text beside them is `content`.

const entities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const decoded = (text) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    hex || decimal ? String.fromCodePoint(parseInt(hex ?? decimal, hex ? 16 : 10)) : entities[name] ?? whole);

/** What a text stands for: true, false, null, a number, or itself. */
function value(text) {
  if (['true', 'false', 'null'].includes(text)) return JSON.parse(text);
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
}

const token = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!DOCTYPE[^>]*>|<(\/?)([^\s/>]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/gi;

export function toMap(xml) {
  if (xml === null || xml === undefined) return null;
  const root = {};
  const open = [{ members: root }];
  for (const [, cdata, closing, name, attributes, empty, characters] of xml.matchAll(token)) {
    const { members } = open.at(-1);
    if (cdata !== undefined || characters !== undefined) {
      const text = cdata ?? decoded(characters.trim());
      if (text !== '') add(members, 'content', value(text));
    } else if (closing) {
      const closed = open.pop();
      if (closed.name !== name || open.length === 0) throw new Error(`</${name}> closes no element`);
      add(open.at(-1).members, name, content(closed.members));
    } else if (name) {
      const own = {};
      for (const [, key, double, single] of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) own[key] = value(decoded(double ?? single));
      if (empty) add(members, name, content(own));
      else open.push({ name, members: own });
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1).name}> is not closed`);
  return root;
}

function content(members) {
  const names = Object.keys(members);
  if (names.length === 0) return '';
  return names.length === 1 && names[0] === 'content' ? members.content : members;
}

function add(members, name, item) {
  if (!Object.hasOwn(members, name)) members[name] = item;
  else if (Array.isArray(members[name])) members[name].push(item);
  else members[name] = [members[name], item];
}

export const xml = {
  toMap,
  toJsonString: (text, stringEncode = false) => {
    const json = JSON.stringify(toMap(text));
    return stringEncode ? JSON.stringify(json) : json;
  },
};
