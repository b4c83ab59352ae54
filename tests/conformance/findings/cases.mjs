// SPDX-License-Identifier: Apache-2.0
// Resources with one fault each, or none, for both validators. A reason comes third where ours finds nothing, and theirs
// something.

const lambda = { Code: { ZipFile: 'x' }, Role: 'arn:aws:iam::123456789012:role/r', Handler: 'index.handler', Runtime: 'nodejs22.x' };
const event = { FunctionName: 'f', Qualifier: '$LATEST' };
const table = { KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }], AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }], BillingMode: 'PAY_PER_REQUEST' };

export const cases = [
  ['AWS::SQS::Queue', {}],
  ['AWS::SQS::Queue', { QueueNam: 'x' }],
  ['AWS::SQS::Queue', { DelaySeconds: 'x' }],
  ['AWS::SQS::Queue', { DelaySeconds: '30' }],
  ['AWS::SQS::Queue', { DelaySeconds: 1.5 }],
  ['AWS::SQS::Queue', { FifoQueue: 'true' }],
  ['AWS::SQS::Queue', { FifoQueue: 1 }],
  ['AWS::SQS::Queue', { QueueName: 5 }],
  ['AWS::SQS::Queue', { QueueName: ['a'] }],
  ['AWS::SQS::Queue', { QueueName: { 'Fn::Sub': '${AWS::StackName}-jobs' } }],
  ['AWS::SQS::Queue', { DelaySeconds: { Ref: 'AWS::NoValue' } }],
  ['AWS::SQS::Queue', { Tags: 'a' }],
  ['AWS::SQS::Queue', { Tags: { Key: 'a', Value: 'b' } }],
  ['AWS::SQS::Queue', { Tags: [{ Key: 'a', Value: 'b' }] }],
  ['AWS::SQS::Queue', { Tags: [{ Key: 'a' }] }],
  ['AWS::SQS::Queue', { RedrivePolicy: { maxReceiveCount: 3 } }],
  ['AWS::SQS::QueuePolicy', { Queues: ['a'] }],
  ['AWS::SQS::QueuePolicy', { PolicyDocument: {}, Queues: 'a' }],
  ['AWS::Lambda::Function', lambda],
  ['AWS::Lambda::Function', { ...lambda, Role: 'nope' }],
  ['AWS::Lambda::Function', { ...lambda, Runtime: 'nodejs99.x' }, 'the specification has no list of runtimes'],
  ['AWS::Lambda::Function', { ...lambda, Timeout: 0 }],
  ['AWS::Lambda::Function', { ...lambda, Environment: { Variables: { LEVEL: 'info' } } }],
  ['AWS::Lambda::Function', { ...lambda, Environment: { Variabels: {} } }],
  ['AWS::Lambda::Function', { ...lambda, TracingConfig: { Mode: 'Passive' } }],
  ['AWS::Lambda::EventInvokeConfig', event],
  ['AWS::Lambda::EventInvokeConfig', { ...event, MaximumEventAgeInSeconds: 59 }],
  ['AWS::Lambda::EventInvokeConfig', { ...event, MaximumRetryAttempts: 3 }],
  ['AWS::Cognito::UserPool', { UserPoolName: '' }],
  ['AWS::Cognito::UserPool', { UserPoolTier: 'BASIC' }],
  ['AWS::Cognito::UserPool', { EmailVerificationSubject: 'é'.repeat(140) }],
  ['AWS::Cognito::UserPool', { EmailVerificationSubject: 'é'.repeat(141) }],
  ['AWS::S3::Bucket', { VersioningConfiguration: { Status: 'On' } }],
  ['AWS::S3::Bucket', { VersioningConfiguration: { Status: 'Enabled' } }],
  ['AWS::S3::Bucket', { BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: {} }] } }],
  ['AWS::DynamoDB::Table', table],
  ['AWS::DynamoDB::Table', { ...table, TimeToLiveSpecification: { Enabled: true, AttributeNam: 'ttl' } }],
  ['AWS::DynamoDB::Table', { ...table, GlobalSecondaryIndexes: {} }],
  ['AWS::Events::Rule', { ScheduleExpression: 'rate(1 hour)', State: 'ENABLE' }],
  ['AWS::SNS::Topic', { DisplayName: 5.5 }],
  ['AWS::CloudFormation::CustomResource', { ServiceToken: 'arn:aws:sns:us-east-1:123456789012:t', Any: 1 }],
];
