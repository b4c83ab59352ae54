// SPDX-License-Identifier: Apache-2.0
// diagrams.mjs EXAMPLES [--update]
// The diagrams in the READMEs of examples are what their programs print. EXAMPLES is the directory with
// the programs; --update rewrites the diagrams.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [programs, update] = process.argv.slice(2);
const examples = new URL('../../examples/', import.meta.url);
let checked = 0;
let stale = 0;

for (const name of readdirSync(examples)) {
  const readme = new URL(`${name}/README.md`, examples);
  if (!existsSync(readme)) continue;
  const text = readFileSync(readme, 'utf8');
  if (!text.includes('```mermaid')) continue;
  const diagram = execFileSync(join(programs, name, 'backend'), ['graph'], { encoding: 'utf8' });
  const current = text.replace(/```mermaid\n[^]*?```/, () => '```mermaid\n' + diagram + '```');
  ++checked;
  if (current === text) continue;
  if (update) writeFileSync(readme, current);
  else console.error(`examples/${name}/README.md: the diagram isn't what \`backend graph\` prints; update it with --update`);
  ++stale;
}
if (!checked) throw new Error('no README has a diagram');
process.exitCode = stale && !update ? 1 : 0;
