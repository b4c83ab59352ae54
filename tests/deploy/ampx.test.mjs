// SPDX-License-Identifier: Apache-2.0
// Amplify's own command line drives the programs by the bridge of `backend init ampx`, and writes the same
// amplify_outputs.json from what is deployed as the programs do.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startEmulator } from './emulator/server.mjs';
import { ampxProject } from './lib/ampx.mjs';
import { program } from './lib/examples.mjs';
import { bootstrap } from './lib/flow.mjs';
import { require } from './lib/packages.mjs';

const { Amplify } = require('aws-amplify');
const { parseAmplifyConfig } = require('aws-amplify/utils');

const emulator = await startEmulator();
const { stacks } = emulator.account.region('us-east-1');
before(() => bootstrap(emulator.url));
after(() => {
  emulator.close();
  assert.deepEqual(emulator.unknown, []);
});

const deployed = (kind) => [...stacks.values()].find(({ name, isDeleted }) => !isDeleted && new RegExp(`^amplify-${kind}-[0-9a-f]{10}$`).test(name));

function succeeded({ status, output }) {
  assert.equal(status, 0, output);
  return output;
}

describe('ampx', { concurrency: 2 }, () => {
  for (const name of ['seed', 'blog']) {
    test(`drives ${name}`, async () => {
      const { directory, ampx } = ampxProject(emulator.url, name);
      const file = join(directory, 'amplify_outputs.json');
      const taken = () => {
        const text = readFileSync(file, 'utf8');
        rmSync(file);
        return JSON.parse(text);
      };
      const sandbox = () => deployed(`${name}-ann-sandbox`);
      const identifier = ['--identifier', 'ann'];

      // Its exit code is 0 when it fails too.
      const { output } = await ampx(['sandbox', '--once', ...identifier]);
      assert.equal(sandbox()?.status, 'CREATE_COMPLETE', output);
      const written = taken();
      // From the outputs of the same stack.
      writeFileSync(join(directory, 'outputs.json'), JSON.stringify({ [sandbox().name]: outputsOf(sandbox()) }));
      const ours = JSON.parse(execFileSync(program(name), ['outputs', '--from', 'outputs.json', '--out-dir', '-'], { cwd: directory, encoding: 'utf8' }));
      assert.deepEqual(written, ours);
      succeeded(await ampx(['generate', 'outputs', '--stack', sandbox().name]));
      assert.deepEqual(taken(), ours);

      const config = parseAmplifyConfig(ours);
      assert.equal(config.Auth.Cognito.userPoolId, ours.auth.user_pool_id);
      assert.equal(config.API.GraphQL.endpoint, ours.data.url);
      Amplify.configure(ours);
      assert.deepEqual(Amplify.getConfig().Auth, config.Auth);

      succeeded(await ampx(['sandbox', 'delete', '--yes', ...identifier]));
      assert.equal(sandbox(), undefined);

      succeeded(await ampx(['pipeline-deploy', '--branch', 'main', '--app-id', `d1${name}`], { CI: '1' }));
      const branch = deployed(`d1${name}-main-branch`);
      assert.equal(branch?.status, 'CREATE_COMPLETE');
      const piped = taken();
      assert.equal(piped.auth.user_pool_id, outputsOf(branch).userPoolId);
      succeeded(await ampx(['generate', 'outputs', '--branch', 'main', '--app-id', `d1${name}`]));
      assert.deepEqual(taken(), piped);
    });
  }
});

/** By name. */
function outputsOf({ outputs }) {
  return Object.fromEntries(outputs.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]));
}
