// SPDX-License-Identifier: Apache-2.0
// The JavaScript resolvers and functions of an assembly.
import { readLocation, resources } from './assembly.mjs';
import { resourceNames } from './normalize.mjs';

/** `{ name, code, resource, stack }` for every resolver and function that has JavaScript code. */
export function resolvers(assembly) {
  const names = resourceNames(assembly);
  return ['AWS::AppSync::Resolver', 'AWS::AppSync::FunctionConfiguration']
    .flatMap((type) => resources(assembly, type))
    .map(({ resource, stack }) => ({ name: names.get(resource), code: codeOf(resource.Properties, assembly), resource, stack }))
    .filter(({ code }) => code !== undefined);
}

function codeOf({ Code, CodeS3Location }, assembly) {
  // What the deployment fills in is a part of a text.
  if (Code?.['Fn::Join']) return Code['Fn::Join'][1].map((part) => (typeof part === 'string' ? part : 'deployed')).join('');
  if (Code !== undefined && typeof Code !== 'string') throw new Error(`can't read code ${JSON.stringify(Code)}`);
  return Code ?? (CodeS3Location && readLocation(assembly, CodeS3Location));
}
