// SPDX-License-Identifier: Apache-2.0
// Runs the same requests against two deployments of a backend and tells where they differ.
import { isDeepStrictEqual } from 'node:util';
import { diff } from '../conformance/lib/diff.mjs';
import { Api } from './appsync/api.mjs';
import { generator } from './generate/sequences.mjs';

export const writes = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems'];
const maximalPages = 50;

/** One of the two: its API, with a clock and chance that are the same for both. */
export class Side {
  #now = 0;
  #random = Math.random;

  static async of(deployment, options = {}) {
    const side = new Side();
    side.payloads = [];
    const functions = new Proxy({}, { get: () => (payload) => side.#invoked(payload, options.answer) });
    side.api = await Api.of(deployment, { ...options, functions, now: () => side.#now, random: () => side.#random() });
    return side;
  }

  /** Functions answer by what they are asked; what they got is compared. */
  #invoked(payload, answer) {
    this.payloads.push(payload);
    return answer(payload);
  }

  /** Forgets everything and stores the items. */
  async reset(items) {
    await this.api.clear();
    for (const { model, item } of items) await this.api.put(this.api.tableOf(model), item);
  }

  /** Makes tables hold these items: table → key → item. */
  async replace(tables) {
    for (const [table, items] of Object.entries(tables)) {
      await this.api.clearTable(table);
      for (const item of Object.values(items)) await this.api.put(table, item);
    }
  }

  /** What a step answers and which tables it writes to; `time` makes clock and chance. */
  async run(step, caller, time) {
    this.#now = Date.UTC(2030, 0, 1) + time * 1000;
    this.#random = generator(time);
    this.payloads.length = 0;
    const before = this.api.calls.length;
    const request = { query: step.query, variables: step.variables, caller };
    if (step.kind === 'subscription') return this.#subscribe(request);
    const answer = step.follow ? await this.#pages(request, step.follow) : await this.api.execute(request);
    const parts = this.api.calls.slice(before).flatMap((call) => call.parts?.map(({ table }) => ({ action: call.action, table })) ?? [call]);
    const written = parts.filter(({ action }) => writes.includes(action)).map(({ table }) => table);
    return { ...answer, written, payloads: [...this.payloads] };
  }

  async #subscribe(request) {
    const { errors, data = null, status = 200, filter, events } = await this.api.subscribe(request);
    return errors ? { status, data, errors } : { status: 200, filter: filter && sortedFilter(filter), events };
  }

  /** All pages, as one answer. */
  async #pages(request, field) {
    const answer = { status: 200, data: { [field]: { items: [] } } };
    let nextToken;
    for (let page = 0; page < maximalPages; page += 1) {
      const variables = { ...request.variables, ...(nextToken ? { nextToken } : {}) };
      const query = nextToken ? withToken(request.query) : request.query;
      const { status, data, errors } = await this.api.execute({ ...request, query, variables });
      if (errors) return { status, data, errors };
      answer.data[field].items.push(...data[field].items);
      nextToken = data[field].nextToken;
      if (!nextToken) return answer;
    }
    throw new Error(`${field} has more than ${maximalPages} pages`);
  }
}

/** The document with one more variable. */
const withToken = (query) => query.replace('(', '($nextToken: String, ').replace(/\{ (\w+)\(/, '{ $1(nextToken: $nextToken, ');

const sorted = (list) => [...list].map((item) => [JSON.stringify(item), item]).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
const sortedFilter = ({ filterGroup }) => ({ filterGroup: sorted(filterGroup.map(({ filters }) => ({ filters: sorted(filters) }))) });

/** An answer as it is compared: without order where there is none, and of a token only whether there is one. */
function comparable(answer, { unordered }) {
  const clean = JSON.parse(JSON.stringify(answer), (key, value) => (key === 'nextToken' && typeof value === 'string' ? 'more' : value));
  const list = unordered && clean.data?.[unordered]?.items;
  if (list) clean.data[unordered].items = sorted(list);
  if (clean.errors) clean.errors = sorted(clean.errors);
  return clean;
}

/** The different calls among many: by role, action, table and index. */
class Calls {
  #seen = new Map();

  add(calls) {
    for (const { role, parts, ...whole } of calls) {
      for (const { action, table, index } of parts ?? [whole]) this.#seen.set([role, action, table, index].join(), { role, action, table, index });
    }
  }

  [Symbol.iterator]() {
    return this.#seen.values();
  }
}

/**
 * Runs cases on both sides; gives `{ requests, answered, cases, differences, took, calls }`: `answered` without an error
 * by the peer, times in milliseconds. A difference is
 * `{ path, step, peer, ours }` with all that either side answered, stored and delivered. After one, both go on from what
 * the peer has stored, so that it is told once.
 */
export async function compare(peer, ours, callers, cases) {
  const sides = { peer, ours };
  const result = { requests: 0, answered: 0, cases: 0, differences: [], took: { peer: 0, ours: 0 }, calls: { peer: new Calls(), ours: new Calls() } };

  async function run(which, step) {
    const start = performance.now();
    const answer = await sides[which].run(step, callers[which][step.caller], result.requests);
    result.took[which] += performance.now() - start;
    result.calls[which].add(sides[which].api.calls.splice(0));
    return answer;
  }

  for (const { name, items, steps } of cases) {
    result.cases += 1;
    await peer.reset(items);
    await ours.reset(items);
    const listeners = [];
    for (const step of steps) {
      result.requests += 1;
      const answers = { peer: await run('peer', step), ours: await run('ours', step) };
      if (!answers.peer.errors) result.answered += 1;
      const tables = new Set(Object.values(answers).flatMap(({ written }) => written ?? []));
      const seen = {};
      for (const which of ['peer', 'ours']) {
        const { written, events, ...answer } = answers[which];
        const delivered = listeners.map((listener) => [listener.name, listener[which].splice(0)]).filter(([, list]) => list.length > 0);
        seen[which] = { ...comparable(answer, step), stored: await sides[which].api.stored(tables), delivered: Object.fromEntries(delivered) };
      }
      if (!isDeepStrictEqual(seen.peer, seen.ours)) {
        result.differences.push({ path: `${name}/${step.name}`, step, ...seen });
        await ours.replace(seen.peer.stored);
      }
      if (step.kind === 'subscription') listeners.push({ name: step.name, peer: answers.peer.events ?? [], ours: answers.ours.events ?? [] });
    }
  }
  return result;
}

/** Places where the two sides of a difference part, for humans. */
export const partsOf = ({ path, peer, ours }) => diff(peer, ours, path);
