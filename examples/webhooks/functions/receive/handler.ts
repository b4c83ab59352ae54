// SPDX-License-Identifier: Apache-2.0
import { env } from '$amplify/env/receive';
import { SQS } from '@aws-sdk/client-sqs';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

const queue = new SQS();

/** Whether whoever sent the text knows the key. */
function isSigned(text: string, signature = '') {
  const expected = Buffer.from(createHmac('sha256', env.SIGNING_KEY).update(text).digest('hex'));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

// Answers at once; the work is done by whoever reads the queue.
export const handler = async (event: APIGatewayProxyEventV2) => {
  const body = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '');
  if (!isSigned(body, event.headers['x-signature'])) return { statusCode: 401, body: 'not signed' };
  await queue.sendMessage({ QueueUrl: env.DELIVERIES_QUEUE_URL, MessageBody: body });
  return { statusCode: 202, body: 'taken' };
};
