// SPDX-License-Identifier: Apache-2.0
// Backend programs that deploy: with the real `cdk` and `aws` CLIs, to an emulator.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cdkProgram, temporaryDirectory } from './cdk.mjs';

/** Writes a program of the shell's. */
export function tool(directory, name, script) {
  const file = join(directory, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

/** The environment in which everything is there and meets the emulator. */
export function environmentAt(emulator) {
  const tools = temporaryDirectory();
  tool(tools, 'cdk', `exec '${process.execPath}' '${cdkProgram}' "$@"`);
  return {
    PATH: `${tools}:${process.env.PATH}`,
    AWS_ENDPOINT_URL: emulator.url,
    AWS_ACCESS_KEY_ID: 'tester',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    CDK_DISABLE_VERSION_CHECK: '1',
  };
}

/**
 * Runs a program to its end; gives `{ status, signal, stdout, stderr }`. `during(child, result)` is called at the
 * start and with each text that it prints; `input` goes to it.
 */
export function runProgram(file, directory, args, env, during = () => {}, input = '') {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: directory, env: { HOME: directory, ...env } });
    const result = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) {
      child[stream].on('data', (chunk) => {
        result[stream] += chunk;
        during(child, result);
      });
    }
    during(child, result);
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ ...result, status, signal }));
    child.stdin.on('error', () => {}); // of one that ends without reading
    child.stdin.end(input);
  });
}

/** One error of this name, and a remedy; nothing of what the tools printed in between. */
export function assertError({ status, stderr }, name, help) {
  assert.equal(status, 1, stderr);
  assert.match(stderr, new RegExp(`^error\\[${name}\\] `));
  assert.equal(stderr.match(/^error\[/gm).length, 1, stderr);
  assert.match(stderr, help);
}
