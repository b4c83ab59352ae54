// SPDX-License-Identifier: Apache-2.0
// `util.http`
import { invocation } from './invocation.mjs';

// "Copies the header from the map without the restricted set of HTTP headers."
const restricted = new Set([
  'transfer-encoding', 'connection', 'host', 'expect', 'keep-alive', 'upgrade', 'proxy-authenticate',
  'proxy-authorization', 'te', 'content-length',
]);
const reservedPrefixes = ['x-amzn-', 'x-amz-'];
const maximalBytes = 4096;

const size = (headers) => Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + String(value).length, 0);

function addResponseHeader(name, value) {
  const lower = String(name).toLowerCase();
  if (restricted.has(lower) || reservedPrefixes.some((prefix) => lower.startsWith(prefix))) throw new Error(`${name} can't be a response header`);
  const headers = { ...invocation().responseHeaders, [name]: typeof value === 'object' ? JSON.stringify(value) : String(value) };
  if (size(headers) > maximalBytes) throw new Error(`response headers have more than ${maximalBytes} bytes`);
  invocation().responseHeaders = headers;
}

export const http = {
  copyHeaders: (headers) => Object.fromEntries(Object.entries(headers).filter(([name]) => !restricted.has(name.toLowerCase()))),
  addResponseHeader,
  addResponseHeaders: (headers) => Object.entries(headers).forEach(([name, value]) => addResponseHeader(name, value)),
};
