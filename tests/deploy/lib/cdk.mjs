// SPDX-License-Identifier: Apache-2.0
// The CDK's own command line, against an endpoint on localhost.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { require } from './packages.mjs';

export const cdkProgram = join(dirname(require.resolve('aws-cdk/package.json')), 'bin', 'cdk');

/** Milliseconds after which a run counts as hung. */
const timeout = 100_000;

/** A fresh directory that is removed when the process ends. */
export function temporaryDirectory() {
  const directory = mkdtempSync(join(tmpdir(), 'amplify-deploy-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** Makes `cdk(...arguments)`, which gives `{ status, output, stdout }`; it runs in `directory`. */
export function cdkAt(endpoint, directory, environment = {}) {
  const env = {
    PATH: process.env.PATH,
    HOME: directory,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'tester',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    CDK_DISABLE_VERSION_CHECK: '1',
    ...environment,
  };
  return (...args) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [cdkProgram, ...args, '--no-notices', '--no-color'], { cwd: directory, env, timeout, killSignal: 'SIGKILL' });
      let output = '';
      let stdout = '';
      child.stdout.on('data', (chunk) => {
        stdout += chunk;
        output += chunk;
      });
      child.stderr.on('data', (chunk) => (output += chunk));
      child.on('error', reject);
      child.on('close', (status) => resolve({ status, output, stdout }));
    });
}
