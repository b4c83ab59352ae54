// SPDX-License-Identifier: Apache-2.0
// The same results as code that others wrote: the AWS SDK's typed values, and times of Amplify's AppSync simulator.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toApi } from '../behaviour/appsync/attributes.mjs';
import { generator } from '../behaviour/generate/sequences.mjs';
import { require } from '../behaviour/packages.mjs';
import { util } from '../../runtime/appsync/index.mjs';

const { marshall } = require('@aws-sdk/util-dynamodb');
const simulated = require('@aws-amplify/amplify-appsync-simulator/lib/velocity/util/time').time();
const { generalUtils } = require('@aws-amplify/amplify-appsync-simulator/lib/velocity/util/general-utils');

function randomValue(random, depth = 3) {
  const number = (limit) => Math.floor(random() * limit);
  const kinds = [null, true, '', 'text', -1.5, 12345678901, 0];
  const kind = number(depth > 0 ? kinds.length + 2 : kinds.length);
  if (kind < kinds.length) return kinds[kind];
  const items = Array.from({ length: number(4) }, () => randomValue(random, depth - 1));
  return kind === kinds.length ? items : Object.fromEntries(items.map((item, index) => [`k${index}`, item]));
}

test('typed values are those of the AWS SDK', () => {
  const random = generator(1);
  for (let i = 0; i < 500; i += 1) {
    const value = randomValue(random);
    assert.deepEqual(toApi(util.dynamodb.toDynamoDB(value)), marshall({ value }).value);
  }
});

test('times are written and read as the simulator does', () => {
  const random = generator(2);
  const patterns = ['yyyy-MM-dd HH:mm:ss', 'dd/MM/yy hh:mm a', 'EEE, d MMM yyyy HH:mm:ss.SSS', 'EEEE d MMMM yyyy', 'yyyyMMddHHmmss'];
  const zones = ['UTC', 'Australia/Perth', 'America/New_York', 'Asia/Kathmandu'];
  for (let i = 0; i < 400; i += 1) {
    const milliseconds = Math.floor(random() * 2e12);
    const pattern = patterns[i % patterns.length];
    const zone = zones[i % zones.length];
    const text = simulated.epochMilliSecondsToFormatted(milliseconds, pattern, zone);
    // Java writes AM where the simulator writes am.
    assert.equal(util.time.epochMilliSecondsToFormatted(milliseconds, pattern, zone).toLowerCase(), text.toLowerCase(), `${milliseconds} ${pattern} ${zone}`);
    if (!pattern.includes('ss') || pattern.startsWith('EEE')) continue;
    // An hour that a clock shows twice is read as either.
    const difference = util.time.parseFormattedToEpochMilliSeconds(text, pattern, zone) - simulated.parseFormattedToEpochMilliSeconds(text, pattern, zone);
    assert.ok([0, 3600000, -3600000].includes(difference), `${text} ${zone} ${difference}`);
  }
});

test('base64 is that of the simulator', () => {
  for (const text of ['', 'a', 'plain text', 'héllo ✓']) assert.equal(util.base64Encode(text), generalUtils.base64Encode(text));
});
