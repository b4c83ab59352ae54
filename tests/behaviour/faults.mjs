// SPDX-License-Identifier: Apache-2.0
// What no request may do to an API, however bad it is.
import { isDeepStrictEqual } from 'node:util';
import { writes } from './differential.mjs';

/** Messages of JavaScript and of values put into text unseen. */
const unreadable = /Unexpected error value|Cannot read propert|is not a function|is not iterable|is not defined|Invalid array length|Maximum call stack|\bundefined\b|\[object Object\]/;

/**
 * Watches what a side runs; gives a list of messages that fills meanwhile: about a resolver that threw what is no
 * answer, an error that nobody can read, and a request that was refused and yet changed a table.
 */
export function watch(side) {
  const faults = [];
  const before = new Map();
  side.api.beforeEachCall(async ({ action, table }) => {
    if (writes.includes(action) && table && !before.has(table)) before.set(table, await side.api.stored([table]));
  });
  const run = side.run.bind(side);
  side.run = async (step, ...others) => {
    before.clear();
    const answer = await run(step, ...others);
    const tell = (what) => faults.push(`${step.caller}: ${step.name}: ${what}\n${step.query}\n${JSON.stringify(step.variables).slice(0, 300)}`);
    for (const { field, message } of side.api.unhandled.splice(0)) tell(`the resolver of ${field} failed: ${message}`);
    for (const { message, errorType } of answer.errors ?? []) if (errorType !== 'ValidationError' && unreadable.test(message)) tell(`an error that says nothing: ${message}`);
    if (answer.errors) {
      for (const [table, stored] of before) if (!isDeepStrictEqual(await side.api.stored([table]), stored)) tell(`refused, and yet ${table} has changed`);
    }
    return answer;
  };
  return faults;
}
