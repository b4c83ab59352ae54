// SPDX-License-Identifier: Apache-2.0
// Which backends there are, and how to synthesize them with the C++ programs.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadAssembly } from './assembly.mjs';
import { contextJson } from './context.mjs';

/** Holds a folder `<name>/amplify` for each backend written in TypeScript. */
export const sources = fileURLToPath(new URL('../backends', import.meta.url));

const examples = fileURLToPath(new URL('../../../examples', import.meta.url));

/** Every backend written in TypeScript. */
export const written = readdirSync(sources)
  .filter((name) => existsSync(join(sources, name, 'amplify', 'backend.ts')))
  .sort();

/** Those that have a twin in C++, an example or a program beside them. */
export const names = written.filter((name) => existsSync(join(sources, name, 'backend.cpp')) || existsSync(join(examples, name)));

/** Those with an API. */
export const namesWithData = names.filter((name) => existsSync(join(sources, name, 'amplify', 'data')));

/** What the program of a backend and of a plain app is called. */
const programs = ['backend', 'app'];

/** The directories that hold `<name>/backend` executables. */
function executableDirectories() {
  const { AMPLIFY_EXAMPLES, AMPLIFY_CONFORMANCE_BACKENDS } = process.env;
  const directories = [AMPLIFY_EXAMPLES, AMPLIFY_CONFORMANCE_BACKENDS].filter(Boolean);
  if (directories.length === 0) {
    throw new Error('set AMPLIFY_EXAMPLES to the directory that holds <name>/backend executables');
  }
  return directories.flatMap((list) => list.split(delimiter));
}

/** Every backend to check by itself: those with a TypeScript twin, and every other example. */
export function allNames() {
  const built = executableDirectories()
    .filter(existsSync)
    .flatMap((directory) => readdirSync(directory).filter((name) => programs.some((program) => existsSync(join(directory, name, program)))));
  return [...new Set([...names, ...built])].sort();
}

export function executable(name) {
  const candidates = executableDirectories().flatMap((directory) => programs.map((program) => join(directory, name, program)));
  const found = candidates.find(existsSync);
  if (!found) throw new Error(`backend '${name}' isn't built: none of ${candidates.join(', ')} exists`);
  return found;
}

/** Runs a backend's executable and returns what it printed; throws when it fails. */
export function run(name, ...args) {
  return runIn(undefined, name, args);
}

function runIn(directory, name, args) {
  const program = executable(name);
  const environment = { ...process.env, CDK_CONTEXT_JSON: contextJson, CDK_OUTDIR: directory };
  if (!directory) delete environment.CDK_OUTDIR;
  const result = spawnSync(program, args, { env: environment, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (result.error) throw result.error;
  if (result.status !== 0) {
    throw new Error(`${program} ${args.join(' ')} exited with ${result.status ?? result.signal}\n${result.stderr}`);
  }
  return result.stdout;
}

/** A fresh directory that is removed when the process ends. */
export function temporaryDirectory() {
  const directory = mkdtempSync(join(tmpdir(), 'amplify-conformance-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

const directories = new Map();

/** The directory of the assembly that the C++ program writes; synthesized once a process. */
export function ourDirectory(name) {
  if (!directories.has(name)) {
    const directory = join(temporaryDirectory(), name);
    runIn(directory, name, []);
    directories.set(name, directory);
  }
  return directories.get(name);
}

export function peerDirectory(name) {
  const { AMPLIFY_PEER_OUT } = process.env;
  if (!AMPLIFY_PEER_OUT) throw new Error('set AMPLIFY_PEER_OUT to the output directory of peer.mjs');
  const directory = join(AMPLIFY_PEER_OUT, name);
  if (!existsSync(join(directory, 'manifest.json'))) {
    throw new Error(`${directory} holds no assembly: run 'node peer.mjs ${AMPLIFY_PEER_OUT}'`);
  }
  return directory;
}

export const ours = (name) => loadAssembly(ourDirectory(name));
export const peers = (name) => loadAssembly(peerDirectory(name));
