// SPDX-License-Identifier: Apache-2.0
import { defineFunction, secret } from '@aws-amplify/backend';

export const kitchen = defineFunction({
  name: 'kitchen-sink',
  entry: './main.ts',
  timeoutSeconds: 900,
  memoryMB: 2048,
  ephemeralStorageSizeMB: 1024,
  runtime: 24,
  architecture: 'arm64',
  environment: { PLAIN: 'value', API_KEY: secret('API_KEY'), OTHER: secret('OTHER_SECRET') },
  layers: {
    '@aws-lambda-powertools/logger': 'arn:aws:lambda:us-east-1:094274105915:layer:AWSLambdaPowertoolsTypeScriptV2:11',
    sharp: 'SharpLayer:1',
  },
  logging: { format: 'json', level: 'debug', retention: '2 weeks' },
  bundling: { minify: false },
});

export const durable = defineFunction({
  name: 'durable',
  entry: './main.ts',
  runtime: 24,
  durableConfig: { executionTimeoutSeconds: 3600 },
  schedule: 'every day',
});
