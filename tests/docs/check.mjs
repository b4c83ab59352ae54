// SPDX-License-Identifier: Apache-2.0
// check.mjs PROGRAM [--update]
// The tables of docs/check.md are what PROGRAM, any backend's, looks for; --update rewrites them.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const [program, update] = process.argv.slice(2);
const page = new URL('../../docs/check.md', import.meta.url);
const kinds = JSON.parse(execFileSync(program, ['check', '--list', '--json'], { encoding: 'utf8' }));

const cell = (text) => text.replaceAll('|', '\\|');
const table = (heading, rows) =>
  [heading, heading.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n').replaceAll('| --- ', '|---').replaceAll('--- |', '---|');
const limits = kinds.filter(({ most }) => most !== undefined);
const rules = kinds.filter(({ most }) => most === undefined);
const order = { error: 0, warning: 1, info: 2 };
rules.sort((one, other) => order[one.severity] - order[other.severity]);
const tables = {
  rules: table(['rule', 'severity', 'finds', 'what to do'], rules.map(({ id, severity, sandboxes, title, help, source }) =>
    [`[\`${id}\`](${source})`, sandboxes ? severity : `${severity}, not in sandboxes`, cell(title), cell(help)])),
  limits: table(['limit', 'most', 'of', 'what to do'], limits.map(({ id, most, title, help, source }) =>
    [`[\`${id}\`](${source})`, most.toLocaleString('en'), cell(title), cell(help)])),
};

const text = readFileSync(page, 'utf8');
let current = text;
for (const [name, lines] of Object.entries(tables)) {
  const place = new RegExp(`<!-- ${name} -->\n[^]*?<!-- /${name} -->`);
  if (!place.test(current)) throw new Error(`docs/check.md has no place for ${name}`);
  current = current.replace(place, () => `<!-- ${name} -->\n${lines}\n<!-- /${name} -->`);
}
if (current !== text) {
  if (update) writeFileSync(page, current);
  else console.error('docs/check.md: its tables are not what `backend check --list` has; update them with --update');
  process.exitCode = update ? 0 : 1;
}
