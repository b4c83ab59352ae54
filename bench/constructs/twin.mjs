// SPDX-License-Identifier: Apache-2.0
// node twin.mjs STACKS UNITS DIRECTORY: what app.cpp makes, with the CDK for JavaScript.
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../tests/conformance/package.json', import.meta.url));
const [stacks, units, outdir] = process.argv.slice(2);
const cdk = require('aws-cdk-lib');
const { Construct } = require('constructs');
const { CfnAlarm } = require('aws-cdk-lib/aws-cloudwatch');
const { CfnTable } = require('aws-cdk-lib/aws-dynamodb');
const { CfnSubscription, CfnTopic } = require('aws-cdk-lib/aws-sns');
const { CfnQueue } = require('aws-cdk-lib/aws-sqs');

function addUnit(stack, number) {
  const unit = new Construct(stack, `Unit${number}`);
  const queue = new CfnQueue(unit, 'Queue', { tags: [{ key: 'unit', value: number }], visibilityTimeout: 30 });
  const topic = new CfnTopic(unit, 'Topic', { displayName: cdk.Fn.join('-', ['jobs', cdk.Aws.REGION, number]) });
  new CfnSubscription(unit, 'Subscription', { endpoint: queue.attrArn, protocol: 'sqs', topicArn: topic.ref });
  new CfnAlarm(unit, 'Alarm', {
    comparisonOperator: 'GreaterThanThreshold',
    dimensions: [{ name: 'QueueName', value: queue.attrQueueName }],
    evaluationPeriods: 1,
    metricName: 'ApproximateNumberOfMessagesVisible',
    namespace: 'AWS/SQS',
    period: 300,
    statistic: 'Maximum',
    threshold: 100,
  });
  new CfnTable(unit, 'Table', {
    attributeDefinitions: [{ attributeName: 'id', attributeType: 'S' }],
    billingMode: 'PAY_PER_REQUEST',
    keySchema: [{ attributeName: 'id', keyType: 'HASH' }],
  });
}

const app = new cdk.App({ outdir, analyticsReporting: false });
for (let stack = 0; stack < Number(stacks); stack += 1) {
  const made = new cdk.Stack(app, `Stack${stack}`);
  for (let unit = 0; unit < Number(units); unit += 1) addUnit(made, String(unit));
}
app.synth();
