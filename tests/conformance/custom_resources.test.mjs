// SPDX-License-Identifier: Apache-2.0
// The functions behind custom resources, taken from a template and run with stand-ins for the AWS
// SDK and for CloudFormation, which waits for an answer.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadAssembly } from './lib/assembly.mjs';
import { temporaryDirectory } from './lib/backends.mjs';

const program = process.env.AMPLIFY_CONFORMANCE_CONSTRUCTS;
if (!program) throw new Error('set AMPLIFY_CONFORMANCE_CONSTRUCTS to the program built from constructs/app.cpp');

const directory = join(temporaryDirectory(), 'cdk.out');
const result = spawnSync(program, ['all', directory], { encoding: 'utf8' });
assert.equal(result.status, 0, result.stderr);
const { Resources } = loadAssembly(directory).root.template;

/** The handler of the function that makes custom resources of a type. */
function handler(type, modules) {
  const { Properties } = Object.values(Resources).find(({ Type }) => Type === type);
  const code = Resources[Properties.ServiceToken['Fn::GetAtt'][0]].Properties.Code.ZipFile;
  assert.ok(code.length <= 4096, 'CloudFormation takes no more inline');
  const exports = {};
  const require = (name) => modules[name] ?? assert.fail(`the function requires ${name}`);
  new Function('exports', 'require', code)(exports, require);
  return exports.handler;
}

/** What the handler tells CloudFormation of an event. */
async function answer(handle, event) {
  let told;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    told = { method: request.method, ...JSON.parse(body) };
    response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => { server.once('listening', resolve); });
  const ids = { StackId: 'stack', RequestId: 'request', LogicalResourceId: 'Logical' };
  await handle({ ...ids, ResponseURL: `http://127.0.0.1:${server.address().port}/`, ...event });
  server.close();
  const { StackId, RequestId, LogicalResourceId, method, ...rest } = told;
  assert.deepEqual({ StackId, RequestId, LogicalResourceId }, ids);
  assert.equal(method, 'PUT');
  return rest;
}

const named = (name) => class { constructor(input) { Object.assign(this, { name, input }); } };

/** A client that serves each command by a function of its input. */
const client = (commands) => class { send({ name, input }) { return Promise.resolve().then(() => commands[name](input)); } };

function s3(commands) {
  return {
    '@aws-sdk/client-s3': {
      S3Client: client(commands),
      ListObjectVersionsCommand: named('list'),
      DeleteObjectsCommand: named('delete'),
    },
  };
}

const type = 'Custom::S3AutoDeleteObjects';
const properties = { ResourceProperties: { BucketName: 'bucket' }, PhysicalResourceId: 'physical' };

test('a bucket is emptied, page by page, versions and markers', async () => {
  const versions = Array.from({ length: 5 }, (_, i) => ({ Key: `key${i}`, VersionId: `v${i}` }));
  const markers = [{ Key: 'gone', VersionId: 'm' }];
  const handle = handler(type, s3({
    list: ({ Bucket }) => (assert.equal(Bucket, 'bucket'), { Versions: versions.slice(0, 2), DeleteMarkers: markers.slice(0, 1) }),
    delete: ({ Delete: { Objects } }) => {
      for (const { Key } of Objects) {
        for (const list of [versions, markers]) list.splice(0, list.length, ...list.filter((object) => object.Key !== Key));
      }
      return {};
    },
  }));
  assert.deepEqual(await answer(handle, { ...properties, RequestType: 'Delete' }), { Status: 'SUCCESS', PhysicalResourceId: 'physical' });
  assert.deepEqual([...versions, ...markers], []);
});

test('a bucket keeps its objects until it goes', async () => {
  const handle = handler(type, s3({}));
  const created = await answer(handle, { ResourceProperties: { BucketName: 'bucket' }, RequestType: 'Create' });
  assert.deepEqual(created, { Status: 'SUCCESS', PhysicalResourceId: 'Logical-request' });
  assert.equal((await answer(handle, { ...properties, RequestType: 'Update' })).Status, 'SUCCESS');
});

test('a bucket that is gone already is no fault', async () => {
  const handle = handler(type, s3({ list: () => { throw Object.assign(new Error('none'), { name: 'NoSuchBucket' }); } }));
  assert.equal((await answer(handle, { ...properties, RequestType: 'Delete' })).Status, 'SUCCESS');
});

test('what goes wrong fails the deployment with its reason', async () => {
  const handle = handler(type, s3({
    list: () => ({ Versions: [{ Key: 'locked', VersionId: 'v' }] }),
    delete: () => ({ Errors: [{ Key: 'locked', Message: 'Access Denied' }] }),
  }));
  assert.deepEqual(await answer(handle, { ...properties, RequestType: 'Delete' }), {
    Status: 'FAILED', PhysicalResourceId: 'physical', Reason: 'Error: locked: Access Denied',
  });
});
