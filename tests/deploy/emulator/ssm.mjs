// SPDX-License-Identifier: Apache-2.0
// As much of Systems Manager as look-ups and secrets take.
import { ServiceError } from './error.mjs';
import { UnknownRequest } from './query.mjs';

const described = (region, name) => ({
  Name: name,
  Type: region.secrets.has(name) ? 'SecureString' : 'String',
  Value: region.parameters.get(name),
  Version: 1,
  ARN: `arn:aws:ssm:${region.name}:${region.account.id}:parameter${name}`,
  DataType: 'text',
});

const actions = {
  GetParameter: (region, { Name }) => {
    known(region, Name);
    return { Parameter: described(region, Name) };
  },
  GetParametersByPath: (region, { Path }) => ({
    Parameters: [...region.parameters.keys()]
      .filter((name) => name.startsWith(Path.replace(/\/?$/, '/')))
      .sort()
      .map((name) => described(region, name)),
  }),
  PutParameter: (region, { Name, Value, Type, Overwrite }) => {
    if (region.parameters.has(Name) && !Overwrite) throw new ServiceError('ParameterAlreadyExists', `${Name} is there`);
    region.parameters.set(Name, Value);
    if (Type === 'SecureString') region.secrets.add(Name);
    return { Version: 1, Tier: 'Standard' };
  },
  DeleteParameter: (region, { Name }) => {
    known(region, Name);
    region.parameters.delete(Name);
    region.secrets.delete(Name);
    return {};
  },
};

function known(region, name) {
  if (!region.parameters.has(name)) throw new ServiceError('ParameterNotFound', `${name} isn't there`);
}

export function answerSsm(region, { headers, body }) {
  const name = (headers['x-amz-target'] ?? '').replace('AmazonSSM.', '');
  if (!actions[name]) throw new UnknownRequest(`Systems Manager has no action ${name} here: ${body}`);
  return { type: 'application/x-amz-json-1.1', body: JSON.stringify(actions[name](region, JSON.parse(body))) };
}

export const ssmError = ({ code, message }) => ({
  type: 'application/x-amz-json-1.1',
  body: JSON.stringify({ __type: code, message }),
});
