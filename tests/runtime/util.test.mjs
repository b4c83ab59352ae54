// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EarlyReturn, invoke, ResolverError } from '../../runtime/appsync/invocation.mjs';
import { extensions, runtime, util } from '../../runtime/appsync/index.mjs';

const at = Date.UTC(2018, 1, 6, 19, 1, 35, 749);
const call = (handler, invocation = {}) => invoke({ now: () => at, random: () => 0.5, ...invocation }, handler);

test('ids have their form', () => {
  assert.match(call(util.autoId), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.match(call(util.autoUlid), /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
  assert.match(call(util.autoKsuid), /^[0-9A-Za-z]{27}$/);
});

test('ulids and ksuids begin with the time', () => {
  // The ULID specification's example; the earliest and the latest KSUID.
  assert.equal(call(util.autoUlid, { now: () => 1469918176385 }).slice(0, 10), '01ARYZ6S41');
  assert.equal(call(util.autoKsuid, { now: () => 1400000000000, random: () => 0 }), '0'.repeat(27));
  assert.equal(call(util.autoKsuid, { now: () => (1400000000 + 0xffffffff) * 1000, random: () => 0.999 }), 'aWgEPTl1tmebfsQzFP4bxwgy80V');
});

test('encodings', () => {
  for (const text of ['', 'a', 'ab', 'abc', 'héllo ✓ 🎉']) {
    assert.equal(util.base64Encode(text), Buffer.from(text).toString('base64'));
    assert.equal(util.base64Decode(util.base64Encode(text)), text);
    assert.equal(util.urlDecode(util.urlEncode(text)), text);
    assert.equal(util.urlEncode(text), new URLSearchParams([['', text]]).toString().slice(1));
  }
  assert.equal(util.escapeJavaScript('He said "no"\n'), 'He said \\"no\\"\\n');
});

test('matches looks at the whole text', () => {
  assert.equal(util.matches('a*b', 'aaaaab'), true);
  assert.equal(util.matches('a*b', 'aaaaabc'), false);
});

test('errors end a handler, appended ones do not', () => {
  const invocation = { typeName: 'Query', fieldName: 'getPost' };
  assert.throws(() => call(() => util.error('no', 'Kind', { a: 1 }, { b: 2 })), { message: 'no', type: 'Kind', data: { a: 1 }, info: { b: 2 } });
  assert.throws(() => call(() => util.unauthorized(), invocation), { message: 'Not Authorized to access getPost on type Query', type: 'Unauthorized' });
  call(() => util.appendError('careful', 'Kind'), invocation);
  assert.deepEqual(invocation.errors ?? [], []);
  const own = { random: () => 0 };
  invoke(own, () => util.appendError('careful', 'Kind'));
  assert.equal(own.errors[0].message, 'careful');
  assert.ok(own.errors[0] instanceof ResolverError);
});

test('an early return carries its value', () => {
  assert.throws(() => call(() => runtime.earlyReturn({ a: 1 }, { skipTo: 'END' })), (thrown) => thrown instanceof EarlyReturn && thrown.value.a === 1 && thrown.skipTo === 'END');
  assert.throws(() => call(() => runtime.earlyReturn()), (thrown) => thrown.value === null);
});

test('nothing works without a request', () => {
  assert.throws(() => util.authType(), /a handler of a resolver can call this/);
});

test('util.time, by the examples of the guide', () => {
  const { time } = util;
  assert.equal(call(time.nowISO8601), '2018-02-06T19:01:35.749Z');
  assert.equal(call(time.nowEpochSeconds), 1517943695);
  assert.equal(call(time.nowEpochMilliSeconds), 1517943695749);
  assert.equal(call(() => time.nowFormatted('yyyy-MM-dd HH:mm:ssZ')), '2018-02-06 19:01:35+0000');
  assert.equal(call(() => time.nowFormatted('yyyy-MM-dd HH:mm:ssZ', 'Australia/Perth')), '2018-02-07 03:01:35+0800');
  assert.equal(time.parseFormattedToEpochMilliSeconds('2018-02-01 17:21:05+0800', 'yyyy-MM-dd HH:mm:ssZ'), 1517476865000);
  assert.equal(time.parseFormattedToEpochMilliSeconds('2018-02-02 01:19:22', 'yyyy-MM-dd HH:mm:ss', 'Australia/Perth'), 1517505562000);
  assert.equal(time.parseISO8601ToEpochMilliSeconds('2018-02-01T17:21:05.180+08:00'), 1517476865180);
  assert.equal(time.epochMilliSecondsToSeconds(1517943695750), 1517943695);
  assert.equal(time.epochMilliSecondsToISO8601(1517943695750), '2018-02-06T19:01:35.750Z');
  assert.equal(time.epochMilliSecondsToFormatted(1517943695750, 'yyyy-MM-dd HH:mm:ssZ'), '2018-02-06 19:01:35+0000');
  assert.equal(time.epochMilliSecondsToFormatted(1517943695750, 'yyyy-MM-dd HH:mm:ssZ', 'Australia/Perth'), '2018-02-07 03:01:35+0800');
});

test('more patterns of dates', () => {
  const written = (pattern, zone) => util.time.epochMilliSecondsToFormatted(at, pattern, zone);
  assert.equal(written("EEEE, d MMMM yyyy 'at' h:mm a"), 'Tuesday, 6 February 2018 at 7:01 PM');
  assert.equal(written('EEE dd MMM yy D SSS XXX', '+05:30'), 'Wed 07 Feb 18 38 749 +05:30');
  assert.throws(() => written('G'), /the date pattern G is not supported/);
  const parse = util.time.parseFormattedToEpochMilliSeconds;
  assert.equal(parse('6 February 2018 7:01 PM', 'd MMMM yyyy h:mm a'), Date.UTC(2018, 1, 6, 19, 1));
  assert.equal(parse('20180206190135749', 'yyyyMMddHHmmssSSS'), at);
  assert.throws(() => parse('2018-02', 'yyyy-MM-dd'), /expected/);
  assert.throws(() => util.time.parseISO8601ToEpochMilliSeconds('soon'), /no ISO 8601 time/);
});

test('util.http keeps restricted headers out', () => {
  assert.deepEqual(util.http.copyHeaders({ 'X-Own': '1', Host: 'h', connection: 'c' }), { 'X-Own': '1' });
  const invocation = {};
  invoke(invocation, () => util.http.addResponseHeaders({ itemsCount: 7, render: { a: 1 } }));
  assert.deepEqual(invocation.responseHeaders, { itemsCount: '7', render: '{"a":1}' });
  assert.throws(() => call(() => util.http.addResponseHeader('x-amzn-own', 1)), /can't be a response header/);
  assert.throws(() => call(() => util.http.addResponseHeader('long', 'x'.repeat(5000))), /more than 4096 bytes/);
});

test('util.xml, by the example of the guide', () => {
  const text = '<?xml version="1.0" encoding="UTF-8"?><posts><post><id>1</id><title>Getting started with GraphQL</title></post></posts>';
  assert.deepEqual(util.xml.toMap(text), { posts: { post: { id: 1, title: 'Getting started with GraphQL' } } });
  assert.deepEqual(JSON.parse(JSON.parse(util.xml.toJsonString(text, true))), util.xml.toMap(text));
  assert.deepEqual(util.xml.toMap('<a b="1">t<c/><c>&lt;&#65;<![CDATA[<x>]]></c></a>'), { a: { b: 1, content: 't', c: ['', ['<A', '<x>']] } });
  assert.throws(() => util.xml.toMap('<a></b>'), /closes no element/);
  assert.throws(() => util.xml.toMap('<a>'), /not closed/);
});

test('util.math and util.str', () => {
  assert.deepEqual([util.math.roundNum(1.5), util.math.minVal(1, 2), util.math.maxVal(1, 2)], [2, 1, 2]);
  assert.equal(call(util.math.randomDouble), 0.5);
  assert.equal(call(() => util.math.randomWithinRange(10, 20)), 15);
  assert.equal(util.str.normalize('e\u0301', 'nfc'), '\u00e9');
});

test('extensions are left with the request', () => {
  const invocation = {};
  const filter = { filterGroup: [] };
  invoke(invocation, () => {
    extensions.setSubscriptionFilter(filter);
    extensions.setSubscriptionInvalidationFilter(filter);
    extensions.evictFromApiCache('Query', 'getPost', { id: '1' });
    for (let i = 0; i < 5; i += 1) extensions.invalidateSubscriptions({ subscriptionField: 'onPost', payload: { i } });
  });
  assert.deepEqual([invocation.subscriptionFilter, invocation.invalidationFilter], [filter, filter]);
  assert.deepEqual(invocation.evictions, [{ typeName: 'Query', fieldName: 'getPost', keys: { id: '1' } }]);
  assert.equal(invocation.invalidations.length, 5);
  assert.throws(() => invoke(invocation, () => extensions.invalidateSubscriptions({})), /5 times/);
});
