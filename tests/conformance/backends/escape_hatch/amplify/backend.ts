// SPDX-License-Identifier: Apache-2.0
import { defineBackend } from '@aws-amplify/backend';
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { AuthorizationType, CognitoUserPoolsAuthorizer, Cors, EndpointType, LambdaIntegration, RestApi } from 'aws-cdk-lib/aws-apigateway';
import { CorsHttpMethod, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer, HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { CfnUserPoolGroup } from 'aws-cdk-lib/aws-cognito';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { FederatedPrincipal, Policy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { CfnFunction, Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { auth } from './auth/resource';

const backend = defineBackend({ auth });
const { authenticatedUserIamRole, unauthenticatedUserIamRole, userPool, userPoolClient } = backend.auth.resources;
const { cfnIdentityPool, cfnUserPool } = backend.auth.resources.cfnResources;

// functions
const functions = backend.createStack('functions');
functions.node.setContext('@aws-cdk/aws-lambda:useCdkManagedLogGroup', true);
const makeFunction = (id: string) =>
  new Function(functions, id, {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async (event) => event;'),
  });
const handler = makeFunction('Api');
const consumer = makeFunction('Consumer');
consumer.addEnvironment('LOG_LEVEL', functions.node.tryGetContext('logLevel') ?? 'info');

// messaging
const messaging = backend.createStack('messaging');
const topic = new Topic(messaging, 'Topic', { displayName: 'Orders', enforceSSL: true });
const queue = new Queue(messaging, 'Queue', {
  visibilityTimeout: Duration.seconds(30),
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
});
topic.addSubscription(new SqsSubscription(queue, { rawMessageDelivery: true }));
topic.grantPublish(authenticatedUserIamRole);
consumer.addEventSource(new SqsEventSource(queue, { batchSize: 5 }));
new Rule(messaging, 'Nightly', { schedule: Schedule.expression('cron(0 3 * * ? *)'), targets: [new SqsQueue(queue)] });

// REST API
const restStack = backend.createStack('rest-api');
const rest = new RestApi(restStack, 'RestApi', {
  restApiName: 'myRestApi',
  endpointTypes: [EndpointType.REGIONAL],
  cloudWatchRole: false,
  deployOptions: { stageName: 'dev' },
});
const defaultCorsPreflightOptions = {
  allowOrigins: Cors.ALL_ORIGINS,
  allowHeaders: ['Content-Type', 'Authorization', 'X-Amz-Date', 'X-Api-Key', 'X-Amz-Security-Token'],
};
const integration = new LambdaIntegration(handler, { allowTestInvoke: false });
const items = rest.root.addResource('items', {
  defaultCorsPreflightOptions,
  defaultMethodOptions: { authorizationType: AuthorizationType.IAM },
});
items.addMethod('GET', integration);
items.addMethod('POST', integration);
items.addProxy({ anyMethod: true, defaultIntegration: integration });
const cognitoAuth = new CognitoUserPoolsAuthorizer(restStack, 'CognitoAuth', { authorizerName: 'CognitoAuth', cognitoUserPools: [userPool] });
rest.root.addResource('profile', { defaultCorsPreflightOptions }).addMethod('GET', integration, {
  authorizationType: AuthorizationType.COGNITO,
  authorizer: cognitoAuth,
});
const restPolicy = new Policy(restStack, 'RestApiPolicy', {
  statements: [
    new PolicyStatement({
      actions: ['execute-api:Invoke'],
      resources: [rest.arnForExecuteApi('*', '/items', 'dev'), rest.arnForExecuteApi('*', '/items/*', 'dev')],
    }),
  ],
});
authenticatedUserIamRole.attachInlinePolicy(restPolicy);
unauthenticatedUserIamRole.attachInlinePolicy(restPolicy);

// HTTP API
const httpStack = backend.createStack('http-api');
const http = new HttpApi(httpStack, 'HttpApi', {
  apiName: 'myHttpApi',
  corsPreflight: { allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST], allowOrigins: ['*'], allowHeaders: ['*'] },
});
const httpIntegration = new HttpLambdaIntegration('Integration', handler);
http.addRoutes({ path: '/items', methods: [HttpMethod.GET], integration: httpIntegration, authorizer: new HttpIamAuthorizer() });
http.addRoutes({
  path: '/items/{proxy+}',
  methods: [HttpMethod.ANY],
  integration: httpIntegration,
  authorizer: new HttpUserPoolAuthorizer('userPoolAuth', userPool, { userPoolClients: [userPoolClient] }),
});

// table
const misc = backend.createStack('misc');
const table = new Table(misc, 'Sessions', {
  partitionKey: { name: 'pk', type: AttributeType.STRING },
  sortKey: { name: 'sk', type: AttributeType.STRING },
  billingMode: BillingMode.PAY_PER_REQUEST,
  timeToLiveAttribute: 'ttl',
});
table.addGlobalSecondaryIndex({ indexName: 'gsi1', partitionKey: { name: 'sk', type: AttributeType.STRING } });
table.grantReadWriteData(consumer);
consumer.addEnvironment('TABLE', table.tableName);
new CfnOutput(misc, 'TableArn', { value: table.tableArn });

// group
const people = backend.createStack('people');
const adminRole = new Role(people, 'AdminRole', {
  assumedBy: new FederatedPrincipal(
    'cognito-identity.amazonaws.com',
    {
      StringEquals: { 'cognito-identity.amazonaws.com:aud': cfnIdentityPool.ref },
      'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
    },
    'sts:AssumeRoleWithWebIdentity',
  ),
});
table.grantFullAccess(adminRole);
new CfnUserPoolGroup(people, 'AdminGroup', {
  description: 'administrators',
  groupName: 'Admin',
  roleArn: adminRole.roleArn,
  userPoolId: userPool.userPoolId,
});

// overrides and outputs
cfnUserPool.addPropertyDeletionOverride('SmsVerificationMessage');
(consumer.node.defaultChild as CfnFunction).addPropertyOverride('TracingConfig.Mode', 'Active');
backend.addOutput({
  custom: {
    API: {
      myRestApi: { endpoint: rest.url, region: Stack.of(rest).region },
      myHttpApi: { endpoint: http.url, region: Stack.of(http).region },
    },
    queueUrl: queue.queueUrl,
  },
});
backend.addOutput({
  notifications: { amazon_pinpoint_app_id: 'app-id', aws_region: 'us-east-1', channels: ['FCM'] },
} as never);
