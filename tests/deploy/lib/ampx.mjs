// SPDX-License-Identifier: Apache-2.0
// Amplify's own command line, against an endpoint on localhost.
import { execFileSync, spawn } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryDirectory } from './cdk.mjs';
import { program } from './examples.mjs';
import { require } from './packages.mjs';

const packages = dirname(dirname(dirname(require.resolve('aws-cdk/package.json'))));
const ampxProgram = join(packages, 'node_modules', '@aws-amplify', 'backend-cli', 'lib', 'ampx.js');

/** A project named `name` with the bridge to an example. `ampx(...arguments)` gives `{ status, output }`. */
export function ampxProject(endpoint, name) {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'package.json'), JSON.stringify({ name, version: '1.0.0', type: 'module' }));
  symlinkSync(join(packages, 'node_modules'), join(directory, 'node_modules'));
  execFileSync(program(name), ['init', 'ampx', '--program', program(name)], { cwd: directory });
  const environment = {
    PATH: process.env.PATH,
    HOME: directory,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'tester',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    AMPLIFY_DISABLE_TELEMETRY: '1',
    // It asks by what it was started.
    npm_config_user_agent: 'npm/10.0.0 node/v20.0.0',
  };
  const ampx = (args, more = {}) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [ampxProgram, ...args], { cwd: directory, env: { ...environment, ...more } });
      let output = '';
      child.stdout.on('data', (chunk) => (output += chunk));
      child.stderr.on('data', (chunk) => (output += chunk));
      child.on('error', reject);
      child.on('close', (status) => resolve({ status, output }));
    });
  return { directory, ampx };
}
