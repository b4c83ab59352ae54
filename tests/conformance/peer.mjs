// SPDX-License-Identifier: Apache-2.0
// node peer.mjs OUT_DIR [NAME…]
// Synthesizes the backends written in TypeScript with Amplify itself, each into OUT_DIR/NAME.
// What is up to date is left alone.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { names, sources } from './lib/backends.mjs';
import { contextJson } from './lib/context.mjs';

const [outArgument, ...wanted] = process.argv.slice(2);
if (!outArgument) {
  console.error('usage: node peer.mjs OUT_DIR [NAME…]');
  process.exit(2);
}
const out = resolve(outArgument);
process.chdir(fileURLToPath(new URL('.', import.meta.url))); // Amplify looks for the package lock from here up
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length) throw new Error(`no such backend: ${unknown.join(', ')}; there are ${names.join(', ')}`);

const pending = (wanted.length ? wanted : names).filter((name) => !isCurrent(name));
const failed = [];
for (const name of pending) {
  const output = await captured(() => synthesize(name)).catch((error) => {
    failed.push(name);
    return `${error.output}\n${error.stack}`;
  });
  if (failed.includes(name)) console.error(`backend '${name}':\n${output}`);
}
process.exit(failed.length ? 1 : 0);

function stampFile(name) {
  return join(out, name, '.stamp');
}

function isCurrent(name) {
  return existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === fingerprint(name);
}

/** Hash of all that the assembly depends on. */
function fingerprint(name) {
  const own = fileURLToPath(import.meta.url);
  const lock = fileURLToPath(new URL('package-lock.json', import.meta.url));
  const directory = join(sources, name);
  const files = readdirSync(directory, { recursive: true })
    .map((file) => join(directory, file))
    .filter((file) => statSync(file).isFile())
    .sort();
  const hash = createHash('sha256').update(contextJson);
  for (const file of [own, lock, ...files]) {
    hash.update(`\0${relative(sources, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * Amplify refuses a second `defineAuth` or `defineData` in a process, so every backend is loaded with
 * modules of its own: `tsImport` gives each call a fresh namespace. The CDK synthesizes an app when
 * the process is about to end; its listener is called here instead.
 */
async function synthesize(name) {
  const { tsImport } = await import('tsx/esm/api');
  const directory = join(out, name);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  process.env.CDK_OUTDIR = directory;
  process.env.CDK_CONTEXT_JSON = contextJson;
  process.removeAllListeners('beforeExit');
  await tsImport(pathToFileURL(join(sources, name, 'amplify', 'backend.ts')).href, import.meta.url);
  for (const listener of process.rawListeners('beforeExit')) listener.call(process, 0);
  if (!existsSync(join(directory, 'manifest.json'))) throw new Error('no assembly was written');
  dropContentOfArchives(directory);
  writeFileSync(stampFile(name), fingerprint(name));
}

/** The assembly of every backend holds the same 22 MB archive; nothing here looks into it. */
function dropContentOfArchives(directory) {
  for (const file of readdirSync(directory)) {
    if (/^asset\.[0-9a-f]{64}\.zip$/.test(file)) truncateSync(join(directory, file));
  }
}

/** Runs `action` and returns what it wrote to the terminal; an error carries it as `output`. */
async function captured(action) {
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write);
  let output = '';
  for (const stream of streams) {
    stream.write = (chunk) => {
      output += chunk;
      return true;
    };
  }
  try {
    await action();
    return output;
  } catch (error) {
    throw Object.assign(error instanceof Error ? error : new Error(String(error)), { output });
  } finally {
    streams.forEach((stream, index) => (stream.write = writes[index]));
  }
}
