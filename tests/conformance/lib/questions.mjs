// SPDX-License-Identifier: Apache-2.0
// Policies and requests by the thousand, the same every time.
import { generator } from './generator.mjs';

const account = '111122223333';
const role = `arn:aws:iam::${account}:role/example`;

/** What stands for a resource in the policies below: in our template, and deployed. */
const places = {
  '@bucket@': { sub: '${Bucket.Arn}', deployed: 'arn:aws:s3:::stack-bucket-1x2y3z4' },
  '@queue@': { sub: '${Queue.Arn}', deployed: `arn:aws:sqs:us-east-1:${account}:stack-Queue-5a6b7c8` },
  '@key@': { sub: '${Key.Arn}', deployed: `arn:aws:kms:us-east-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab` },
  '@other@': { sub: '${Other.Arn}', deployed: `arn:aws:iam::${account}:role/stack-Other-9d8e7f6` },
  '@role@': { sub: role, deployed: role },
};
const placeholder = /@\w+@/g;

const requests = [
  ['s3:GetObject', '@bucket@/public/a.png'], ['s3:GetObject', '@bucket@/private/us-1/a.png'],
  ['s3:PutObject', '@bucket@/private/us-2/b'], ['s3:ListBucket', '@bucket@'], ['s3:DeleteBucket', '@bucket@'],
  ['s3:GetObject', 'arn:aws:s3:::another/public/a.png'], ['s3:ListAllMyBuckets', '*'],
  ['sqs:SendMessage', '@queue@'], ['sqs:ReceiveMessage', '@queue@'],
  ['sqs:SendMessage', `arn:aws:sqs:us-east-1:${account}:orders`],
  ['kms:Decrypt', '@key@'], ['kms:Encrypt', '@key@'], ['iam:PassRole', '@role@'],
  ['sts:AssumeRole', '@other@'], ['iam:PassRole', '@other@'],
];
const actions = [
  '*', 's3:*', 's3:Get*', 's3:GetObject', 's3:?etObject', 'S3:getobject', 's3:PutObject', 's3:List*', 's3:DeleteBucket',
  'sqs:*', 'sqs:SendMessage', 'sqs:*Message', 'kms:*', 'kms:Decrypt', 'kms:*crypt', 'iam:PassRole', 'iam:*', 'sts:*', 'sts:AssumeRole',
];
const resources = [
  '*', '@bucket@', '@bucket@/*', '@bucket@/public/*', '@bucket@/private/${aws:userid}/*', '@bucket@/*/a.png',
  '@bucket@/private/us-?/*', 'arn:aws:s3:::*', 'arn:aws:s3:::another/*', 'arn:*:s3:::another/public/a.png',
  '@queue@', 'arn:aws:sqs:*:*:*', `arn:aws:sqs:us-east-?:${account}:orders`, 'arn:aws:sqs:eu-*:*:*',
  '@key@', 'arn:aws:kms:*:*:key/*', '@role@', '@other@', `arn:aws:iam::${account}:role/*`,
];
const principals = [
  '*', { AWS: '*' }, { AWS: '@role@' }, { AWS: account }, { AWS: `arn:aws:iam::${account}:root` },
  { AWS: `arn:aws:iam::${account}:role/other` }, { AWS: '444455556666' }, { Service: 'sns.amazonaws.com' },
  { AWS: ['444455556666', '@role@'] }, { Federated: 'cognito-identity.amazonaws.com' },
];
const values = {
  'aws:userid': ['us-1', 'us-2'], 'aws:PrincipalTag/team': ['blue', 'Blue', 'red'], 'aws:MultiFactorAuthAge': ['9', '10', '10.5'],
  'aws:TokenIssueTime': ['2024-01-01T00:00:00Z', '2025-06-01T12:00:00Z'], 'aws:MultiFactorAuthPresent': ['true', 'false'],
  'aws:SourceIp': ['203.0.113.7', '198.51.100.1', '2001:db8::1'],
  'aws:SourceArn': ['arn:aws:sns:us-east-1:111122223333:news', 'arn:aws:sns:us-east-1:444455556666:a:111122223333:news'],
};
const lists = { 'aws:TagKeys': [['a'], ['a', 'b'], ['c', 'b'], []] };
const conditions = [
  ...['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', 'StringEqualsIfExists', 'StringNotEqualsIfExists']
    .map((name) => ({ [name]: { 'aws:PrincipalTag/team': ['blue', 'green'] } })),
  { StringLike: { 'aws:PrincipalTag/team': 'b*' } }, { StringNotLike: { 'aws:PrincipalTag/team': ['?lue'] } },
  { StringLike: { 'aws:userid': ['${aws:userid}'] } }, { StringEquals: { 'aws:PrincipalTag/team': '${aws:userid}' } },
  ...['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].flatMap((name) => [
    { [`Numeric${name}`]: { 'aws:MultiFactorAuthAge': '10' } }, { [`Date${name}`]: { 'aws:TokenIssueTime': '2025-01-01T00:00:00Z' } },
  ]),
  { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, { BoolIfExists: { 'aws:MultiFactorAuthPresent': ['false'] } },
  { Null: { 'aws:PrincipalTag/team': 'true' } }, { Null: { 'aws:PrincipalTag/team': 'false' } },
  { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] } }, { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  ...['ArnLike', 'ArnEquals', 'ArnNotLike', 'ArnNotEquals'].map((name) => ({ [name]: { 'aws:SourceArn': 'arn:aws:sns:*:111122223333:news' } })),
  ...['ForAllValues', 'ForAnyValue'].flatMap((set) => ['StringEquals', 'StringNotEquals', 'StringLike'].map((name) => (
    { [`${set}:${name}`]: { 'aws:TagKeys': ['a', 'b'] } }))),
  { StringEquals: { 'aws:PrincipalTag/team': 'blue' }, NumericLessThan: { 'aws:MultiFactorAuthAge': 10 } },
];

/** `count` cases: what our program is asked, and what its peer is. */
export function questions(count) {
  const random = generator(20_120_101_7);
  return Array.from({ length: count }, () => question(random));
}

function question({ pick, chance }) {
  const few = (list) => (chance(2) ? pick(list) : [pick(list), pick(list)]);
  const [action, target] = pick(requests);
  // Half of what stands in a statement is about the request.
  const isTrust = action === 'sts:AssumeRole';
  const statement = (isOfResource) => ({
    Effect: chance(4) ? 'Deny' : 'Allow',
    ...(isOfResource && { [chance(12) ? 'NotPrincipal' : 'Principal']: pick(principals) }),
    [chance(8) ? 'NotAction' : 'Action']: chance(2) ? action : few(actions),
    ...(isOfResource && isTrust ? {} : chance(8)
      ? { NotResource: few(resources.filter((resource) => !resource.includes('${'))) } // not documented
      : { Resource: chance(2) ? target : few(resources) }),
    ...(chance(3) && { Condition: pick(conditions) }),
  });
  const document = (most, isOfResource) => ({
    Version: '2012-10-17', // before, there were no variables; the peer puts them in all the same
    Statement: Array.from({ length: 1 + pick([0, 1, most - 1]) }, () => statement(isOfResource)),
  });

  const context = {};
  for (const [key, all] of Object.entries({ ...values, ...lists })) if (!chance(3)) context[key] = pick(all);
  const identity = document(3, false);
  const boundary = chance(3) ? document(2, false) : undefined;
  const policy = chance(2) ? document(3, true) : undefined;
  const ownPolicy = {
    '@bucket@': 'BucketPolicy', '@queue@': 'QueuePolicy', '@key@': 'Key', '@other@': isTrust ? 'Other' : undefined,
  }[target.match(placeholder)?.[0]];
  return {
    ours: {
      template: template({ identity, boundary, [ownPolicy]: policy }),
      action,
      target: target.replace(placeholder, (name) => places[name].sub),
      context: Object.fromEntries([...Object.keys(values), ...Object.keys(lists)].map((key) => [key, context[key] ?? null])),
    },
    peer: {
      request: {
        principal: `arn:aws:sts::${account}:assumed-role/example/session`,
        action,
        resource: { resource: deployed(target), accountId: account },
        contextVariables: context,
      },
      identityPolicies: [{ name: 'identity', policy: deployed(identity) }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      resourcePolicy: ownPolicy && deployed(policy ?? defaults[ownPolicy]),
      permissionBoundaryPolicies: boundary && [{ name: 'boundary', policy: deployed(boundary) }],
    },
  };
}

/** What a resource has without a policy of the question's. */
const defaults = {
  Key: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: account }, Action: 'kms:*', Resource: '*' }] },
  Other: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }] },
};

function template({ identity, boundary, BucketPolicy, QueuePolicy, Key, Other }) {
  const policyOf = (Type, document, properties) => document && { Type, Properties: { PolicyDocument: subs(document), ...properties } };
  return {
    Resources: Object.fromEntries(Object.entries({
      Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'example', ...(boundary && { PermissionsBoundary: { Ref: 'Boundary' } }) } },
      Identity: policyOf('AWS::IAM::Policy', identity, { Roles: [{ Ref: 'Role' }] }),
      Boundary: policyOf('AWS::IAM::ManagedPolicy', boundary),
      Bucket: { Type: 'AWS::S3::Bucket' },
      BucketPolicy: policyOf('AWS::S3::BucketPolicy', BucketPolicy, { Bucket: { Ref: 'Bucket' } }),
      Queue: { Type: 'AWS::SQS::Queue' },
      QueuePolicy: policyOf('AWS::SQS::QueuePolicy', QueuePolicy, { Queues: [{ Ref: 'Queue' }] }),
      Other: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: subs(Other ?? defaults.Other) } },
      Key: { Type: 'AWS::KMS::Key', Properties: Key && { KeyPolicy: subs(Key) } },
    }).filter(([, resource]) => resource)),
  };
}

const inStrings = (value, replace) => {
  if (typeof value === 'string') return replace(value);
  if (Array.isArray(value)) return value.map((item) => inStrings(item, replace));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inStrings(item, replace)]));
};
const deployed = (value) => inStrings(value, (text) => text.replace(placeholder, (name) => places[name].deployed));
const subs = (value) => inStrings(value, (text) => (text.match(placeholder)
  ? { 'Fn::Sub': text.replaceAll('${', '${!').replace(placeholder, (name) => places[name].sub) }
  : text));
