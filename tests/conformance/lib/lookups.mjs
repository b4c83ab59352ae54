// SPDX-License-Identifier: Apache-2.0
// Runs the functions that look up what is made elsewhere (a referenced user pool, secrets), the peer's and ours, as they
// are deployed: with services that answer from a table.
import { readdirSync, readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { resources } from './assembly.mjs';
import { ours, peerDirectory, temporaryDirectory } from './backends.mjs';

const clients = {
  'client-cognito-identity-provider': {
    client: 'CognitoIdentityProvider',
    calls: ['DescribeUserPool', 'GetUserPoolMfaConfig', 'ListIdentityProviders', 'ListGroups', 'DescribeUserPoolClient'],
  },
  'client-cognito-identity': { client: 'CognitoIdentity', calls: ['DescribeIdentityPool', 'GetIdentityPoolRoles'] },
  'client-sts': { client: 'STS', calls: ['GetCallerIdentity'] },  // the peer's, loaded but never asked
  'client-ssm': { client: 'SSM', calls: ['GetParameter'] },
};

/** The text of a stand-in for a client of AWS's SDK: every call answers with `globalThis.services[call](input)`. */
function standIn({ client, calls }) {
  const call = (name) => `${name[0].toLowerCase()}${name.slice(1)}`;
  return [
    `const answer = (name, input) => globalThis.services[name](input);`,
    `class ${client} { ${calls.map((name) => `async ${call(name)}(input) { return answer('${name}', input); }`).join(' ')}`,
    `  async send({ name, input }) { return answer(name, input); } }`,
    `const command = (name) => class { constructor(input) { Object.assign(this, { name, input }); } };`,
    `module.exports = { ${client}, ${client}Client: ${client}, ${calls.map((name) => `${name}Command: command('${name}')`).join(', ')} };`,
  ].join('\n');
}

/** The handler of a function with this source. */
function load(source) {
  const directory = temporaryDirectory();
  for (const [name, client] of Object.entries(clients)) {
    const module = join(directory, 'node_modules', '@aws-sdk', name);
    mkdirSync(module, { recursive: true });
    writeFileSync(join(module, 'index.js'), standIn(client));
  }
  const file = join(directory, 'index.js');
  writeFileSync(file, source);
  return createRequire(file)(file).handler;
}

function ourSource(backend) {
  const lookup = resources(ours(backend)).find(({ resource }) => resource.Properties?.Code?.ZipFile);
  return lookup.resource.Properties.Code.ZipFile;
}

function peerSource(backend, sdk) {
  const directory = peerDirectory(backend);
  const sources = readdirSync(directory, { recursive: true })
    .filter((file) => file.endsWith('index.js'))
    .map((file) => readFileSync(join(directory, file), 'utf8'));
  return sources.find((source) => source.includes(sdk));
}

/** What CloudFormation is told about an event: `{Status, Reason?, Data?, …}`. */
export async function ourAnswer(backend, event) {
  const received = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      received.push({ method: request.method, type: request.headers['content-type'], answer: JSON.parse(body) });
      response.end();
    });
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    await load(ourSource(backend))({ ...event, ResponseURL: `http://127.0.0.1:${server.address().port}/answer` });
  } finally {
    server.close();
  }
  if (received.length !== 1) throw new Error(`${received.length} answers`);
  const [{ method, type, answer }] = received;
  if (method !== 'PUT' || type) throw new Error(`the answer is not what the URL is signed for: ${method} ${type}`);
  return answer;
}

/** The same of the peer, whose framework turns an exception into an answer. */
export const peerAnswer = (backend, sdk, event) =>
  load(peerSource(backend, sdk))(event).catch((error) => ({ Status: 'FAILED', Reason: error.message }));
