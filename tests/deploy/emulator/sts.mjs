// SPDX-License-Identifier: Apache-2.0
import { ServiceError } from './error.mjs';
import { answerQuery } from './query.mjs';

const namespace = 'https://sts.amazonaws.com/doc/2011-06-15/';

export function answerSts(account, { body }) {
  const actions = {
    GetCallerIdentity: {
      takes: [],
      does: () => ({ Account: account.id, UserId: 'AIDATESTER', Arn: `arn:aws:iam::${account.id}:user/tester` }),
    },
    AssumeRole: {
      takes: ['RoleArn', 'RoleSessionName', 'DurationSeconds', 'Tags[]', 'TransitiveTagKeys[]', 'ExternalId'],
      does: ({ RoleArn, RoleSessionName }) => {
        const name = RoleArn.split('/').pop();
        if (!account.roles.has(name)) {
          throw new ServiceError('AccessDenied', `the tester is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`, 403);
        }
        return {
          AssumedRoleUser: { AssumedRoleId: `AROA:${RoleSessionName}`, Arn: `arn:aws:sts::${account.id}:assumed-role/${name}/${RoleSessionName}` },
          Credentials: {
            AccessKeyId: 'ASIAEMULATED',
            SecretAccessKey: 'secret',
            SessionToken: 'token',
            Expiration: new Date(Date.now() + 3_600_000),
          },
        };
      },
    },
  };
  return answerQuery('STS', namespace, actions, body.toString());
}
