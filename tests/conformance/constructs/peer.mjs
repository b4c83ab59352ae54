// SPDX-License-Identifier: Apache-2.0
// The twin of app.cpp, with the CDK: node peer.mjs DIRECTORY
import { App, Duration, Stack } from 'aws-cdk-lib';
import { AuthorizationType, CognitoUserPoolsAuthorizer, EndpointType, LambdaIntegration, RestApi } from 'aws-cdk-lib/aws-apigateway';
import { CorsHttpMethod, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer, HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { AttributeType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, Schedule as RuleSchedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SnsTopic, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { ArnPrincipal, FederatedPrincipal, Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Stream, StreamEncryption, StreamMode } from 'aws-cdk-lib/aws-kinesis';
import { Code, Function, FunctionUrlAuthType, Runtime, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, KinesisEventSource, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription, SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';

const app = new App({
  outdir: process.argv[2],
  context: { '@aws-cdk/aws-iam:minimizePolicies': true, '@aws-cdk/aws-lambda:useCdkManagedLogGroup': true },
});
const stack = new Stack(app, 'Constructs');
const worker = new ServicePrincipal('ec2.amazonaws.com');
const role = (id) => new Role(stack, id, { assumedBy: worker });

// iam
const trusted = new Role(stack, 'Trusted', {
  assumedBy: new FederatedPrincipal('cognito-identity.amazonaws.com', {
    StringEquals: { 'cognito-identity.amazonaws.com:aud': 'pool' },
  }, 'sts:AssumeRoleWithWebIdentity'),
  maxSessionDuration: Duration.hours(2),
});
trusted.addToPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::one/*'] }));
trusted.addToPolicy(new PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject'], resources: ['arn:aws:s3:::one/*'] }));
trusted.addToPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::two/*'] }));
const passer = role('Passer');
trusted.grantPassRole(passer);
trusted.grantAssumeRole(passer);
new Policy(stack, 'Shared', {
  statements: [new PolicyStatement({ actions: ['sns:ListTopics'], resources: ['*'] })],
  roles: [trusted, passer],
});

// s3
const bucket = new Bucket(stack, 'Bucket', {
  encryption: BucketEncryption.S3_MANAGED,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  versioned: true,
});
bucket.grantRead(role('BucketRead'));
bucket.grantWrite(role('BucketWrite'));
bucket.grantPut(role('BucketPut'), 'incoming/*');
bucket.grantDelete(role('BucketDelete'));
bucket.grantReadWrite(role('BucketReadWrite'));
bucket.grantRead(new ArnPrincipal('arn:aws:iam::123456789012:role/reader'), 'public/*');

// dynamodb
const table = new Table(stack, 'Table', {
  partitionKey: { name: 'pk', type: AttributeType.STRING },
  sortKey: { name: 'sk', type: AttributeType.NUMBER },
  billingMode: 'PAY_PER_REQUEST',
  stream: StreamViewType.NEW_AND_OLD_IMAGES,
  timeToLiveAttribute: 'ttl',
});
table.grantReadData(role('TableRead'));
table.grantWriteData(role('TableWrite'));
table.grantReadWriteData(role('TableReadWrite'));
table.grantStreamRead(role('TableStream'));
table.grantFullAccess(role('TableFull'));
table.addGlobalSecondaryIndex({ indexName: 'byAuthor', partitionKey: { name: 'author', type: AttributeType.STRING } });

// sqs
const queue = new Queue(stack, 'Queue', {
  visibilityTimeout: Duration.seconds(60),
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
  deadLetterQueue: {
    maxReceiveCount: 3,
    queue: new Queue(stack, 'Dead', { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(14) }),
  },
});
queue.grantSendMessages(role('QueueSend'));
queue.grantConsumeMessages(role('QueueConsume'));
queue.grantPurge(role('QueuePurge'));

// lambda, logs
const handler = new Function(stack, 'Function', {
  runtime: Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: Code.fromInline('exports.handler = async () => {};'),
  environment: { TABLE: table.tableName },
});
handler.grantInvoke(role('FunctionInvoke'));
handler.addEventSource(new SqsEventSource(queue, { batchSize: 5, reportBatchItemFailures: true }));
handler.addEventSource(new DynamoEventSource(table, { startingPosition: StartingPosition.LATEST, batchSize: 20, retryAttempts: 2 }));
const url = handler.addFunctionUrl({ authType: FunctionUrlAuthType.AWS_IAM });
url.grantInvokeUrl(role('FunctionUrl'));
const open = new Function(stack, 'Open', {
  runtime: Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: Code.fromInline('exports.handler = async () => {};'),
});
open.addFunctionUrl({ authType: FunctionUrlAuthType.NONE });
const logs = new LogGroup(stack, 'Logs');
logs.grantWrite(role('LogsWrite'));
logs.grantRead(role('LogsRead'));

// sns
const topic = new Topic(stack, 'Topic', { displayName: 'Jobs', enforceSSL: true });
topic.grantPublish(role('TopicPublish'));
topic.grantSubscribe(role('TopicSubscribe'));
topic.grantPublish(new ServicePrincipal('events.amazonaws.com'));
topic.addSubscription(new SqsSubscription(queue, { rawMessageDelivery: true }));
topic.addSubscription(new LambdaSubscription(handler));

// events
const rule = new Rule(stack, 'Rule', { eventPattern: { source: ['app.jobs'] } });
rule.addTarget(new LambdaFunction(handler));
rule.addTarget(new SqsQueue(queue));
rule.addTarget(new SnsTopic(topic));
new Rule(stack, 'Nightly', { schedule: RuleSchedule.expression('rate(1 day)') }).addTarget(new LambdaFunction(handler));

// kinesis, ssm, secretsmanager
const stream = new Stream(stack, 'Stream', { streamMode: StreamMode.ON_DEMAND, encryption: StreamEncryption.MANAGED });
stream.grantRead(role('StreamRead'));
stream.grantWrite(role('StreamWrite'));
stream.grantReadWrite(role('StreamReadWrite'));
handler.addEventSource(new KinesisEventSource(stream, { startingPosition: StartingPosition.TRIM_HORIZON, batchSize: 50 }));
const parameter = new StringParameter(stack, 'Parameter', { stringValue: 'on', parameterName: '/jobs/switch' });
parameter.grantRead(role('ParameterRead'));
parameter.grantWrite(role('ParameterWrite'));
const secret = new Secret(stack, 'Secret', { description: 'of the jobs' });
secret.grantRead(role('SecretRead'));
secret.grantWrite(role('SecretWrite'));

// apigateway
const users = UserPool.fromUserPoolId(stack, 'Users', 'us-east-1_users');
const headers = ['Content-Type', 'Authorization', 'X-Amz-Date', 'X-Api-Key', 'X-Amz-Security-Token'];
const http = new HttpApi(stack, 'Http', {
  corsPreflight: { allowOrigins: ['https://example.com'], allowMethods: [CorsHttpMethod.ANY], allowHeaders: headers, maxAge: Duration.hours(1) },
});
const reading = new HttpLambdaIntegration('Read', handler);
http.addRoutes({ path: '/orders/{id}', methods: [HttpMethod.GET], integration: reading, authorizer: new HttpIamAuthorizer() });
http.addRoutes({
  path: '/orders', methods: [HttpMethod.POST], integration: reading,
  authorizer: new HttpUserPoolAuthorizer('People', users, { userPoolClients: [UserPoolClient.fromUserPoolClientId(stack, 'Client', 'client')] }),
});

const rest = new RestApi(stack, 'Rest', { endpointTypes: [EndpointType.REGIONAL], cloudWatchRole: false });
const orders = rest.root.addResource('orders');
const one = orders.addResource('{id}');
orders.addCorsPreflight({ allowOrigins: ['https://example.com'], allowHeaders: headers });
one.addCorsPreflight({ allowOrigins: ['https://example.com'], allowHeaders: headers });
orders.addMethod('POST', new LambdaIntegration(handler, { allowTestInvoke: false }), {
  authorizer: new CognitoUserPoolsAuthorizer(stack, 'Customers', { cognitoUserPools: [users], authorizerName: 'Customers' }),
});
one.addMethod('GET', new LambdaIntegration(handler, { allowTestInvoke: false }), { authorizationType: AuthorizationType.IAM });
const caller = role('RestInvoke');
caller.addToPolicy(new PolicyStatement({ actions: ['execute-api:Invoke'], resources: [rest.arnForExecuteApi('GET', '/orders/*', 'prod')] }));

app.synth();
