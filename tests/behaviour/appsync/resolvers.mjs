// SPDX-License-Identifier: Apache-2.0
// What AppSync does to resolve a field: a unit resolver's two handlers around a data source, or a pipeline's.
import { EarlyReturn } from '../../../runtime/appsync/invocation.mjs';
import { DataSourceError } from './errors.mjs';

/**
 * `compile` makes of a resolver or function a program: `(handler, invocation, context) → { result, stash, args, returned }`,
 * where `returned` says that the handler ended the whole step. A program throws EarlyReturn or ResolverError.
 */
export function resolverOf({ typeName, fieldName, dataSource, functions, ...source }, { compile, sources, functions: known }) {
  const name = `${typeName}.${fieldName}`;
  const program = compile(source, name);
  if (!functions) return (call, context) => unit(program, sources[dataSource], call, context);
  const steps = functions.map((id) => ({ program: compile(known[id], known[id].name), source: sources[known[id].dataSource] }));
  return (call, context) => pipeline(program, steps, call, context);
}

async function unit(program, source, call, context) {
  const { result } = await step(program, source, call, context);
  return result;
}

/** Request handler, data source, response handler; changes the context's stash as they do. */
async function step(program, source, call, context) {
  const request = handle(program, 'request', call, context);
  if (request.returned) return request;
  const answer = await answerOf(source, request.result);
  return handle(program, 'response', call, { ...context, stash: context.stash, error: null, ...answer });
}

async function answerOf(source, request) {
  try {
    return await source.request(request ?? {});
  } catch (error) {
    if (!(error instanceof DataSourceError)) throw error;
    return { result: null, error: { type: error.type, message: error.message } };
  }
}

async function pipeline(program, steps, call, context) {
  const before = handle(program, 'request', call, context);
  if (before.returned && !before.early) return before.result;
  let { result } = before;
  if (!before.returned) {
    for (const { program: own, source } of steps) {
      const done = await step(own, source, call, { ...context, prev: { result } });
      result = done.result;
      if (done.skipTo === 'END') break;
    }
  }
  return handle(program, 'response', call, { ...context, result, prev: { result }, error: null }).result;
}

function handle(program, handler, call, context) {
  try {
    const { result, stash, args, returned } = program(handler, call, context);
    Object.assign(context.stash, stash);
    if (args) Object.assign(context.args, args);
    return { result, returned };
  } catch (error) {
    if (!(error instanceof EarlyReturn)) throw error;
    return { result: error.value, returned: true, early: true, skipTo: error.skipTo };
  }
}
