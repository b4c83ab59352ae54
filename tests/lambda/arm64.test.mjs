// SPDX-License-Identifier: Apache-2.0
// The program for arm64 is one, and runs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertFullyLinked } from './lib/elf.mjs';
import { withFunction } from './lib/runtime_api.mjs';

const { AMPLIFY_ARM64_PROBE: probe, AMPLIFY_QEMU: qemu } = process.env;
const withCompiler = { skip: probe ? false : 'SKIPPED: g++-aarch64-linux-gnu is not installed' };
const withMachine = { skip: probe && !qemu.endsWith('NOTFOUND') ? false : 'SKIPPED: qemu-user-static is not installed' };

test('it is fully linked, for arm64', withCompiler, () => assertFullyLinked(probe, 183));

test('it runs', withMachine, () =>
  withFunction(qemu, { argv: [probe], timeout: 10_000 }, async (api) => {
    assert.equal((await api.invoke('{"do": "echo"}')).body, '{"do":"echo"}');
    assert.equal((await api.invoke('{"do": "throw type"}')).error.errorType, 'OrderNotFound');
  }));
