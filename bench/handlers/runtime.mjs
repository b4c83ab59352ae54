// SPDX-License-Identifier: Apache-2.0
// The loop of Lambda's runtime for Node.js with the handler of examples/webhooks/functions/health: no more than is needed,
// so that Node.js is not measured at a disadvantage.
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');

const handler = async (event) => ({
  statusCode: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ ok: true, path: event.rawPath }),
});

const call = (method, path, body) =>
  new Promise((resolve, reject) => {
    const sent = request({ agent, host, port, method, path: `/2018-06-01/runtime/invocation/${path}` }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject);
    sent.end(body);
  });

for (;;) {
  const { headers, body } = await call('GET', 'next');
  const result = await handler(JSON.parse(body));
  await call('POST', `${headers['lambda-runtime-aws-request-id']}/response`, JSON.stringify(result));
}
