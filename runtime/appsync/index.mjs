// SPDX-License-Identifier: Apache-2.0
// What resolvers import from '@aws-appsync/utils'.
import { dynamodb } from './attribute_values.mjs';
import { base64Decode, base64Encode, escapeJavaScript, urlDecode, urlEncode } from './encoding.mjs';
import { toExpressionJson } from './expressions.mjs';
import { frozen } from './frozen.mjs';
import { http } from './http.mjs';
import { autoId, autoKsuid, autoUlid } from './ids.mjs';
import { EarlyReturn, invocation, random, ResolverError } from './invocation.mjs';
import { toElasticsearchQueryDSL } from './opensearch.mjs';
import { toJsonObject } from './rds_results.mjs';
import { toSubscriptionFilter } from './subscription_filters.mjs';
import { time } from './time.mjs';
import { xml } from './xml.mjs';

export const util = frozen({
  autoId,
  autoKsuid,
  autoUlid,
  base64Decode,
  base64Encode,
  escapeJavaScript,
  urlDecode,
  urlEncode,
  authType: () => invocation().authType,
  matches: (pattern, text) => new RegExp(`^(?:${pattern})$`).test(text),
  error(message, type, data, info) {
    throw new ResolverError(message, type, data, info);
  },
  appendError(message, type, data, info) {
    (invocation().errors ??= []).push(new ResolverError(message, type, data, info));
  },
  unauthorized() {
    const { fieldName, typeName } = invocation();
    throw new ResolverError(`Not Authorized to access ${fieldName} on type ${typeName}`, 'Unauthorized');
  },
  dynamodb,
  http,
  math: {
    roundNum: (number) => Math.round(number),
    minVal: (left, right) => Math.min(left, right),
    maxVal: (left, right) => Math.max(left, right),
    randomDouble: () => random(),
    randomWithinRange: (start, end) => start + Math.floor(random() * (end - start)),
  },
  rds: { toJsonObject },
  str: { normalize: (text, form) => text.normalize(form.toUpperCase()) },
  time,
  transform: {
    toDynamoDBConditionExpression: toExpressionJson,
    toDynamoDBFilterExpression: toExpressionJson,
    toElasticsearchQueryDSL,
    toSubscriptionFilter,
  },
  xml,
});

const maximalInvalidations = 5;

export const extensions = frozen({
  evictFromApiCache(typeName, fieldName, keys) {
    (invocation().evictions ??= []).push({ typeName, fieldName, keys });
  },
  setSubscriptionFilter(filter) {
    invocation().subscriptionFilter = filter;
  },
  setSubscriptionInvalidationFilter(filter) {
    invocation().invalidationFilter = filter;
  },
  invalidateSubscriptions(invalidation) {
    const list = (invocation().invalidations ??= []);
    if (list.length === maximalInvalidations) throw new ResolverError(`a request may invalidate subscriptions ${maximalInvalidations} times`);
    list.push(invalidation);
  },
});

export const runtime = frozen({
  earlyReturn(value = null, { skipTo } = {}) {
    throw new EarlyReturn(value, skipTo);
  },
});
