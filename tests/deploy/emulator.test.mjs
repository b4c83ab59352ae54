// SPDX-License-Identifier: Apache-2.0
// The emulator refuses what CloudFormation would, and does to resources what it would.
import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import { Account } from './emulator/account.mjs';
import { startEmulator } from './emulator/server.mjs';

const emulator = await startEmulator();
after(() => emulator.close());

let region;
beforeEach(() => {
  emulator.account = new Account();
  emulator.unknown.length = 0;
  region = emulator.account.region('us-east-1');
});

const authorization = (service) => `AWS4-HMAC-SHA256 Credential=tester/20260101/us-east-1/${service}/aws4_request, Signature=none`;

/** Calls CloudFormation. What it answers is XML; an error is thrown with its code and message. */
async function call(Action, parameters) {
  const form = new URLSearchParams({ Action, Version: '2010-05-15' });
  const add = (name, value) => {
    if (Array.isArray(value)) value.forEach((item, index) => add(`${name}.member.${index + 1}`, item));
    else if (typeof value === 'object') Object.entries(value).forEach(([key, item]) => add(`${name}.${key}`, item));
    else form.append(name, value);
  };
  Object.entries(parameters).forEach(([name, value]) => add(name, value));
  const response = await fetch(emulator.url, { method: 'POST', body: form, headers: { authorization: authorization('cloudformation') } });
  const text = await response.text();
  if (response.ok) return text;
  throw new Error(`${/<Code>(.*?)<\/Code>/.exec(text)[1]}: ${/<Message>([^]*?)<\/Message>/.exec(text)[1]}`);
}

const stackNamed = (name) => [...region.stacks.values()].findLast((stack) => stack.name === name);
const asText = (template) => (typeof template === 'string' ? template : JSON.stringify(template));
const capable = { Capabilities: ['CAPABILITY_NAMED_IAM'] };

async function create(template, more = {}) {
  await call('CreateStack', { StackName: 's', TemplateBody: asText(template), ...capable, ...more });
  return stackNamed(more.StackName ?? 's');
}

async function update(template, more = {}) {
  await call('UpdateStack', { StackName: 's', TemplateBody: asText(template), ...capable, ...more });
  return stackNamed(more.StackName ?? 's');
}

const queue = (Properties = {}, more = {}) => ({ Type: 'AWS::SQS::Queue', Properties, ...more });
const topic = (Properties = {}, more = {}) => ({ Type: 'AWS::SNS::Topic', Properties, ...more });
const resources = (Resources, more = {}) => ({ Resources, ...more });

describe('a template is refused', () => {
  const cases = {
    'without resources': [{ Resources: {} }, /At least one Resources member/],
    'with an unknown section': [resources({ Q: queue() }, { Stuff: {} }), /Invalid template property or properties \[Stuff\]/],
    'with an unknown part of a resource': [resources({ Q: queue({}, { Dependson: [] }) }), /Invalid template resource property 'Dependson'/],
    'with an unknown type': [resources({ Q: { Type: 'AWS::SQS::Qeue' } }), /Unrecognized resource types: \[AWS::SQS::Qeue\]/],
    'with a reference to nothing': [resources({ Q: queue({ QueueName: { Ref: 'X' } }) }), /Unresolved resource dependencies \[X\] in the Resources block/],
    'with a name of nothing in a text': [resources({ Q: queue({ QueueName: { 'Fn::Sub': 'a-${X.Arn}' } }) }), /Unresolved resource dependencies \[X\]/],
    'with an output of nothing': [resources({ Q: queue() }, { Outputs: { O: { Value: { Ref: 'X' } } } }), /\[X\] in the Outputs block/],
    'with an unknown attribute': [resources({ Q: queue(), T: topic({ TopicName: { 'Fn::GetAtt': ['Q', 'Arm'] } }) }), /Q does not support attribute type Arm/],
    'with a dependency on nothing': [resources({ Q: queue({}, { DependsOn: 'X' }) }), /Unresolved resource dependencies \[X\]/],
    'with an unknown condition': [resources({ Q: queue({}, { Condition: 'C' }) }), /unresolved condition dependency C/],
    'with an unknown mapping': [resources({ Q: queue({ QueueName: { 'Fn::FindInMap': ['M', 'a', 'b'] } }) }), /Mapping named 'M' is not present/],
    'with a circle': [resources({ A: queue({ QueueName: { Ref: 'B' } }), B: topic({ TopicName: { Ref: 'A' } }) }), /Circular dependency between resources: \[A, B\]/],
    'with null': [resources({ Q: queue({ QueueName: null }) }), /Null values are not allowed/],
    'with a wrong name': [resources({ 'Q-1': queue() }), /Q-1 is not alphanumeric/],
    'with an unknown policy': [resources({ Q: queue({}, { DeletionPolicy: 'Keep' }) }), /Unrecognized DeletionPolicy Keep/],
    'with an unknown function': [resources({ Q: queue({ QueueName: { 'Fn::Jion': ['', []] } }) }), /there is no function Fn::Jion/],
    'that is no JSON': ['{', /JSON not well-formed/],
    'that is no YAML': ['a: [', /YAML not well-formed/],
    'that is too long for a request': [resources({ Q: queue({ QueueName: 'q'.repeat(52_000) }) }), /longer than 51200 bytes/],
  };
  for (const [what, [template, message]] of Object.entries(cases)) {
    test(what, () => assert.rejects(create(template), message));
  }

  test('when it grants permissions and nobody said that it may', async () => {
    const role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } };
    await assert.rejects(create(resources({ R: role }), { Capabilities: [] }), /InsufficientCapabilities/);
  });
});

describe('parameters', () => {
  const template = (parameter) => resources({ Q: queue({ QueueName: { Ref: 'P' } }) }, { Parameters: { P: parameter } });
  const given = (value) => ({ Parameters: [{ ParameterKey: 'P', ParameterValue: value }] });

  test('need values that the template takes', async () => {
    await assert.rejects(create(template({ Type: 'String' })), /Parameters: \[P\] must have values/);
    await assert.rejects(create(resources({ Q: queue() }), given('x')), /Parameters: \[P\] do not exist in the template/);
    await assert.rejects(create(template({ Type: 'String', AllowedValues: ['a'] }), given('b')), /must be one of AllowedValues/);
    await assert.rejects(create(template({ Type: 'String', AllowedPattern: '[a-z]+' }), given('B')), /must match pattern/);
    await assert.rejects(create(template({ Type: 'Number', MaxValue: 3 }), given('4')), /number in its range/);
    assert.equal((await create(template({ Type: 'String', Default: 'a' }))).resources.get('Q').properties.QueueName, 'a');
  });

  test('may be kept, and come from Systems Manager', async () => {
    await create(template({ Type: 'String' }), given('a'));
    const kept = { Parameters: [{ ParameterKey: 'P', UsePreviousValue: 'true' }] };
    await update(resources({ Q: queue({ QueueName: { Ref: 'P' }, DelaySeconds: 1 }) }, { Parameters: { P: { Type: 'String' } } }), kept);
    assert.equal(stackNamed('s').resources.get('Q').properties.QueueName, 'a');
    const stored = template({ Type: 'AWS::SSM::Parameter::Value<String>', Default: '/p' });
    await assert.rejects(create(stored, { StackName: 't' }), /Unable to fetch parameters \[\/p\]/);
    region.parameters.set('/p', 'stored');
    assert.equal((await create(stored, { StackName: 't' })).resources.get('Q').properties.QueueName, 'stored');
  });

  test('are held to rules', async () => {
    const rules = { R: { Assertions: [{ Assert: { 'Fn::Not': [{ 'Fn::Contains': [['1', '2'], { Ref: 'P' }] }] }, AssertDescription: 'too old' }] } };
    const ruled = { ...template({ Type: 'String' }), Rules: rules };
    await assert.rejects(create(ruled, given('1')), /a rule is violated: too old/);
    assert.equal((await create(ruled, given('3'))).status, 'CREATE_COMPLETE');
  });
});

test('functions give what CloudFormation gives', async () => {
  const values = {
    join: [{ 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] }, 'a-us-east-1'],
    sub: [{ 'Fn::Sub': ['${A}/${AWS::AccountId}/${!B}', { A: 'a' }] }, 'a/123456789012/${B}'],
    select: [{ 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    when: [{ 'Fn::If': ['Yes', 'y', 'n'] }, 'y'],
    map: [{ 'Fn::FindInMap': ['M', { Ref: 'AWS::Region' }, 'k'] }, 'v'],
    base64: [{ 'Fn::Base64': 'a' }, 'YQ=='],
    zone: [{ 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }, 'us-east-1a'],
    cidr: [{ 'Fn::Select': [1, { 'Fn::Cidr': ['10.0.0.0/16', 2, 8] }] }, '10.0.1.0/24'],
    length: [{ 'Fn::GetAtt': ['Q', 'QueueName'] }, 'q'],
  };
  const stack = await create({
    Resources: { Q: queue({ QueueName: 'q', Tags: { 'Fn::If': ['No', [], { Ref: 'AWS::NoValue' }] } }), No: queue({}, { Condition: 'No' }) },
    Conditions: {
      Yes: { 'Fn::And': [{ 'Fn::Equals': ['a', 'a'] }, { 'Fn::Not': [{ Condition: 'No' }] }] },
      No: { 'Fn::Or': [{ 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] }, { 'Fn::Equals': ['a', 'b'] }] },
    },
    Mappings: { M: { 'us-east-1': { k: 'v' } } },
    Outputs: Object.fromEntries(Object.entries(values).map(([name, [Value]]) => [name, { Value }])),
  });
  assert.equal(stack.statusReason, undefined);
  assert.deepEqual(Object.fromEntries(stack.outputs.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue])), Object.fromEntries(Object.entries(values).map(([name, [, expected]]) => [name, expected])));
  assert.deepEqual([...stack.resources.keys()], ['Q']);
  assert.deepEqual(stack.resources.get('Q').properties, { QueueName: 'q' });
});

describe('a resource fails', () => {
  const cases = {
    'with a property that its type lacks': [queue({ Name: 'q' }), /extraneous key \[Name\] is not permitted/],
    'without a required property': [{ Type: 'AWS::SNS::Subscription', Properties: { Protocol: 'sqs' } }, /required key \[TopicArn\] not found/],
    'with a value of another shape': [queue({ Tags: { a: 'b' } }), /#\/Tags: expected type: JSONArray/],
    'with an asset that nobody published': [
      { Type: 'AWS::Lambda::Function', Properties: { Code: { S3Bucket: 'b', S3Key: 'k' }, Role: 'arn:aws:iam::123456789012:role/r' } },
      /NoSuchKey.*s3:\/\/b\/k/,
    ],
    'with a role that is none': [
      { Type: 'AWS::Lambda::Function', Properties: { Code: { ZipFile: '' }, Role: 'r' } },
      /Role: r is no ARN of a role/,
    ],
    'with an export that nobody made': [queue({ QueueName: { 'Fn::ImportValue': 'x' } }), /No export named x found/],
  };
  for (const [what, [resource, message]] of Object.entries(cases)) {
    test(what, async () => {
      const stack = await create(resources({ Before: topic(), R: { DependsOn: 'Before', ...resource } }));
      assert.equal(stack.status, 'ROLLBACK_COMPLETE');
      assert.match(stack.events.find(({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED').ResourceStatusReason, message);
      assert.ok(stack.events.some(({ LogicalResourceId, ResourceStatus }) => LogicalResourceId === 'Before' && ResourceStatus === 'DELETE_COMPLETE'));
      assert.equal(stack.resources.size, 0);
    });
  }

  test('with a name that is taken', async () => {
    await create(resources({ Q: queue({ QueueName: 'q' }) }));
    const other = await create(resources({ Q: queue({ QueueName: 'q' }) }), { StackName: 't' });
    assert.equal(other.status, 'ROLLBACK_COMPLETE');
  });
});

describe('an update', () => {
  test('changes in place, replaces and removes', async () => {
    const stack = await create(resources({ Q: queue({ DelaySeconds: 1 }), R: queue({ QueueName: 'r' }), T: topic() }));
    const before = new Map([...stack.resources].map(([id, { physicalId }]) => [id, physicalId]));
    await update(resources({ Q: queue({ DelaySeconds: 2 }), R: queue({ QueueName: 'r2' }), N: topic() }));
    const physicalId = (id) => stack.resources.get(id)?.physicalId;
    assert.equal(physicalId('Q'), before.get('Q'));
    assert.notEqual(physicalId('R'), before.get('R'));
    assert.deepEqual([...stack.resources.keys()].sort(), ['N', 'Q', 'R']);
    const deleted = stack.events.filter(({ ResourceStatus }) => ResourceStatus === 'DELETE_COMPLETE').map((event) => event.PhysicalResourceId);
    assert.deepEqual(deleted.sort(), [before.get('R'), before.get('T')].sort());
  });

  test('lists in its change set what it will do', async () => {
    await create(resources({ Q: queue({ DelaySeconds: 1 }), R: queue({ QueueName: 'r' }), T: topic(), U: topic({ DisplayName: { 'Fn::GetAtt': ['R', 'Arn'] } }) }));
    const TemplateBody = asText(resources({ Q: queue({ DelaySeconds: 2 }), R: queue({ QueueName: 'r2' }), N: topic(), U: topic({ DisplayName: { 'Fn::GetAtt': ['R', 'Arn'] } }) }));
    await call('CreateChangeSet', { StackName: 's', ChangeSetName: 'c', TemplateBody });
    const changes = stackNamed('s').changeSets.get('c').changes.map(({ Action, LogicalResourceId, Replacement }) => [LogicalResourceId, Action, Replacement]);
    assert.deepEqual(changes.sort(), [['N', 'Add', undefined], ['Q', 'Modify', 'False'], ['R', 'Modify', 'True'], ['T', 'Remove', undefined], ['U', 'Modify', 'False']]);
    await call('ExecuteChangeSet', { StackName: 's', ChangeSetName: 'c' });
    assert.equal(stackNamed('s').status, 'UPDATE_COMPLETE');
  });

  test('that changes nothing is refused', async () => {
    const template = resources({ Q: queue() });
    await create(template);
    await assert.rejects(update(template), /No updates are to be performed/);
    await call('CreateChangeSet', { StackName: 's', ChangeSetName: 'c', TemplateBody: asText(template) });
    assert.match(await call('DescribeChangeSet', { StackName: 's', ChangeSetName: 'c' }), /<Status>FAILED<.*didn't contain changes/);
    await call('DeleteChangeSet', { StackName: 's', ChangeSetName: 'c' });
    await assert.rejects(call('DescribeChangeSet', { StackName: 's', ChangeSetName: 'c' }), /ChangeSetNotFound/);
  });

  test('that fails leaves everything as it was', async () => {
    const stack = await create(resources({ Q: queue({ DelaySeconds: 1 }), T: topic() }));
    const before = stack.resources.get('Q').physicalId;
    emulator.account.failures.push({ logicalId: 'Last', operation: 'CREATE' });
    await update(resources({ Q: queue({ DelaySeconds: 2 }), N: topic(), Last: topic({}, { DependsOn: ['Q', 'N'] }) }));
    assert.equal(stack.status, 'UPDATE_ROLLBACK_COMPLETE');
    assert.deepEqual([...stack.resources.keys()], ['Q', 'T']);
    assert.deepEqual(stack.resources.get('Q').properties, { DelaySeconds: 1 });
    assert.equal(stack.resources.get('Q').physicalId, before);
    await update(resources({ Q: queue({ DelaySeconds: 3 }) }));
    assert.equal(stack.status, 'UPDATE_COMPLETE');
  });

  test("can't change a type", async () => {
    const stack = await create(resources({ Q: queue() }));
    await update(resources({ Q: topic() }));
    assert.equal(stack.status, 'UPDATE_ROLLBACK_COMPLETE');
  });
});

describe('deletion', () => {
  test('keeps what its policy keeps', async () => {
    await create(resources({ Q: queue({}, { DeletionPolicy: 'Retain' }), R: queue({ QueueName: 'r' }, { UpdateReplacePolicy: 'Retain' }) }));
    await update(resources({ Q: queue({}, { DeletionPolicy: 'Retain' }), R: queue({ QueueName: 'r2' }, { UpdateReplacePolicy: 'Retain' }) }));
    await call('DeleteStack', { StackName: 's' });
    assert.equal(stackNamed('s').status, 'DELETE_COMPLETE');
    assert.equal(emulator.account.retained.length, 2);
  });

  test('fails where a bucket is not empty', async () => {
    const stack = await create(resources({ B: { Type: 'AWS::S3::Bucket' } }));
    const { physicalId } = stack.resources.get('B');
    const put = await fetch(`${emulator.url}/${physicalId}/key`, { method: 'PUT', body: 'x', headers: { authorization: authorization('s3') } });
    assert.equal(put.status, 200);
    await call('DeleteStack', { StackName: 's' });
    assert.equal(stack.status, 'DELETE_FAILED');
  });

  test('is refused for a protected stack, and for exports in use', async () => {
    await create(resources({ Q: queue() }), { EnableTerminationProtection: 'true' });
    await assert.rejects(call('DeleteStack', { StackName: 's' }), /TerminationProtection is enabled/);
    await create(resources({ Q: queue() }, { Outputs: { O: { Value: { 'Fn::GetAtt': ['Q', 'QueueName'] }, Export: { Name: 'x' } } } }), { StackName: 'a' });
    const user = await create(resources({ T: topic({ DisplayName: { 'Fn::ImportValue': 'x' } }) }), { StackName: 'b' });
    assert.equal(user.status, 'CREATE_COMPLETE');
    await assert.rejects(call('DeleteStack', { StackName: 'a' }), /Export x cannot be deleted as it is in use by b/);
    await call('DeleteStack', { StackName: 'b' });
    await call('DeleteStack', { StackName: 'a' });
    assert.equal(stackNamed('a').status, 'DELETE_COMPLETE');
  });
});

describe('a nested stack', () => {
  const publish = (key, template) => {
    const { buckets } = emulator.account;
    if (!buckets.has('b')) buckets.set('b', new Map());
    buckets.get('b').set(key, Buffer.from(asText(template)));
  };
  const nested = (key, Parameters = {}) => ({
    Type: 'AWS::CloudFormation::Stack',
    Properties: { TemplateURL: `https://s3.us-east-1.amazonaws.com/b/${key}`, Parameters },
  });
  const inner = (delay, output = 'Arn') => ({
    Parameters: { Name: { Type: 'String' } },
    Resources: { Q: queue({ QueueName: { Ref: 'Name' }, DelaySeconds: delay }) },
    Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Q', output] } } },
  });
  const outer = (key) =>
    resources({ N: nested(key, { Name: { 'Fn::GetAtt': ['T', 'TopicName'] } }), T: topic({ TopicName: 't' }), U: topic({ DisplayName: { 'Fn::GetAtt': ['N', 'Outputs.Arn'] } }) });

  test('gets parameters and gives outputs', async () => {
    publish('1', inner(1));
    const stack = await create(outer('1'));
    assert.equal(stack.resources.get('U').properties.DisplayName, 'arn:aws:sqs:us-east-1:123456789012:t');
    assert.equal(stack.resources.get('N').nested.parent, stack);
    publish('2', inner(2));
    await update(outer('2'));
    assert.equal(stack.resources.get('N').nested.resources.get('Q').properties.DelaySeconds, 2);
  });

  test('that nobody published, or that has no such output, fails', async () => {
    assert.match((await create(outer('0'))).events.map((event) => event.ResourceStatusReason).join(), /there is no template at https/);
    publish('1', { ...inner(1), Outputs: {} });
    assert.match((await create(outer('1'), { StackName: 't' })).events.map((event) => event.ResourceStatusReason).join(), /does not support attribute type Outputs\.Arn/);
  });

  test('is rolled back with its parent', async () => {
    publish('1', inner(1));
    publish('2', inner(2));
    const stack = await create(outer('1'));
    emulator.account.failures.push({ logicalId: 'Last', operation: 'CREATE' });
    const { Resources } = outer('2');
    await update(resources({ ...Resources, Last: topic({}, { DependsOn: 'N' }) }));
    assert.equal(stack.status, 'UPDATE_ROLLBACK_COMPLETE');
    assert.equal(stack.resources.get('N').nested.resources.get('Q').properties.DelaySeconds, 1);
    emulator.account.failures.push({ logicalId: 'Q', operation: 'UPDATE', reason: 'inside' });
    await update(outer('2'));
    assert.equal(stack.status, 'UPDATE_ROLLBACK_COMPLETE');
    assert.match(stack.events.map((event) => event.ResourceStatusReason).join(), /was not successfully updated.*\[Q\]/);
  });
});

test('tools read metadata, resources and templates', async () => {
  const template = resources({ Q: queue() }, { Metadata: { 'AWS::Amplify::Auth': { version: '1' } } });
  await create(template);
  const summary = await call('GetTemplateSummary', { StackName: 's' });
  assert.match(summary, /<Metadata>{&quot;AWS::Amplify::Auth&quot;:{&quot;version&quot;:&quot;1&quot;}}<\/Metadata>/);
  assert.match(await call('ListStackResources', { StackName: 's' }), /<LogicalResourceId>Q</);
  assert.match(await call('GetTemplate', { StackName: 's' }), /AWS::SQS::Queue/);
  assert.match(await call('DescribeStacks', { StackName: 's' }), /CREATE_COMPLETE/);
  await assert.rejects(call('DescribeStacks', { StackName: 'x' }), /Stack with id x does not exist/);
});

test('what the emulator was not made for is told loudly', async () => {
  await assert.rejects(call('DetectStackDrift', { StackName: 's' }), /no action DetectStackDrift/);
  await assert.rejects(call('DescribeStacks', { Filter: 'x' }), /knows no Filter/);
  const other = await fetch(emulator.url, { method: 'POST', headers: { authorization: authorization('kms') } });
  assert.equal(other.status, 400);
  assert.equal(emulator.unknown.length, 3);
});
