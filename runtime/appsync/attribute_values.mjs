// SPDX-License-Identifier: Apache-2.0
// `util.dynamodb`: DynamoDB's typed values, `{ S: 'text' }`, and the plain values they stand for.
// Numbers stay numbers, as AppSync has them: its data source turns them into DynamoDB's text.

const typed = (type) => (value) => (value === null || value === undefined ? null : { [type]: value });

export function toDynamoDB(value) {
  if (value === null || value === undefined) return { NULL: null };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: value };
  if (typeof value === 'boolean') return { BOOL: value };
  return Array.isArray(value) ? { L: value.map(toDynamoDB) } : { M: toMapValues(value) };
}

/** Leaves out what is undefined. */
export function toMapValues(object) {
  if (object === null || object === undefined) return null;
  const given = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([key, value]) => [key, toDynamoDB(value)]));
}

const toS3Object = (key, bucket, region, version) => toDynamoDB(JSON.stringify({ s3: { key, bucket, region, version } }));

export const dynamodb = {
  toDynamoDB,
  toMapValues,
  toString: typed('S'),
  toStringSet: typed('SS'),
  toNumber: typed('N'),
  toNumberSet: typed('NS'),
  toBinary: typed('B'),
  toBinarySet: typed('BS'),
  toBoolean: typed('BOOL'),
  toNull: () => ({ NULL: null }),
  toList: (list) => (Array.isArray(list) ? toDynamoDB(list) : null),
  toMap: (object) => (object === null || object === undefined ? null : { M: toMapValues(object) }),
  toS3Object,
  fromS3ObjectJson: (text) => JSON.parse(text).s3,
};
