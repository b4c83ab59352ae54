// SPDX-License-Identifier: Apache-2.0
import { defineBackend } from '@aws-amplify/backend';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import { auth } from './auth/resource';
import { data } from './data/resource';

const backend = defineBackend({ auth, data });
const { stack } = backend.data;
const table = new dynamodb.Table(stack, 'Ext', { partitionKey: { name: 'k', type: dynamodb.AttributeType.STRING }, billingMode: dynamodb.BillingMode.PAY_PER_REQUEST });
backend.data.addDynamoDbDataSource('ExternalTable', table);
backend.data.addHttpDataSource('HttpDs', 'https://api.example.com');
const bus = new events.EventBus(stack, 'AppBus');
backend.data.addEventBridgeDataSource('Bus', bus);
