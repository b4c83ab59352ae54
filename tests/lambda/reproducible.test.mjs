// SPDX-License-Identifier: Apache-2.0
// The same sources and compiler give the same program in any directory: nothing is deployed again without a change.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const { AMPLIFY_EVENTS: built, AMPLIFY_CXX: compiler, AMPLIFY_CMAKE: cmake, AMPLIFY_SOURCE: source } = process.env;

function run(...command) {
  const { status, stdout, stderr } = spawnSync(command[0], command.slice(1), { encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
}

/** Builds the handlers of the events in a project of its own, with a copy of the library. */
function build(directory) {
  for (const part of ['cmake', 'include', 'src/lambda', 'src/schema/record']) {
    cpSync(join(source, part), join(directory, 'library', part), { recursive: true, filter: (file) => !file.includes('node_modules') });
  }
  const project = join(directory, 'a project');
  mkdirSync(project);
  cpSync(join(source, 'tests/lambda/handlers/events.cpp'), join(project, 'main.cpp'));
  writeFileSync(
    join(project, 'CMakeLists.txt'),
    `cmake_minimum_required(VERSION 3.25)
project(reproducible LANGUAGES CXX)
include("${directory}/library/cmake/AmplifyFunction.cmake")
amplify_add_function(again main.cpp)
`,
  );
  const tree = join(project, 'build');
  run(cmake, '-S', project, '-B', tree, '-G', 'Ninja', `-DCMAKE_CXX_COMPILER=${compiler}`, '-DCMAKE_CXX_FLAGS=-g -fsanitize=address');
  run(cmake, '--build', tree);
  return readFileSync(join(tree, 'again.function/x86_64/bootstrap'));
}

test('a program is the same when it is built again elsewhere', () => {
  const directory = mkdtempSync(join(tmpdir(), 'amplify-reproducible-'));
  try {
    assert.ok(build(directory).equals(readFileSync(built)));
  } finally {
    rmSync(directory, { recursive: true });
  }
});
