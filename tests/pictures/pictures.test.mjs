// SPDX-License-Identifier: Apache-2.0
// Diagrams and pages are what their readers take: Mermaid, Graphviz, a browser.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { render, textOf } from './browser.mjs';

const { AMPLIFY_EXAMPLES: examples, AMPLIFY_NAMES: names } = process.env;
const mermaid = fileURLToPath(new URL('../conformance/node_modules/mermaid/dist/mermaid.min.js', import.meta.url));
const programs = { blog: join(examples, 'blog/backend'), shop: join(examples, 'shop/backend'), photo_share: join(examples, 'photo_share/backend'), names };

const directory = mkdtempSync(join(tmpdir(), 'amplify-pictures-'));
after(() => rmSync(directory, { recursive: true, force: true }));

const missing = ['chromium', 'dot'].some((program) => spawnSync(program, ['--version']).error ?? false) &&
  'SKIPPED: there is no chromium or no dot';
if (missing) console.log(missing);

const run = (name, ...args) => execFileSync(programs[name], args, { encoding: 'utf8', maxBuffer: 1 << 28 });
const count = (text, pattern) => text.match(pattern)?.length ?? 0;

async function page(name, text) {
  const file = join(directory, name);
  writeFileSync(file, text);
  return render(file);
}

/** A page in which every diagram is drawn by Mermaid, or says what is wrong with it. */
const drawn = (diagrams) => `<!doctype html><meta charset="utf-8"><script src="${pathToFileURL(mermaid)}"></script><body><script>
mermaid.initialize({ startOnLoad: false, maxTextSize: 1e6, maxEdges: 1e4 });
(async () => {
  for (const [name, text] of Object.entries(${JSON.stringify(diagrams).replaceAll('<', '\\u003c')})) {
    const result = document.body.appendChild(document.createElement('p'));
    result.id = name;
    try {
      const { svg } = await mermaid.render('svg_' + name, text);
      const drawing = new DOMParser().parseFromString(svg, 'text/html');
      result.textContent = drawing.querySelectorAll('g.node').length + ' boxes, ' + drawing.querySelectorAll('g.cluster').length + ' around them, ' +
        drawing.querySelectorAll('.edgePaths path').length + ' lines';
    } catch (error) {
      result.textContent = 'ERROR ' + error.message;
    }
  }
})();
</script>`;

/** What a diagram has, as our text tells it. */
const expected = (text) => text.startsWith('erDiagram')
  ? `${count(text, / \{$/gm)} boxes, 0 around them, ${count(text, /--/g)} lines`
  : `${count(text, /^ +n\d+\[/gm)} boxes, ${count(text, /subgraph/g)} around them, ${count(text, / --> /g)} lines`;

test('Mermaid draws models and resources', { skip: missing }, async () => {
  const diagrams = {
    blog: run('blog', 'graph'),
    shop: run('shop', 'graph'),
    names: run('names', 'graph'),
    blog_resources: run('blog', 'graph', 'resources'),
    photo_share_resources: run('photo_share', 'graph', 'resources'),
  };
  const { dom } = await page('mermaid.html', drawn({ ...diagrams, broken: 'erDiagram\n  Post {' }));
  for (const [name, text] of Object.entries(diagrams)) assert.equal(textOf(dom, name), expected(text), name);
  assert.match(textOf(dom, 'broken'), /^ERROR/);
});

for (const [name, what] of [['blog', 'models'], ['names', 'models'], ['blog', 'resources'], ['photo_share', 'resources']]) {
  test(`Graphviz draws the ${what} of ${name}`, { skip: missing }, async () => {
    const text = run(name, 'graph', what, '--format', 'dot');
    const { status, stderr } = spawnSync('dot', ['-Tsvg'], { input: text, encoding: 'utf8' });
    assert.deepEqual([status, stderr], [0, '']);

    const svg = run(name, 'graph', what, '--format', 'svg');
    const { dom, asked } = await page('graph.svg', svg);
    assert.deepEqual(asked, []);
    assert.equal(count(dom, /class="node"/g), count(text, /^ +(n\d+|"\w+") \[label/gm));
    assert.equal(count(dom, /class="edge"/g), count(text, / -> /g));
    assert.equal(count(dom, /class="cluster"/g), count(text, /subgraph/g));
  });
}

test('the page of rules stands by itself', { skip: missing }, async () => {
  const html = run('blog', 'rules', '--format', 'html');
  const { dom, asked } = await page('rules.html', html);
  assert.deepEqual(asked, []);
  const rules = JSON.parse(run('blog', 'rules', '--json'));
  const rows = [...Object.values(rules.models).map((list) => list.length), Object.keys(rules.operations).length];
  assert.equal(count(dom, /<tr>/g), rows.reduce((sum, each) => sum + each + 1, 0));
  assert.equal(count(dom, /<table>/g), rows.length);

  // The browser would have told.
  const { asked: control } = await page('control.html', `${html}<img src="http://elsewhere.invalid/a.png">`);
  assert.deepEqual(control, ['http://elsewhere.invalid/a.png']);
});
