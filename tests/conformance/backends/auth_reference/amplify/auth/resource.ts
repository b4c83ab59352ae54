// SPDX-License-Identifier: Apache-2.0
import { referenceAuth } from '@aws-amplify/backend';

export const auth = referenceAuth({
  userPoolId: 'us-east-1_AbCdEfGhI',
  identityPoolId: 'us-east-1:11111111-2222-3333-4444-555555555555',
  userPoolClientId: '1a2b3c4d5e6f7g8h9i0j1k2l3m',
  authRoleArn: 'arn:aws:iam::111122223333:role/app/signed-in',
  unauthRoleArn: 'arn:aws:iam::111122223333:role/guest',
  groups: { ADMINS: 'arn:aws:iam::111122223333:role/admins' },
});
