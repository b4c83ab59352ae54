// SPDX-License-Identifier: Apache-2.0
// A handler's program runs where there is no other file.
import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { RuntimeApi } from './lib/runtime_api.mjs';

const options = { skip: process.getuid?.() === 0 ? false : 'SKIPPED: chroot needs root' };

test('it runs alone', options, async () => {
  const root = mkdtempSync(join(tmpdir(), 'amplify-chroot-'));
  const api = await RuntimeApi.start();
  try {
    copyFileSync(process.env.AMPLIFY_PROBE, join(root, 'bootstrap'));
    chmodSync(join(root, 'bootstrap'), 0o755);
    api.launch('/usr/sbin/chroot', { argv: [root, '/bootstrap'] });
    assert.equal((await api.invoke('{"do": "echo"}')).body, '{"do":"echo"}');
  } finally {
    await api.close();
    rmSync(root, { recursive: true });
  }
});
