// SPDX-License-Identifier: Apache-2.0
// The way of a deployment from its first day to its last, alternately from the program and from the directory that it
// wrote.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cdkAt, temporaryDirectory } from './cdk.mjs';
import { program } from './examples.mjs';

function succeeded({ status, output }) {
  assert.equal(status, 0, output);
  return output;
}

export const bootstrap = async (endpoint) => succeeded(await cdkAt(endpoint, temporaryDirectory())('bootstrap', 'aws://123456789012/us-east-1'));

/**
 * Deploys an example, changes it and destroys it. `look(stackName)` is called after each of the three; it gets the
 * outputs after the first.
 */
export async function deployChangeDestroy(endpoint, { app, context, change }, look) {
  const directory = temporaryDirectory();
  const cdk = cdkAt(endpoint, directory);
  const read = (name) => JSON.parse(readFileSync(join(directory, name), 'utf8'));
  const fromProgram = ({ app, context }) => ['--app', `"${program(app)}"`, '-o', 'out', ...context];
  const fromDirectory = ['--app', 'out'];
  const unasked = ['--require-approval', 'never'];

  succeeded(await cdk('deploy', ...fromProgram({ app, context }), ...unasked, '--outputs-file', 'outputs.json'));
  const [stackName] = Object.entries(read('out/manifest.json').artifacts).find(([, { type }]) => type === 'aws:cloudformation:stack');
  await look.afterDeploy(stackName, read('outputs.json')[stackName], read(`out/${stackName}.template.json`));

  const difference = succeeded(await cdk('diff', ...fromDirectory, '--fail'));
  assert.match(difference, /Number of stacks with differences: 0/);
  assert.match(succeeded(await cdk('deploy', ...fromDirectory, ...unasked)), /\(no changes\)/);

  succeeded(await cdk('deploy', ...fromProgram(change), ...unasked));
  await look.afterChange?.(stackName);

  succeeded(await cdk('destroy', ...fromDirectory, '--force'));
  await look.afterDestroy?.(stackName);
}
