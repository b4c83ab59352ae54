// SPDX-License-Identifier: Apache-2.0
// Pages in headless Chromium.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What the browser asks for on its own account: updates, the time. */
const own = /^(http:\/\/)?(?!fonts\.)[\w-]+\.(google|googleapis)\.com[:/]/;

/** Renders a file. Gives its document after the scripts have run, and the hosts that were asked for something. */
export async function render(file) {
  const asked = [];
  const proxy = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(404).end();
  }).on('connect', (request, socket) => {
    asked.push(request.url);
    socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const profile = mkdtempSync(join(tmpdir(), 'amplify-browser-'));
  try {
    const { stdout } = await run('chromium', [
      '--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
      '--disable-sync', '--no-first-run', '--allow-file-access-from-files', `--user-data-dir=${profile}`,
      `--proxy-server=http://127.0.0.1:${proxy.address().port}`, '--proxy-bypass-list=<-loopback>',
      '--virtual-time-budget=20000', '--dump-dom', pathToFileURL(file).href,
    ], { maxBuffer: 1 << 28, timeout: 90_000 });
    return { dom: stdout, asked: asked.filter((url) => !own.test(url)) };
  } finally {
    proxy.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** The text of a page's element. */
export const textOf = (dom, id) => new RegExp(`<[^>]* id="${id}"[^>]*>([^]*?)</`).exec(dom)?.[1];
