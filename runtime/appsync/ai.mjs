// SPDX-License-Identifier: Apache-2.0
// What resolvers import from '@aws-appsync/utils/ai': requests to Amazon Bedrock.
export const invokeModel = (payload) => ({ operation: 'InvokeModel', ...payload });
export const converse = (payload) => ({ operation: 'Converse', ...payload });
