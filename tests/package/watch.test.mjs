// SPDX-License-Identifier: Apache-2.0
// `backend watch` on a user's project: saves, mistakes, deployments, the end.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const { WORK: work, PREFIX: prefix, GENERATOR: generator, COMPILER: compiler, LAUNCHER: launcher, FLAGS: flags } = process.env;

rmSync(work, { recursive: true, force: true });
cpSync(fileURLToPath(new URL('consumer', import.meta.url)), work, { recursive: true });
const build = join(work, 'build');
execFileSync('cmake', ['-S', work, '-B', build, '-G', generator, '-DCMAKE_BUILD_TYPE=Debug', `-DCMAKE_CXX_COMPILER=${compiler}`,
  `-DCMAKE_CXX_COMPILER_LAUNCHER=${launcher}`, `-DCMAKE_CXX_FLAGS=${flags}`, `-DCMAKE_PREFIX_PATH=${prefix}`]);
execFileSync('cmake', ['--build', build]);

// Nothing is deployed yet, and deployments fail at once.
const tools = join(work, 'build', 'tools');
mkdirSync(tools);
const scripts = {
  aws: `case "$1" in
  ssm) echo '{"Parameter":{"Value":"21"}}' ;;
  *) echo 'An error occurred (ValidationError) when calling the operation: the stack does not exist' >&2; exit 254 ;;
esac`,
  cdk: `echo "$@" >> ${tools}/log\nexit 1`,
};
for (const [name, script] of Object.entries(scripts)) {
  writeFileSync(join(tools, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(tools, name), 0o755);
}

const source = join(work, 'backend.cpp');
const original = readFileSync(source, 'utf8');
const save = (text) => writeFileSync(source, text);

const started = [];
after(() => started.forEach((child) => child.kill('SIGKILL')));

/** The program, watching. `until` gives what it has printed since it was asked last. */
function watch(...args) {
  const child = spawn(join(build, 'backend'), ['watch', ...args], {
    cwd: work, env: { ...process.env, PATH: `${tools}:${process.env.PATH}` }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let text = '';
  const wake = new Set();
  const add = (chunk) => {
    text += chunk;
    wake.forEach((each) => each());
  };
  child.stdout.on('data', add);
  child.stderr.on('data', add);
  async function until(pattern) {
    const limit = Date.now() + 90_000;
    for (let found = pattern.exec(text); ; found = pattern.exec(text)) {
      if (found) {
        const seen = text.slice(0, found.index + found[0].length);
        text = text.slice(seen.length);
        return seen;
      }
      if (Date.now() > limit || child.exitCode !== null) throw new Error(`never came ${pattern}: ${text}`);
      await new Promise((resolve) => {
        wake.add(resolve);
        setTimeout(resolve, 500);
      });
      wake.clear();
    }
  }
  async function end() {
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    assert.deepEqual(await ended, [0, null]);
  }
  return { until, end };
}

test('a save is built and compared, a mistake told', async () => {
  const { until, end } = watch();
  await until(/built in .* s\n/);

  save(original.replace('"text"_s =', '"done"_s = a.boolean(), "text"_s ='));
  assert.match(await until(/built in .* s\n/), /backend\.cpp changed\n/);
  assert.match(await until(/Note\.done.*\n/), /Note/);

  save(original.replace('a.string()', 'a.strnig()'));
  const mistake = await until(/error: .*\n/);
  assert.match(mistake, /backend\.cpp:\d+:\d+: error: /);

  save(original.replace('allow.owner()', 'allow.publicApiKey()'));
  // A synthesis that fails is told too, and the last that didn't stays what is compared with.
  await until(/error\[\w+\] .*\n/);

  save(original);
  await until(/built in .* s\n/);
  await until(/Note\.done.*\n/);

  // What tools write is no save.
  writeFileSync(join(work, 'amplify_outputs.json'), '{}');
  writeFileSync(join(work, '.backend.cpp.swp'), '');
  save(`${original}// the end\n`);
  assert.match(await until(/no differences\n/), /^[^]*backend\.cpp changed\n/);
  await end();
});

test('--deploy deploys, and tries again what failed', async () => {
  save(original);
  const { until, end } = watch('--deploy', '--identifier', 'ann');
  await until(/error\[\w+\] /);
  save(`${original}\n`);
  await until(/no differences\n/);
  await until(/error\[\w+\] /);
  assert.match(readFileSync(join(tools, 'log'), 'utf8'), /^deploy amplify-app-ann-.*\ndeploy amplify-app-ann-/);
  await end();
});
