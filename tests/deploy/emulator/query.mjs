// SPDX-License-Identifier: Apache-2.0
// AWS's query protocol: a form as the request, XML as the answer.
import { randomUUID } from 'node:crypto';
import { ServiceError } from './error.mjs';
import { element } from './xml.mjs';

/** `Tags.member.1.Key=a` → `{ Tags: [{ Key: 'a' }] }`. */
export function parseForm(body) {
  const root = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const path = name.split('.');
    const last = path.pop();
    let place = root;
    for (const step of path) place = place[step] ??= {};
    place[last] = value;
  }
  return lists(root);
}

function lists(value) {
  if (typeof value !== 'object') return value;
  if (value.member) return Object.keys(value.member).sort((a, b) => a - b).map((index) => lists(value.member[index]));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, lists(item)]));
}

/**
 * Answers a request by one of `actions`: `{ Name: { takes: ['Text', 'List[]'], does(parameters) } }`.
 * What an action doesn't take is refused, so that nothing a client asks for is overlooked.
 */
export function answerQuery(service, namespace, actions, body) {
  const { Action, Version, ...parameters } = parseForm(body);
  const action = actions[Action];
  if (!action) throw new UnknownRequest(`${service} has no action ${Action} here: ${JSON.stringify(parameters)}`);
  const unknown = Object.keys(parameters).filter((name) => !action.takes.includes(name) && !action.takes.includes(`${name}[]`));
  if (unknown.length) throw new UnknownRequest(`${service} ${Action} knows no ${unknown.join(', ')} here: ${JSON.stringify(parameters)}`);
  // An empty list comes as an empty text.
  for (const name of Object.keys(parameters)) if (parameters[name] === '' && action.takes.includes(`${name}[]`)) parameters[name] = [];
  const result = element(`${Action}Result`, action.does(parameters) ?? {});
  const metadata = element('ResponseMetadata', { RequestId: randomUUID() });
  return { type: 'text/xml', body: `<${Action}Response xmlns="${namespace}">${result}${metadata}</${Action}Response>` };
}

/** A request that the emulator wasn't made for: a fault of its own, and no answer a service would give. */
export class UnknownRequest extends ServiceError {
  constructor(message) {
    super('UnknownRequest', message);
  }
}

export const queryError = ({ code, message }) => ({
  type: 'text/xml',
  body: element('ErrorResponse', { Error: { Type: 'Sender', Code: code, Message: message }, RequestId: randomUUID() }),
});
