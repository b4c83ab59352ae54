// SPDX-License-Identifier: Apache-2.0
// Limits that dynalite lacks, as "Constraints in Amazon DynamoDB" of the developer guide has them: the sections
// "Expression parameters", "Partition keys and sort keys" and "Attributes". The messages are the service's.

const maximalExpression = 4096;
const maximalOperators = 300;
const maximalPlaceholder = 255;
const maximalDepth = 32;
const maximalKey = { HASH: 2048, RANGE: 1024 };
const tooLong = {
  HASH: 'Size of hashkey has exceeded the maximum size limit of2048 bytes',
  RANGE: 'Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
};

const expressions = ['ConditionExpression', 'FilterExpression', 'KeyConditionExpression', 'UpdateExpression', 'ProjectionExpression'];
const maps = ['ExpressionAttributeNames', 'ExpressionAttributeValues'];
const bytes = (text) => Buffer.byteLength(text);

/** What is wrong with a request of the API before any table is looked at; undefined for nothing. */
export function faultOfRequest(request) {
  for (const name of expressions.filter((expression) => request[expression])) {
    const fault = faultOfExpression(request[name], name === 'UpdateExpression');
    if (fault) return `Invalid ${name}: ${fault}`;
  }
  for (const name of maps) {
    const size = Math.max(0, ...Object.keys(request[name] ?? {}).map(bytes));
    if (size > maximalPlaceholder) return `${name} contains invalid key: The expression attribute map contains a key that is too long; size of key: ${size}`;
  }
  const values = [request.Item, request.ExpressionAttributeValues].flatMap((map) => Object.values(map ?? {}));
  if (values.some((value) => depthOf(value) > maximalDepth)) return 'Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit';
  return undefined;
}

function faultOfExpression(text, isUpdate) {
  const size = bytes(text);
  if (size > maximalExpression) return `Expression size has exceeded the maximum allowed size;${isUpdate ? '' : ` expression size: ${size}`}`;
  const count = operatorsOf(text, isUpdate);
  return count > maximalOperators ? `The expression contains too many operators; operator count: ${maximalOperators + 1}` : undefined;
}

/** BETWEEN and its AND are one; the signs of an update's SET are none. */
function operatorsOf(text, isUpdate) {
  const bare = text.replace(/[#:][\w.]+/g, 'x');
  const operators = bare.match(isUpdate ? /[+-]|\w+ ?\(/g : /<>|<=|>=|[<>=]|\b(?:AND|OR|NOT|IN)\b|\w+\(/g);
  return operators?.filter((operator) => !/^(?:AND|OR|NOT|IN)\(/.test(operator)).length ?? 0;
}

function depthOf({ L, M }) {
  const inner = L ?? (M && Object.values(M));
  return inner ? 1 + Math.max(0, ...inner.map(depthOf)) : 0;
}

const empty = 'One or more parameter values are not valid. A value specified for a secondary index key is not supported. '
  + 'The AttributeValue for a key attribute cannot contain an empty string value.';

/** What is wrong with written attributes that are keys of a table or of its secondary indexes; of tables dynalite knows empty ones. */
export function faultOfKeys({ KeySchema = [], GlobalSecondaryIndexes = [] }, attributes) {
  const own = KeySchema.map(({ AttributeName }) => AttributeName);
  for (const { IndexName, KeySchema: keys } of [{ KeySchema }, ...GlobalSecondaryIndexes]) {
    for (const { AttributeName: name, KeyType: kind } of keys) {
      const text = attributes[name]?.S;
      if (text === '' && !own.includes(name)) return `${empty} IndexName: ${IndexName}, IndexKey: ${name}`;
      if (text && bytes(text) > maximalKey[kind]) return `One or more parameter values were invalid: ${tooLong[kind]}`;
    }
  }
  return undefined;
}
