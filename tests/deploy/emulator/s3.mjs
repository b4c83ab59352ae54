// SPDX-License-Identifier: Apache-2.0
// As much of S3 as publishing assets takes.
import { createHash } from 'node:crypto';
import { ServiceError } from './error.mjs';
import { UnknownRequest } from './query.mjs';
import { element } from './xml.mjs';

const xml = (name, value) => ({ type: 'application/xml', body: element(name, value) });

export const s3Error = ({ code, message }) => xml('Error', { Code: code, Message: message });

export function answerS3(account, { method, url, headers, body }) {
  const [, bucketName, ...rest] = url.pathname.split('/').map(decodeURIComponent);
  const key = rest.join('/');
  const query = [...url.searchParams.keys()];
  const objects = account.buckets.get(bucketName);
  if (!objects) throw new ServiceError('NoSuchBucket', `The specified bucket does not exist: ${bucketName}`, 404);
  if (key && method === 'PUT') return putObject(objects, key, contentOf(headers, body));
  if (key && method === 'GET') return { type: 'application/octet-stream', body: getObject(objects, key) };
  if (key && method === 'HEAD') return { type: 'application/octet-stream', length: getObject(objects, key).length };
  if (!key && method === 'GET' && query.includes('location')) return xml('LocationConstraint', '');
  if (!key && method === 'GET' && query.includes('encryption')) return xml('ServerSideEncryptionConfiguration', encryption);
  if (!key && method === 'GET' && url.searchParams.get('list-type') === '2') return listObjects(bucketName, objects, url.searchParams);
  throw new UnknownRequest(`S3 has no ${method} ${url.pathname}${url.search} here`);
}

const encryption = { Rule: { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } } };

function putObject(objects, key, content) {
  objects.set(key, content);
  return { headers: { ETag: `"${createHash('md5').update(content).digest('hex')}"` } };
}

function getObject(objects, key) {
  const content = objects.get(key);
  if (!content) throw new ServiceError('NoSuchKey', `The specified key does not exist: ${key}`, 404);
  return content;
}

function listObjects(bucketName, objects, parameters) {
  const prefix = parameters.get('prefix') ?? '';
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort().slice(0, Number(parameters.get('max-keys') ?? 1000));
  const contents = keys.map((Key) => element('Contents', { Key, Size: objects.get(Key).length, LastModified: '2030-01-01T00:00:00.000Z' })).join('');
  const head = Object.entries({ Name: bucketName, Prefix: prefix, KeyCount: keys.length, IsTruncated: false });
  return { type: 'application/xml', body: `<ListBucketResult>${head.map(([name, value]) => element(name, value)).join('')}${contents}</ListBucketResult>` };
}

/** Uploads of streams come in chunks with a line before each, `<hex length>;chunk-signature=…`. */
function contentOf(headers, body) {
  if (!(headers['content-encoding'] ?? '').includes('aws-chunked')) return body;
  const chunks = [];
  for (let position = 0; ; ) {
    const lineEnd = body.indexOf('\r\n', position);
    const length = parseInt(body.toString('latin1', position, lineEnd), 16);
    if (!length) return Buffer.concat(chunks);
    chunks.push(body.subarray(lineEnd + 2, lineEnd + 2 + length));
    position = lineEnd + 2 + length + 2;
  }
}
