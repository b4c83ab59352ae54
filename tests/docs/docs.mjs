// SPDX-License-Identifier: Apache-2.0
// node docs.mjs COMPILER [OPTION…]   checks the Markdown pages
// node docs.mjs --update             rewrites their quotes instead
//
// Code is quoted, not typed: the line before a fence says where it comes from.
//   <!-- from: examples/seed/data/resource.hpp#schema -->  between `// [schema]` and `// [/schema]` of that file
//   <!-- from: examples/seed/backend.cpp -->               the whole file
//   <!-- snippet -->                                       nowhere, but it compiles
// A cpp fence without such a line is an error, and so is a relative link that leads nowhere.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [compiler, ...options] = process.argv.slice(2);
const update = compiler === '--update';
if (!compiler) throw new Error('usage: node docs.mjs COMPILER [OPTION…] | --update');

const errors = [];
const pages = [
  ...readdirSync(root).map((name) => join(root, name)),
  ...['docs', 'spec'].map((name) => join(root, name)).filter(existsSync)
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name))),
].filter((name) => name.endsWith('.md'));
pages.forEach(checkPage);
if (errors.length) console.error(errors.join('\n'));
process.exit(errors.length ? 1 : 0);

function checkPage(page) {
  let text = readFileSync(page, 'utf8');
  text = text.replace(/^<!-- from: \S+ -->\n(?!```)/gm, (mark, at) => {
    if (!update) errors.push(`${place(page, text, at)}: no code follows; node tests/docs/docs.mjs --update writes it`);
    return `${mark}\`\`\`cpp\n\`\`\`\n`;
  });
  const fence = /^(?:<!-- (from: (?<from>\S+)|(?<snippet>snippet)) -->\n)?(?<open>```(?<language>\w*).*\n)(?<code>[^]*?)^```$/gm;
  const expected = text.replace(fence, (all, ...groups) => {
    const { from, snippet, open, language, code } = groups.at(-1);
    const fail = (message) => errors.push(`${place(page, text, groups.at(-3))}: ${message}`);
    if (from) {
      const source = quoted(from, fail);
      if (source === undefined || source === code) return all;
      if (!update) fail(`differs from ${from}; node tests/docs/docs.mjs --update rewrites it`);
      return all.replace(open + code, () => open + source);
    }
    if (snippet && !update) compile(code, fail);
    if (!snippet && language === 'cpp') fail('a cpp block needs <!-- from: FILE#REGION --> or <!-- snippet --> on the line before');
    return all;
  });
  if (update && expected !== readFileSync(page, 'utf8')) writeFileSync(page, expected);
  checkLinks(page, text);
}

/** What a page shows of a file: without what is there for tools alone, and not indented. */
function quoted(from, fail) {
  const [file, region] = from.split('#');
  if (!existsSync(join(root, file))) return void fail(`there is no ${file}`);
  let lines = readFileSync(join(root, file), 'utf8').trimEnd().split('\n');
  if (region) {
    const [first, last] = [`[${region}]`, `[/${region}]`].map((mark) => lines.findIndex((line) => /^\s*(\/\/|#) (.*)$/.exec(line)?.[2] === mark));
    if (first < 0 || last < first) return void fail(`${file} has no region '${region}'`);
    lines = lines.slice(first + 1, last);
  }
  lines = lines.filter((line) => !/^\s*(\/\/|#) (\[\/?\w+\]$|SPDX-|clang-format )/.test(line));
  const indent = Math.min(...lines.filter(Boolean).map((line) => line.search(/\S/)));
  return `${lines.map((line) => line.slice(indent)).join('\n')}\n`;
}

function compile(code, fail) {
  const { status, stderr, error } = spawnSync(compiler, [...options, '-fsyntax-only', '-x', 'c++', '-'], { input: code, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) fail(`does not compile\n${stderr}`);
}

function checkLinks(page, text) {
  const prose = text.replace(/^```[^]*?^```$|`[^`\n]*`/gm, (code) => code.replace(/[^\n]/g, ' '));
  for (const match of prose.matchAll(/\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]*))?\)/g)) {
    const [link, file, anchor] = match;
    const target = file ? join(dirname(page), file) : page;
    const known = existsSync(target) && (!anchor || !statSync(target).isFile() || anchors(target).includes(anchor));
    if (!known) errors.push(`${place(page, text, match.index)}: ${link.slice(1)} leads nowhere`);
  }
}

function anchors(page) {
  return [...readFileSync(page, 'utf8').matchAll(/^#+ (.*)$/gm)]
    .map(([, title]) => title.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'));
}

function place(page, text, index) {
  return `${relative(root, page)}:${text.slice(0, index).split('\n').length}`;
}
