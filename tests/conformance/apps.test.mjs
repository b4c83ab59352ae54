// SPDX-License-Identifier: Apache-2.0
// Plain CDK apps: an example makes what its twin makes with the CDK.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Accepted, report, reportStale } from './lib/accepted.mjs';
import { loadAssembly } from './lib/assembly.mjs';
import { executable, temporaryDirectory } from './lib/backends.mjs';
import { meaning } from './lib/constructs.mjs';
import { diff } from './lib/diff.mjs';

const twins = fileURLToPath(new URL('apps', import.meta.url));
const accepted = new Accepted('apps');

function synthesized(context, command, ...args) {
  const directory = join(temporaryDirectory(), 'cdk.out');
  const environment = { ...process.env, CDK_CONTEXT_JSON: JSON.stringify(context), CDK_OUTDIR: directory };
  const result = spawnSync(command, args, { encoding: 'utf8', env: environment });
  assert.equal(result.status, 0, result.stderr);
  return loadAssembly(directory);
}

/** What the CLI has to look up, by key. Where our ARNs leave the environment to the CLI, the CDK's have it. */
function missing({ manifest, rootArtifact }) {
  const [account, region] = rootArtifact.environment.replace('aws://', '').split('/');
  const text = JSON.stringify(manifest.missing ?? []).replaceAll('${AWS::AccountId}', account).replaceAll('${AWS::Region}', region);
  return Object.fromEntries(JSON.parse(text).map((entry) => [entry.key, entry]));
}

for (const name of readdirSync(twins)) {
  const { contexts } = await import(`./apps/${name}/contexts.mjs`);
  for (const [what, context] of Object.entries(contexts)) {
    test(`${name}, ${what}, makes what its twin makes`, () => {
      const peer = synthesized(context, process.execPath, join(twins, name, 'peer.mjs'));
      const ours = synthesized(context, executable(name));
      assert.equal(report(accepted.rest(name, diff(meaning(peer), meaning(ours)))), '');
      assert.deepEqual(Object.keys(ours.root.template.Outputs ?? {}), Object.keys(peer.root.template.Outputs ?? {}));
      assert.deepEqual(missing(ours), missing(peer));
      assert.equal(ours.rootArtifact.environment, peer.rootArtifact.environment);
    });
  }
}

test('every accepted difference of apps still exists', () => {
  assert.equal(reportStale(accepted.stale()), '');
});
