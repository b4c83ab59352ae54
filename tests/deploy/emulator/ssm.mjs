// SPDX-License-Identifier: Apache-2.0
// As much of Systems Manager as look-ups and secrets take.
import { ServiceError } from './error.mjs';
import { UnknownRequest } from './query.mjs';

const described = (region, name) => ({
  Name: name,
  Type: 'String',
  Value: region.parameters.get(name),
  Version: 1,
  ARN: `arn:aws:ssm:${region.name}:${region.account.id}:parameter${name}`,
  DataType: 'text',
});

const actions = {
  GetParameter: (region, { Name }) => {
    if (!region.parameters.has(Name)) throw new ServiceError('ParameterNotFound', `${Name} isn't there`);
    return { Parameter: described(region, Name) };
  },
  GetParametersByPath: (region, { Path }) => ({
    Parameters: [...region.parameters.keys()].filter((name) => name.startsWith(`${Path}/`)).sort().map((name) => described(region, name)),
  }),
};

export function answerSsm(region, { headers, body }) {
  const name = (headers['x-amz-target'] ?? '').replace('AmazonSSM.', '');
  if (!actions[name]) throw new UnknownRequest(`Systems Manager has no action ${name} here: ${body}`);
  return { type: 'application/x-amz-json-1.1', body: JSON.stringify(actions[name](region, JSON.parse(body))) };
}

export const ssmError = ({ code, message }) => ({
  type: 'application/x-amz-json-1.1',
  body: JSON.stringify({ __type: code, message }),
});
