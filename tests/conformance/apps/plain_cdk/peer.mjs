// SPDX-License-Identifier: Apache-2.0
// The twin of examples/plain_cdk, with the CDK.
import { App, Aws, CfnOutput, Duration, Fn, Stack, Tags } from 'aws-cdk-lib';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import {
  CfnRouteTable, CfnSecurityGroup, CfnSubnet, CfnSubnetRouteTableAssociation, CfnVPC, CfnVPCEndpoint,
} from 'aws-cdk-lib/aws-ec2';
import { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

const app = new App({
  context: { '@aws-cdk/aws-iam:minimizePolicies': true, '@aws-cdk/aws-lambda:useCdkManagedLogGroup': true },
});
const production = app.node.tryGetContext('stage') === 'prod';
const stack = new Stack(app, 'reports', { description: 'Keeps what comes by the queue' });
Tags.of(stack).add('stage', production ? 'prod' : 'dev');

const reports = new Bucket(stack, 'Reports', {
  encryption: BucketEncryption.S3_MANAGED,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  versioned: production,
});
const closed = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };
const deadLetters = new Queue(stack, 'JobsDeadLetterQueue', { ...closed, retentionPeriod: Duration.days(14) });
const jobs = new Queue(stack, 'Jobs', {
  ...closed,
  visibilityTimeout: Duration.seconds(60),
  deadLetterQueue: { maxReceiveCount: 3, queue: deadLetters },
});
const alerts = new Topic(stack, 'Alerts', { enforceSSL: true });
new CfnAlarm(jobs, 'Alarm', {
  alarmActions: [alerts.topicArn],
  comparisonOperator: 'GreaterThanThreshold',
  dimensions: [{ name: 'QueueName', value: Fn.select(5, Fn.split(':', deadLetters.queueArn)) }],
  evaluationPeriods: production ? 1 : 15,
  metricName: 'ApproximateNumberOfMessagesVisible',
  namespace: 'AWS/SQS',
  period: 60,
  statistic: 'Maximum',
  threshold: 0,
});

const network = new Construct(stack, 'Network');
const vpc = new CfnVPC(network, 'Vpc', { cidrBlock: '10.0.0.0/16', enableDnsSupport: true });
const routes = new CfnRouteTable(network, 'Routes', { vpcId: vpc.ref });
const subnets = [['A', 'a', '10.0.0.0/24'], ['B', 'b', '10.0.1.0/24']].map(([name, zone, cidrBlock]) => {
  const place = new Construct(network, name);
  const subnet = new CfnSubnet(place, 'Subnet', { availabilityZone: `${Aws.REGION}${zone}`, cidrBlock, vpcId: vpc.ref });
  new CfnSubnetRouteTableAssociation(place, 'Routes', { routeTableId: routes.ref, subnetId: subnet.ref });
  return subnet.ref;
});
new CfnVPCEndpoint(network, 'S3', {
  routeTableIds: [routes.ref],
  serviceName: `com.amazonaws.${Aws.REGION}.s3`,
  vpcId: vpc.ref,
});
const group = new CfnSecurityGroup(stack, 'Group', { groupDescription: 'the worker', vpcId: vpc.ref });

const worker = new Function(stack, 'Worker', {
  runtime: Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: Code.fromInline(`
const { S3Client, PutObjectCommand } = require('@aws-sdk/client-s3');
const client = new S3Client();
exports.handler = async ({ Records }) => {
  for (const { body, messageId } of Records) {
    await client.send(new PutObjectCommand({ Bucket: process.env.REPORTS, Key: messageId, Body: body }));
  }
};
`),
  environment: { REPORTS: reports.bucketName },
  timeout: Duration.seconds(10),
});
worker.node.defaultChild.vpcConfig = { securityGroupIds: [group.attrGroupId], subnetIds: subnets };
worker.role.addManagedPolicy(ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaVPCAccessExecutionRole'));
worker.addEventSource(new SqsEventSource(jobs, { batchSize: 5 }));
reports.grantPut(worker);

new CfnOutput(stack, 'QueueUrl', { value: jobs.queueUrl });
if (production) alerts.addSubscription(new EmailSubscription('on-call@example.com'));
app.synth();
