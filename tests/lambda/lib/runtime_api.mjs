// SPDX-License-Identifier: Apache-2.0
// Lambda's Runtime API, as AWS documents it, for one execution environment.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';

const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:probe';
const traceId = 'Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1';

/** What Lambda calls a function that ended, or was stopped, before it answered. */
export class Ended extends Error {}

export class RuntimeApi {
  #invocations = [];
  #waiting = [];
  #open = new Map();
  #server;
  /** How many connections were made. */
  connections = 0;
  #answers = 0;
  options = {};

  /**
   * `chunked` sends payloads without their length, as the real API does with large ones; `dropAfter` cuts the
   * connection after so many responses.
   */
  static async start(options = {}) {
    const api = new RuntimeApi();
    api.options = options;
    api.#server = createServer((request, response) => api.#answer(request, response));
    api.#server.on('connection', (socket) => {
      socket.setNoDelay(true);
      api.connections += 1;
    });
    api.#server.keepAliveTimeout = 0;
    api.#server.listen(0, '127.0.0.1');
    await once(api.#server, 'listening');
    return api;
  }

  get address() {
    return `127.0.0.1:${this.#server.address().port}`;
  }

  /** Starts a program as Lambda starts `bootstrap`. */
  launch(program, { env = {}, argv = [], timeout = 3000 } = {}) {
    this.timeout = timeout;
    this.initError = new Promise((resolve) => (this.#initError = resolve));
    this.standardError = '';
    this.process = spawn(program, argv, {
      stdio: ['ignore', 'inherit', 'pipe'],
      env: {
        AWS_LAMBDA_RUNTIME_API: this.address,
        AWS_LAMBDA_FUNCTION_NAME: 'probe',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
        AWS_REGION: 'us-east-1',
        AWS_SESSION_TOKEN: 'session-token',
        LAMBDA_TASK_ROOT: '/var/task',
        _HANDLER: 'bootstrap',
        ...env,
      },
    });
    this.process.stderr?.on('data', (text) => (this.standardError += text));
    this.exited = new Promise((resolve) =>
      this.process.once('exit', (code, signal) => {
        this.process = undefined;
        for (const { reject } of this.#open.values()) reject(new Ended(`exit ${code ?? signal}`));
        this.#open.clear();
        resolve(code ?? signal);
      }),
    );
    this.process.once('error', (error) => (this.launchError = error));
    return this;
  }
  #initError;

  /**
   * Invokes the function with the text of a payload. Resolves to `{ body, time }`, or `{ error, errorType, time }`;
   * `time` is that from the payload to the answer, in milliseconds. Rejects with Ended.
   */
  invoke(payload, headers = {}) {
    return new Promise((resolve, reject) => {
      const invocation = { id: randomUUID(), payload, headers, resolve, reject };
      const waiting = this.#waiting.shift();
      if (waiting) this.#hand(invocation, waiting);
      else this.#invocations.push(invocation);
    });
  }

  /** Waits until the program has said something on standard error. */
  async says(expression) {
    for (let i = 0; i < 100 && !expression.test(this.standardError); ++i) await setTimeout(10);
    assert.match(this.standardError, expression);
  }

  async close() {
    this.process?.kill('SIGKILL');
    if (this.process) await this.exited;
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #hand({ id, payload, headers, resolve, reject }, response) {
    const deadline = Date.now() + this.timeout;
    const body = Buffer.from(payload);
    // Lambda stops what takes too long.
    const timer = globalThis.setTimeout(() => this.process?.kill('SIGKILL'), this.timeout);
    const done = (settle) => (value) => {
      clearTimeout(timer);
      settle(value);
    };
    this.#open.set(id, { resolve: done(resolve), reject: done(reject), start: performance.now() });
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Lambda-Runtime-Aws-Request-Id': id,
      'Lambda-Runtime-Deadline-Ms': String(deadline),
      'Lambda-Runtime-Invoked-Function-Arn': functionArn,
      'Lambda-Runtime-Trace-Id': traceId,
      ...headers,
      ...(this.options.chunked ? { 'Transfer-Encoding': 'chunked' } : { 'Content-Length': body.length }),
    });
    if (this.options.chunked) {
      const most = 1000;
      for (let at = 0; at < body.length; at += most) response.write(body.subarray(at, at + most));
    } else {
      response.write(body);
    }
    response.end();
  }

  async #answer(request, response) {
    const [, version, , ...path] = request.url.split('/');
    if (version !== '2018-06-01') return void response.writeHead(404).end();
    if (request.method === 'GET' && path.join('/') === 'invocation/next') {
      const invocation = this.#invocations.shift();
      if (invocation) this.#hand(invocation, response);
      else this.#waiting.push(response);
      return;
    }
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const errorType = request.headers['lambda-runtime-function-error-type'];
    if (path.join('/') === 'init/error') {
      this.#initError({ error: JSON.parse(body), errorType });
    } else {
      const [, id, kind] = path;
      const open = this.#open.get(id);
      if (!open || !['response', 'error'].includes(kind)) return void response.writeHead(400).end();
      this.#open.delete(id);
      const time = performance.now() - open.start;
      open.resolve(kind === 'response' ? { body: body.toString(), time } : { error: JSON.parse(body), errorType, time });
    }
    this.#answers += 1;
    response.writeHead(202, { 'Content-Type': 'application/json', 'Content-Length': 16 });
    response.end('{"status":"OK"}\n', () => {
      if (this.#answers === this.options.dropAfter) request.socket.destroy();
    });
  }
}

/** Runs `use(api)` with a program that was launched. */
export async function withFunction(program, options, use) {
  const api = await RuntimeApi.start(options);
  try {
    await use(api.launch(program, options));
  } finally {
    await api.close();
  }
}
