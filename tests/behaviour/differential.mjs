// SPDX-License-Identifier: Apache-2.0
// Runs the same requests against two deployments of a backend and tells where they differ.
import { isDeepStrictEqual } from 'node:util';
import { diff } from '../conformance/lib/diff.mjs';
import { Api } from './appsync/api.mjs';
import { generator } from './generate/sequences.mjs';

const writes = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems'];
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

  /** What a step answers and which tables it writes to; `time` makes clock and chance. */
  async run(step, caller, time) {
    this.#now = Date.UTC(2030, 0, 1) + time * 1000;
    this.#random = generator(time);
    this.payloads.length = 0;
    const before = this.api.calls.length;
    const request = { query: step.query, variables: step.variables, caller };
    if (step.kind === 'subscription') return this.#subscribe(request);
    const answer = step.follow ? await this.#pages(request, step.follow) : await this.api.execute(request);
    const written = this.api.calls.slice(before).filter(({ action }) => writes.includes(action)).map(({ table }) => table);
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

/** Runs cases on both sides; gives `{ requests, cases, differences, milliseconds }`, differences as `{ path, peer, ours }`. */
export async function compare(peer, ours, callers, cases) {
  const found = [];
  const took = { peer: 0, ours: 0 };
  let requests = 0;
  let count = 0;
  for (const { name, items, steps } of cases) {
    count += 1;
    await Promise.all([peer.reset(items), ours.reset(items)]);
    const listening = [];
    for (const step of steps) {
      requests += 1;
      const run = async (which, side) => {
        const start = performance.now();
        const answer = await side.run(step, callers[which][step.caller], requests);
        took[which] += performance.now() - start;
        return answer;
      };
      const answers = { peer: await run('peer', peer), ours: await run('ours', ours) };
      const path = `${name}/${step.name}`;
      if (step.kind === 'subscription') listening.push({ path, ...answers });
      const tables = new Set([answers.peer, answers.ours].flatMap(({ written }) => written ?? []));
      for (const [which, side] of [['peer', peer], ['ours', ours]]) answers[which].stored = await side.api.stored(tables);
      const [left, right] = [answers.peer, answers.ours].map((answer) => comparable({ ...answer, written: undefined, events: undefined }, step));
      if (!isDeepStrictEqual(left, right)) found.push(...diff(left, right, path));
    }
    // Events come with the steps that follow.
    for (const { path, peer: left, ours: right } of listening) found.push(...diff(left.events, right.events, `${path}/events`));
  }
  return { requests, cases: count, differences: found, took };
}
