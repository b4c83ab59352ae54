// SPDX-License-Identifier: Apache-2.0
// The accepted differences from the CDK: where, what it has there, what we have, and why ours is right.
export const differences = [
  {
    path: 'permissions/${AWS::IAM::Role FunctionUrl}/0',
    peer: 'Allow lambda:InvokeFunction on ${AWS::Lambda::Function Function.Arn} if {"Bool":{"lambda:InvokedViaFunctionUrl":true}}',
    ours: 'Allow lambda:InvokeFunction on ${AWS::Lambda::Function Function.Arn} if {"Bool":{"lambda:InvokedViaFunctionUrl":"true"}}',
    reason: 'IAM keeps values of conditions as text.',
  },
  {
    path: 'resources/AWS::Kinesis::Stream Stream/RetentionPeriodHours',
    peer: 24,
    ours: undefined,
    reason: 'It is the default of Kinesis.',
  },
  {
    path: 'resources/AWS::SNS::TopicPolicy TopicPolicy/PolicyDocument/1',
    peer: 'Deny sns:Publish on ${AWS::SNS::Topic Topic} by "*" if {"Bool":{"aws:SecureTransport":"false"}}',
    ours: 'Deny sns:Publish on ${AWS::SNS::Topic Topic} by {"AWS":"*"} if {"Bool":{"aws:SecureTransport":"false"}}',
    reason: 'In statements of resources, both mean everyone; buckets and queues have the second in the CDK too.',
  },
];
