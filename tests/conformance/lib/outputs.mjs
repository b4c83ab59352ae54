// SPDX-License-Identifier: Apache-2.0
// Comparison of what Amplify's tools read from a deployed root stack.
import { diff } from './diff.mjs';
import { normalizer } from './normalize.mjs';

/** Objects as JSON text mean the same in any order of keys. */
const parsed = (value) => (typeof value === 'string' && value.startsWith('{') ? JSON.parse(value) : value);

const contract = (assembly) => {
  const normalize = normalizer(assembly);
  const { Outputs = {}, Metadata = {} } = assembly.root.template;
  const amplifyMetadata = Object.entries(Metadata).filter(([key]) => key.startsWith('AWS::Amplify::'));
  const values = Object.entries(Outputs).map(([name, { Value, Export }]) => [
    name,
    parsed(normalize(Export ? { Value, Export } : Value, assembly.root)),
  ]);
  return { Outputs: Object.fromEntries(values), Metadata: Object.fromEntries(amplifyMetadata) };
};

export const compareOutputs = (peer, ours) => diff(contract(peer), contract(ours));
