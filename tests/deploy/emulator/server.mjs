// SPDX-License-Identifier: Apache-2.0
// A small AWS on localhost: what the `cdk` CLI and Amplify's `ampx` ask of it, and no more. Requests it
// wasn't made for are refused, and kept in `unknown`.
import { createServer } from 'node:http';
import { Account } from './account.mjs';
import { answerCloudFormation } from './cloudformation/actions.mjs';
import { answerCloudTrail } from './cloudtrail.mjs';
import { ServiceError } from './error.mjs';
import { queryError, UnknownRequest } from './query.mjs';
import { answerS3, s3Error } from './s3.mjs';
import { answerSsm, ssmError } from './ssm.mjs';
import { answerSts } from './sts.mjs';

const services = {
  cloudformation: { answer: (account, region, request) => answerCloudFormation(account.region(region), request), error: queryError },
  cloudtrail: { answer: (account, region, request) => answerCloudTrail(request), error: ssmError },
  s3: { answer: (account, region, request) => answerS3(account, request), error: s3Error },
  ssm: { answer: (account, region, request) => answerSsm(account.region(region), request), error: ssmError },
  sts: { answer: (account, region, request) => answerSts(account, request), error: queryError },
};

/** Access keys of whom it lets do nothing but ask who they are, which is nobody's to forbid; and what it answers. */
const refused = {
  stale: ['ExpiredToken', 'The security token included in the request is expired'],
  unknown: ['InvalidClientTokenId', 'The security token included in the request is invalid.'],
  denied: ['AccessDenied', 'User: arn:aws:iam::123456789012:user/denied is not authorized to perform this operation'],
};

/**
 * Starts the emulator. Requests find it by `AWS_ENDPOINT_URL`.
 * @returns {Promise<{url: string, account: Account, calls: string[], unknown: string[], close(): Promise<void>}>}
 */
export async function startEmulator(port = 0) {
  const account = new Account();
  const emulator = { account, calls: [], unknown: [] };
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => respond(emulator, request, Buffer.concat(chunks), response));
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  emulator.url = `http://127.0.0.1:${server.address().port}`;
  emulator.close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return emulator;
}

function respond(emulator, { method, url, headers }, body, response) {
  // Credential=KEY/20260101/us-east-1/cloudformation/aws4_request
  const [key, , region, name] = /Credential=([^,]+)/.exec(headers.authorization ?? '')?.[1].split('/') ?? [];
  const service = services[name];
  const request = { method, url: new URL(url, 'http://localhost'), headers, body };
  emulator.calls.push(call(name, request));
  let answer;
  let status = 200;
  try {
    if (refused[key] && !(key === 'denied' && emulator.calls.at(-1) === 'sts GetCallerIdentity')) throw new ServiceError(...refused[key], 403);
    if (!service) throw new UnknownRequest(`there is no service ${name} here: ${method} ${url} ${body.subarray(0, 500)}`);
    answer = service.answer(emulator.account, region, request);
  } catch (error) {
    if (error instanceof UnknownRequest || !(error instanceof ServiceError)) emulator.unknown.push(error.stack);
    const known = error instanceof ServiceError ? error : new ServiceError('InternalFailure', error.stack);
    status = known.status;
    answer = (service?.error ?? queryError)(known);
  }
  const content = answer.body ?? '';
  response.writeHead(status, {
    'content-type': answer.type ?? 'text/plain',
    'content-length': answer.length ?? Buffer.byteLength(content),
    ...answer.headers,
  });
  response.end(method === 'HEAD' ? undefined : content);
}

/** `cloudformation DescribeStacks`, for those who want to know what a client asks for. */
function call(service, { method, url, headers, body }) {
  const action = headers['x-amz-target'] ?? /(?:^|&)Action=(\w+)/.exec(body.toString('latin1'))?.[1] ?? `${method} ${url.pathname}${url.search}`;
  return `${service} ${action}`;
}
