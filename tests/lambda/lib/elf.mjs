// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** Checks that a file is a program of this machine (`e_machine`) that needs no loader, and no large one. */
export function assertFullyLinked(file, machine) {
  const bytes = readFileSync(file);
  assert.equal(bytes.subarray(0, 4).toString('latin1'), '\x7fELF');
  const headers = Number(bytes.readBigUInt64LE(32));
  const headerSize = bytes.readUInt16LE(54);
  const types = Array.from({ length: bytes.readUInt16LE(56) }, (_, index) => bytes.readUInt32LE(headers + index * headerSize));
  const interpreter = 3;
  const header = {
    bits: bytes[4] === 2 ? 64 : 32,
    isLittleEndian: bytes[5] === 1,
    isExecutable: bytes.readUInt16LE(16) === 2,
    machine: bytes.readUInt16LE(18),
    needsLoader: types.includes(interpreter),
  };
  assert.deepEqual(header, { bits: 64, isLittleEndian: true, isExecutable: true, machine, needsLoader: false });
  assert.ok(bytes.length < 1_500_000, `${bytes.length} bytes`);
}
