// SPDX-License-Identifier: Apache-2.0
// The executor does what AppSync documents. A deployment is plain data, so these are written down in place.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Api } from './appsync/api.mjs';
import { anonymous, apiKey, authorized, oidcUser, role, user } from './appsync/callers.mjs';

const table = {
  TableName: 'Items', BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }], KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
};
const allModes = ['API_KEY', 'AWS_IAM', 'AMAZON_COGNITO_USER_POOLS', 'OPENID_CONNECT', 'AWS_LAMBDA'];
const handlers = (request, response = 'return ctx.result;') =>
  `import { util, extensions, runtime } from '@aws-appsync/utils';\nimport * as ddb from '@aws-appsync/utils/dynamodb';\nexport function request(ctx) { ${request} }\nexport function response(ctx) { ${response} }`;

const apiOf = (description, options) => Api.of({ modes: allModes, environment: {}, tables: [table], functions: {}, roles: {}, ...description,
  dataSources: {
    none: { name: 'none', type: 'NONE' },
    table: { name: 'table', type: 'AMAZON_DYNAMODB', tableName: 'Items' },
    fn: { name: 'fn', type: 'AWS_LAMBDA' },
    http: { name: 'http', type: 'HTTP', endpoint: 'https://example.com' },
    bus: { name: 'bus', type: 'AMAZON_EVENTBRIDGE' },
  } }, options);

/** An API whose query `field` has this code. */
const field = (code, { type = 'AWSJSON', dataSource = 'none', schema = '', options, ...others } = {}) =>
  apiOf({ schema: `type Query { field(a: String, n: Int): ${type} @aws_api_key @aws_iam @aws_cognito_user_pools @aws_oidc @aws_lambda } ${schema}`,
    resolvers: [{ typeName: 'Query', fieldName: 'field', dataSource, code }], ...others }, options);

const ask = async (api, { query = '{ field }', caller = apiKey, ...others } = {}) => api.execute({ query, caller, ...others });
const value = ({ data, errors }) => {
  assert.equal(errors, undefined, JSON.stringify(errors));
  return typeof data.field === 'string' ? JSON.parse(data.field) : data.field;
};

test('a unit resolver: the context of its handlers', async () => {
  const api = await field(handlers('return { payload: { args: ctx.args, env: ctx.env, identity: ctx.identity, headers: ctx.request.headers, info: ctx.info, authType: util.authType() } };'), { environment: { STAGE: 'test' } });
  const answer = await ask(api, { query: 'query Q($a: String) { field(a: $a) }', variables: { a: 'x' }, caller: user('alice', { groups: ['g'] }), headers: { 'x-own': '1' } });
  const { args, env, identity, headers, info, authType } = value(answer);
  assert.deepEqual([args, env, headers, authType], [{ a: 'x' }, { STAGE: 'test' }, { 'x-own': '1' }, 'User Pool Authorization']);
  assert.deepEqual([identity.sub, identity.username, identity.groups, identity.claims['cognito:groups'], identity.defaultAuthStrategy], ['sub-alice', 'alice', ['g'], ['g'], 'ALLOW']);
  assert.deepEqual(info, { fieldName: 'field', parentTypeName: 'Query', variables: { a: 'x' }, selectionSetList: [], selectionSetGraphQL: '' });
});

test('identities of the other modes', async () => {
  const api = await field(handlers('return { payload: { identity: ctx.identity, authType: util.authType() } };'));
  const seen = async (caller) => value(await ask(api, { caller }));
  assert.deepEqual(await seen(apiKey), { identity: null, authType: 'API Key Authorization' });
  assert.deepEqual((await seen(oidcUser('o', { x: 1 }))).identity, { sub: 'o', issuer: 'https://issuer.example.com', claims: { sub: 'o', iss: 'https://issuer.example.com', x: 1 } });
  assert.deepEqual(await seen(authorized({ tenant: 'a' })), { identity: { resolverContext: { tenant: 'a' } }, authType: 'Lambda Authorization' });
  assert.equal((await seen(role('admin'))).identity.userArn, 'arn:aws:sts::123456789012:assumed-role/admin/session');
});

test('the selection of a field, fragments and aliases included', async () => {
  const api = await field(handlers('return { payload: { text: ctx.info.selectionSetList.join() } };'), { type: 'Item', schema: 'type Item @aws_api_key { text: String inner: Item }' });
  const { data } = await ask(api, { query: '{ field { text inner { other: text ...F } } } fragment F on Item { inner { text } }' });
  assert.equal(data.field.text, 'text,inner,inner/other,inner/inner,inner/inner/text');
});

test('errors: type, path, message, data and info; a caller sees of the data what was asked for', async () => {
  const api = await field(handlers("util.appendError('careful', 'Warning'); util.error('no', 'Kind', { text: 'a', secret: 'b' }, { more: 1 });"), { type: 'Item', schema: 'type Item @aws_api_key { text: String secret: String }' });
  const { data, errors } = await ask(api, { query: '{ renamed: field { text } }' });
  assert.deepEqual(data, { renamed: null });
  assert.deepEqual(errors, [
    { path: ['renamed'], errorType: 'Warning', message: 'careful', data: null, errorInfo: null },
    { path: ['renamed'], errorType: 'Kind', message: 'no', data: { text: 'a' }, errorInfo: { more: 1 } },
  ]);
});

test('an appended error leaves the result', async () => {
  const { data, errors } = await ask(await field(handlers("return { payload: 1 };", "util.appendError('careful'); return ctx.result;")));
  assert.deepEqual([data.field, errors.length, errors[0].errorType], ['1', 1, null]);
});

test('documents and variables that don’t fit are refused', async () => {
  const api = await field(handlers('return { payload: 1 };'));
  for (const request of [{ query: '{ nope }' }, { query: '{ field(n: "x") }' }, { query: 'query($n: Int) { field(n: $n) }', variables: { n: 'x' } }, { query: '{' }]) {
    const { data, errors } = await ask(api, request);
    assert.deepEqual([data, errors[0].errorType], [null, 'ValidationError']);
  }
});

const pipeline = (before, functions, after = 'return ctx.prev.result;') => field(handlers(before, after), {
  functions: Object.fromEntries(functions.map((code, index) => [`f${index}`, { name: `f${index}`, dataSource: 'none', code }])),
  resolvers: [{ typeName: 'Query', fieldName: 'field', functions: functions.map((_, index) => `f${index}`), code: handlers(before, after) }],
});

test('a pipeline hands on results and keeps the stash', async () => {
  const api = await pipeline("ctx.stash.log = ['before']; return 1;", [
    handlers("ctx.stash.log.push('f0'); return { payload: ctx.prev.result + 1 };"),
    handlers('return { payload: ctx.prev.result * 10 };', "ctx.stash.log.push('f1'); return ctx.result;"),
  ], 'return { result: ctx.prev.result, log: ctx.stash.log };');
  assert.deepEqual(value(await ask(api)), { result: 20, log: ['before', 'f0', 'f1'] });
});

test('an error ends a pipeline', async () => {
  const api = await pipeline('return 1;', [handlers("util.error('stop', 'Kind');"), handlers("util.error('never');")]);
  assert.deepEqual((await ask(api)).errors.map(({ message }) => message), ['stop']);
});

test('early returns: of a function, to the end, and of the resolver', async () => {
  const after = handlers('return { payload: ctx.prev.result + 1 };');
  assert.equal(value(await ask(await pipeline('return 1;', [handlers('runtime.earlyReturn(10);', "util.error('skipped');"), after]))), 11);
  assert.equal(value(await ask(await pipeline('return 1;', [handlers("runtime.earlyReturn(10, { skipTo: 'END' });"), after]))), 10);
  assert.equal(value(await ask(await pipeline('runtime.earlyReturn(5);', [after]))), 5);
  assert.equal(value(await ask(await field(handlers('runtime.earlyReturn({ a: 1 });', "util.error('skipped');")))).a, 1);
});

test('a function answers, fails, or is called without waiting', async () => {
  const functions = { fn: async (payload) => { if (payload.fail) throw new Error('broken'); return { got: payload }; } };
  const answer = async (request, response) => ask(await field(handlers(request, response), { dataSource: 'fn', options: { functions } }));
  assert.deepEqual(value(await answer("return { operation: 'Invoke', payload: { a: 1 } };")), { got: { a: 1 } });
  assert.deepEqual(value(await answer("return { operation: 'Invoke', payload: { fail: true } };", 'return ctx.error;')), { type: 'Lambda:Unhandled', message: 'broken' });
  assert.equal((await answer("return { operation: 'Invoke', invocationType: 'Event', payload: {} };")).data.field, null);
});

test('HTTP and event buses', async () => {
  const http = async (url, request) => ({ statusCode: 200, body: JSON.stringify({ url, ...request }) });
  const web = await field(handlers("return { method: 'GET', resourcePath: '/a', params: { headers: { h: '1' } } };", 'return JSON.parse(ctx.result.body);'), { dataSource: 'http', options: { http } });
  assert.deepEqual(value(await ask(web)), { url: 'https://example.com/a', method: 'GET', headers: { h: '1' } });
  const bus = await field(handlers("return { operation: 'PutEvents', events: [{ source: 's', detail: { a: 1 }, detailType: 't' }] };"), { dataSource: 'bus' });
  assert.equal(value(await ask(bus)).FailedEntryCount, 0);
  assert.deepEqual(bus.events, [{ source: 's', detail: { a: 1 }, detailType: 't' }]);
});

// ---- DynamoDB

const stored = { id: '1', n: 2, text: 'old' };

/** What the response handler gets for a request on a table that holds `stored`. */
async function dynamodb(request, options) {
  const api = await field(handlers(`return ${request};`, 'return { result: ctx.result, error: ctx.error };'), { dataSource: 'table', options });
  await api.put('Items', stored);
  const answer = value(await ask(api));
  return { ...answer, items: (await api.stored(['Items'])).Items, calls: api.calls.map(({ action }) => action) };
}
const failed = { type: 'DynamoDB:ConditionalCheckFailedException', message: 'The conditional request failed' };

test('reads, writes and deletes', async () => {
  assert.deepEqual((await dynamodb("ddb.get({ key: { id: '1' } })")).result, stored);
  assert.equal((await dynamodb("ddb.get({ key: { id: '2' } })")).result, null);
  assert.deepEqual((await dynamodb("ddb.put({ key: { id: '2' }, item: { a: [1, { b: null }] } })")).items['2'], { id: '2', a: [1, { b: null }] });
  assert.deepEqual((await dynamodb("ddb.update({ key: { id: '1' }, update: { n: ddb.operations.increment(3), text: ddb.operations.remove() } })")).result, { id: '1', n: 5 });
  assert.deepEqual((await dynamodb("ddb.remove({ key: { id: '1' } })")).items, {});
  assert.deepEqual((await dynamodb("ddb.scan({ filter: { n: { gt: 5 } } })")).result, { items: [], nextToken: null, scannedCount: 1 });
  assert.deepEqual((await dynamodb("ddb.query({ query: { id: { eq: '1' } }, projection: ['text'] })")).result.items, [{ text: 'old' }]);
});

test('a failed condition: the stored item is the result beside the error', async () => {
  for (const options of [{ keepsDocumentedPromises: true }, { keepsDocumentedPromises: false }]) {
    const update = await dynamodb("ddb.update({ key: { id: '1' }, update: { n: 2 }, condition: { text: { eq: 'other' } } })", options);
    assert.deepEqual([update.result, update.error, update.calls], [stored, failed, ['UpdateItem', 'GetItem']]);
    const put = await dynamodb("ddb.put({ key: { id: '1' }, item: { n: 3 }, condition: { id: { attributeExists: false } } })", options);
    assert.deepEqual([put.result, put.error, put.items['1']], [stored, failed, stored]);
    const remove = await dynamodb("ddb.remove({ key: { id: '1' }, condition: { n: { eq: 3 } } })", options);
    assert.deepEqual([remove.result, remove.error], [stored, failed]);
    const missing = await dynamodb("ddb.update({ key: { id: '2' }, update: { n: 2 }, condition: { id: { attributeExists: true } } })", options);
    assert.deepEqual([missing.result, missing.error], [null, failed]);
  }
});

test('a failed condition is a success when all is as it would be', async () => {
  const same = "ddb.put({ key: { id: '1' }, item: { n: 2, text: 'old' }, condition: { id: { attributeExists: false } } })";
  const gone = "ddb.remove({ key: { id: '2' }, condition: { id: { attributeExists: true } } })";
  assert.deepEqual((({ result, error }) => [result, error])(await dynamodb(same)), [stored, null]);
  assert.deepEqual((({ result, error }) => [result, error])(await dynamodb(gone)), [null, null]);
  assert.deepEqual((await dynamodb(same, { keepsDocumentedPromises: false })).error, failed);
  assert.deepEqual((await dynamodb(gone, { keepsDocumentedPromises: false })).error, failed);
});

test('what DynamoDB or AppSync refuses', async () => {
  const error = async (request) => (await dynamodb(request)).error.type;
  assert.equal(await error("({ operation: 'GetItem', key: { id: { N: 1 } } })"), 'DynamoDB:DynamoDbException');
  assert.equal(await error("({ operation: 'Scan', nextToken: 'nonsense' })"), 'BadRequestException');
  assert.equal(await error("({ operation: 'Nonsense' })"), 'MappingTemplate');
  assert.equal(await error("({ operation: 'DeleteItem', key: { id: { S: '1' } }, condition: { expression: 'attribute_exists(id)', expressionValues: {} } })"), 'DynamoDB:DynamoDbException');
  assert.equal(await error("({ operation: 'UpdateItem', key: { id: { S: '1' } }, update: { expression: 'SET #a = :a', expressionNames: { '#a': 'n' }, expressionValues: { ':a': { N: 1 } } }, condition: { expression: '#a = :a', expressionNames: { '#a': 'text' } } })"), 'DynamoDB:DynamoDbException');
});

test('DynamoDB’s limits: expressions, placeholders, depth, tokens, keys of indexes', async () => {
  const message = async (request) => (await dynamodb(request)).error?.message ?? 'none';
  const texts = (count, of = 'or') => `ddb.scan({ filter: { ${of}: [${Array.from({ length: count }, (_, n) => `{ n: { eq: ${n} } }`).join()}] } })`;
  const named = (length) => `({ operation: 'Scan', filter: { expression: '#${'a'.repeat(length - 1)} = :v', expressionNames: { '#${'a'.repeat(length - 1)}': 'n' }, expressionValues: { ':v': { N: 2 } } } })`;
  const nested = (depth) => `ddb.put({ key: { id: '2' }, item: { deep: JSON.parse('${'['.repeat(depth)}${']'.repeat(depth)}') } })`;
  const token = (key) => `({ operation: 'Scan', nextToken: '${Buffer.from(JSON.stringify(key)).toString('base64')}' })`;
  assert.equal(await message(texts(130)), 'none');
  assert.match(await message(texts(170)), /^Invalid FilterExpression: The expression contains too many operators; operator count: 301$/);
  assert.match(await message(texts(300)), /^Invalid FilterExpression: Expression size has exceeded the maximum allowed size; expression size: \d+$/);
  assert.equal(await message(named(255)), 'none');
  assert.match(await message(named(256)), /^ExpressionAttributeNames contains invalid key: .* size of key: 256$/);
  assert.equal(await message(nested(32)), 'none');
  assert.match(await message(nested(33)), /^Nesting Levels have exceeded/);
  assert.equal(await message(token({ id: { S: '1' } })), 'none');
  for (const key of [null, 5, [], {}, { id: 'x' }, { id: { S: 5 } }]) assert.equal(await message(token(key)), 'Invalid pagination token given.');
  const byText = { ...table, AttributeDefinitions: [...table.AttributeDefinitions, { AttributeName: 'text', AttributeType: 'S' }],
    GlobalSecondaryIndexes: [{ IndexName: 'byText', KeySchema: [{ AttributeName: 'text', KeyType: 'HASH' }], Projection: { ProjectionType: 'ALL' } }] };
  for (const [value, refusal] of [['', /empty string value. IndexName: byText, IndexKey: text$/], ['k'.repeat(2049), /exceeded the maximum size limit of2048 bytes$/]]) {
    for (const request of [`ddb.put({ key: { id: '1' }, item: { text: '${value}' } })`, `ddb.update({ key: { id: '1' }, update: { text: '${value}' } })`]) {
      const api = await field(handlers(`return ${request};`, 'return { error: ctx.error };'), { dataSource: 'table', tables: [byText] });
      await api.put('Items', stored);
      assert.match(JSON.parse((await ask(api)).data.field).error.message, refusal);
      assert.deepEqual((await api.stored(['Items'])).Items['1'], stored);
    }
  }
});

test('what a resolver throws that is no answer is told', async () => {
  const api = await field(handlers('return { payload: ctx.args.a.b.c };'));
  assert.equal((await ask(api)).data.field, null);
  const [{ field: name, message }] = api.unhandled;
  assert.equal(name, 'Query.field');
  assert.match(message, /^Cannot read properties of undefined/);
});

test('batches', async () => {
  assert.deepEqual((await dynamodb("ddb.batchGet({ tables: { Items: { keys: [{ id: '2' }, { id: '1' }] } } })")).result.data.Items, [null, stored]);
  assert.deepEqual(Object.keys((await dynamodb("ddb.batchPut({ tables: { Items: [{ id: '2' }, { id: '3' }] } })")).items), ['1', '2', '3'].sort());
  assert.deepEqual((await dynamodb("ddb.batchDelete({ tables: { Items: [{ id: '1' }] } })")).items, {});
});

test('transactions: all or nothing', async () => {
  const write = (condition) => `ddb.transactWrite({ items: [
    { putItem: { table: 'Items', key: { id: '2' }, item: { n: 1 } } },
    { updateItem: { table: 'Items', key: { id: '1' }, update: { n: 9 }, condition: ${condition} } },
  ] })`;
  const done = await dynamodb(write('{ n: { eq: 2 } }'));
  assert.deepEqual([done.result.keys, done.items['1'].n, done.items['2'].n], [[{ id: '2' }, { id: '1' }], 9, 1]);
  const cancelled = await dynamodb(write('{ n: { eq: 3 } }'));
  assert.equal(cancelled.error.type, 'DynamoDB:TransactionCanceledException');
  assert.deepEqual(cancelled.result.cancellationReasons.map(({ type }) => type), ['None', 'ConditionalCheckFailed']);
  assert.deepEqual(cancelled.items, { 1: stored });
  assert.deepEqual((await dynamodb("ddb.transactGet({ items: [{ table: 'Items', key: { id: '1' } }, { table: 'Items', key: { id: '2' } }] })")).result.items, [stored, null]);
});

// ---- authorization

const guarded = `
  type Query {
    open: String
    byKey: String @aws_api_key
    byGroup: String @aws_cognito_user_pools(cognito_groups: ["editors"])
    item: Item @aws_api_key @aws_cognito_user_pools @aws_iam @aws_lambda
  }
  type Item @aws_api_key @aws_iam @aws_lambda { text: String secret: String @aws_cognito_user_pools }`;
const payload = (text) => handlers(`return { payload: ${text} };`);
const guard = () => apiOf({
  modes: ['AMAZON_COGNITO_USER_POOLS', 'API_KEY', 'AWS_IAM', 'AWS_LAMBDA'], schema: guarded,
  resolvers: [
    ...['open', 'byKey', 'byGroup'].map((fieldName) => ({ typeName: 'Query', fieldName, dataSource: 'none', code: payload("'yes'") })),
    { typeName: 'Query', fieldName: 'item', dataSource: 'none', code: payload("{ text: 't', secret: 's' }") },
  ],
});

test('directives, the default mode, groups and types', async () => {
  const api = await guard();
  const lets = async (caller, query) => (await api.execute({ query: `{ ${query} }`, caller })).errors?.map(({ path, errorType }) => `${errorType} ${path}`) ?? 'yes';
  assert.equal(await lets(user('a'), 'open'), 'yes');
  assert.deepEqual(await lets(apiKey, 'open'), ['Unauthorized open']);
  assert.equal(await lets(apiKey, 'byKey'), 'yes');
  assert.deepEqual(await lets(user('a'), 'byKey'), ['Unauthorized byKey']);
  assert.equal(await lets(user('a', { groups: ['editors'] }), 'byGroup'), 'yes');
  assert.deepEqual(await lets(user('a', { groups: ['others'] }), 'byGroup'), ['Unauthorized byGroup']);
  assert.deepEqual(await lets(apiKey, 'item { text secret }'), ['Unauthorized item,secret']);
  assert.deepEqual(await lets(user('a'), 'item { text secret }'), ['Unauthorized item,text']);
});

test('a Lambda authorizer may deny fields; IAM’s policies are looked at', async () => {
  const api = await guard();
  const paths = async (caller) => (await api.execute({ query: '{ item { text } }', caller })).errors?.map(({ path }) => path.join()) ?? [];
  assert.deepEqual(await paths(authorized({}, ['Item.text'])), ['item,text']);
  const allow = (...resources) => ({ ...role(), statements: resources.map((resource) => ({ Effect: 'Allow', Action: 'appsync:GraphQL', Resource: `arn:aws:appsync:us-east-1:1:apis/x/types/${resource}` })) });
  assert.deepEqual(await paths(allow('Query/fields/item', 'Item/*')), []);
  assert.deepEqual(await paths(allow('Query/fields/item')), ['item,text']);
  assert.deepEqual(await paths(allow('Item/*')), ['item']);
  assert.deepEqual(await paths(role()), []);
});

test('callers without credentials or of another mode are turned away', async () => {
  const api = await guard();
  for (const caller of [anonymous, oidcUser('o')]) {
    const { status, errors } = await api.execute({ query: '{ open }', caller });
    assert.deepEqual([status, errors[0].errorType], [401, 'UnauthorizedException']);
  }
});

// ---- subscriptions

const events = `
  type Query { none: String }
  type Mutation { post(room: String, text: String): Message @aws_api_key close(room: String): String @aws_api_key }
  type Subscription { onPost(room: String, mode: String): Message @aws_subscribe(mutations: ["post"]) @aws_api_key }
  type Message @aws_api_key { room: String text: String }`;
const listening = () => apiOf({
  modes: ['API_KEY'], schema: events,
  resolvers: [
    { typeName: 'Mutation', fieldName: 'post', dataSource: 'none', code: payload('ctx.args') },
    { typeName: 'Mutation', fieldName: 'close', dataSource: 'none', code: handlers('return { payload: null };', "extensions.invalidateSubscriptions({ subscriptionField: 'onPost', payload: { room: ctx.args.room } }); return 'done';") },
    {
      typeName: 'Subscription', fieldName: 'onPost', dataSource: 'none',
      code: handlers("if (ctx.args.mode === 'none') util.unauthorized(); return { payload: null };", `
        if (ctx.args.mode === 'filter') extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter({ text: { beginsWith: 'a' } }));
        if (ctx.args.mode === 'many') extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter({ text: { in: ['1', '2', '3', '4', '5', '6'] } }));
        extensions.setSubscriptionInvalidationFilter(util.transform.toSubscriptionFilter({ room: { eq: ctx.args.room ?? '' } }));
        return null;`),
    },
  ],
});

test('a subscriber gets what its arguments or its filter match, as it asked for it', async () => {
  const api = await listening();
  const listen = (query) => api.subscribe({ query: `subscription { ${query} }`, caller: apiKey });
  const room = await listen('onPost(room: "1") { text }');
  const all = await listen('onPost { renamed: text room }');
  const filtered = await listen('onPost(room: "9", mode: "filter") { text }');
  const post = (query) => api.execute({ query: `mutation { ${query} }`, caller: apiKey });
  await post('x: post(room: "1", text: "ab") { r: room text }');
  await post('post(room: "2", text: "b") { text }');
  assert.deepEqual(room.events, [{ onPost: { text: 'ab' } }]);
  assert.deepEqual(all.events, [{ onPost: { renamed: 'ab', room: '1' } }, { onPost: { renamed: 'b', room: null } }]);
  // A filter takes the place of the arguments.
  assert.deepEqual(filtered.events, [{ onPost: { text: 'ab' } }]);
  await post('close(room: "1")');
  await post('post(room: "1", text: "late") { room text }');
  assert.deepEqual([room.closed, room.events.length, all.events.length], [true, 1, 3]);
});

test('a subscription may be refused, by its resolver or for its filter', async () => {
  const api = await listening();
  const refused = async (mode) => (await api.subscribe({ query: `subscription { onPost(mode: "${mode}") { text } }`, caller: apiKey })).errors[0];
  assert.equal((await refused('none')).errorType, 'Unauthorized');
  assert.match((await refused('many')).message, /exceeds maximum value limit 5/);
});

// ---- scalars

test('scalars take what AppSync takes', async () => {
  const names = ['AWSDate', 'AWSTime', 'AWSDateTime', 'AWSTimestamp', 'AWSEmail', 'AWSJSON', 'AWSPhone', 'AWSURL', 'AWSIPAddress'];
  const api = await apiOf({
    schema: `type Query { ${names.map((name) => `f${name}(v: ${name}): ${name} @aws_api_key`).join(' ')} }`,
    resolvers: names.map((name) => ({ typeName: 'Query', fieldName: `f${name}`, dataSource: 'none', code: payload('ctx.args.v') })),
  });
  const same = async (name, given) => (await api.execute({ query: `query($v: ${name}) { f${name}(v: $v) }`, variables: { v: given }, caller: apiKey })).data?.[`f${name}`];
  const taken = { AWSDate: ['2024-02-29', '2024-01-01+01:00'], AWSTime: ['10:00', '10:00:01.5Z'], AWSDateTime: ['2024-01-01T10:00:00.000Z', '2024-01-01T10:00+02:00'], AWSTimestamp: [-1], AWSEmail: ['a+b@c.de'], AWSJSON: ['{"a":[1]}', '"text"', 'null'], AWSPhone: ['+1 415-555-2671'], AWSURL: ['https://a.b/c?d=e'], AWSIPAddress: ['::1', '10.0.0.0/8'] };
  const refused = { AWSDate: ['2023-02-29', 'soon'], AWSTime: ['25:00'], AWSDateTime: ['2024-01-01T10:00:00'], AWSTimestamp: [1.5], AWSEmail: ['a@'], AWSJSON: ['{a}'], AWSPhone: ['x'], AWSURL: ['a b'], AWSIPAddress: ['1.2.3'] };
  for (const [name, values] of Object.entries(taken)) for (const given of values) assert.equal(await same(name, given), given === 'null' ? null : given, `${name} ${given}`);
  for (const [name, values] of Object.entries(refused)) for (const given of values) assert.equal(await same(name, given), undefined, `${name} ${given}`);
});
