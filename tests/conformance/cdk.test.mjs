// SPDX-License-Identifier: Apache-2.0
// The CDK's own command line drives our programs and reads our assemblies, offline.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { loadAssembly } from './lib/assembly.mjs';
import { allNames, executable, ourDirectory, ours, temporaryDirectory } from './lib/backends.mjs';
import { context } from './lib/context.mjs';

const cdkProgram = join(dirname(createRequire(import.meta.url).resolve('aws-cdk/package.json')), 'bin', 'cdk');
const home = temporaryDirectory();
const environment = {
  PATH: process.env.PATH,
  HOME: home,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  CDK_DISABLE_CLI_TELEMETRY: 'true',
  CDK_DISABLE_VERSION_CHECK: '1',
};
const contextArguments = Object.entries(context).flatMap(([key, value]) => ['-c', `${key}=${value}`]);

function cdk(...args) {
  const result = spawnSync(process.execPath, [cdkProgram, ...args, '--no-notices', '--no-color'], {
    cwd: home,
    env: environment,
    encoding: 'utf8',
  });
  assert.equal(result.status, 0, `cdk ${args.join(' ')}\n${result.stderr}${result.stdout}`);
  return result.stdout.trim();
}

/** Without credentials, the command line refuses apps that look things up in AWS. */
const offline = allNames().filter((name) => !ours(name).manifest.missing);

for (const name of offline) {
  test(`cdk lists the stack of ${name} from the program`, () => {
    const { stackName } = ours(name);
    assert.equal(cdk('ls', '--app', `"${executable(name)}"`, ...contextArguments, '-o', join(home, `${name}-ls`)), stackName);
  });

  test(`cdk lists the stack of ${name} from the assembly`, () => {
    assert.equal(cdk('ls', '--app', ourDirectory(name)), ours(name).stackName);
  });

  test(`cdk synthesizes ${name} to what the program writes by itself`, () => {
    const directory = join(home, `${name}-synth`);
    const quiet = ['--no-path-metadata', '-q'];
    assert.equal(cdk('synth', '--app', `"${executable(name)}"`, ...contextArguments, '-o', directory, ...quiet), '');
    const templates = (assembly) => assembly.stacks.map(({ path, template }) => [path, withoutExpiry(template)]);
    assert.deepEqual(templates(loadAssembly(directory)), templates(ours(name)));
  });
}

test('the stack of a backend is called after its identity', () => {
  const { 'amplify-backend-namespace': space, 'amplify-backend-name': name } = context;
  const hash = createHash('sha512').update(space + name).digest('hex').slice(0, 10);
  assert.equal(ours('seed').stackName, `amplify-app-main-sandbox-${hash}`);
});

/** An API key expires some days after it was synthesized, and so the templates above it change too. */
function withoutExpiry(template) {
  return JSON.parse(JSON.stringify(template).replace(/"Expires":\d+/g, '"Expires":0').replace(/\b[0-9a-f]{64}\b/g, ''));
}
