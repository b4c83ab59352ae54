// SPDX-License-Identifier: Apache-2.0

const isTagList = (value) =>
  Array.isArray(value) && value.length > 0 && value.every((item) => item && typeof item === 'object' && 'Key' in item && 'Value' in item);

/** Lists of `{Key, Value}` anywhere in the properties, as objects: their order means nothing. */
export function tagsAsMaps(value) {
  if (isTagList(value)) return Object.fromEntries(value.map(({ Key, Value }) => [Key, Value]));
  if (Array.isArray(value)) return value.map(tagsAsMaps);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, tagsAsMaps(item)]));
}
