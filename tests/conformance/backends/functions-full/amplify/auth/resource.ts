// SPDX-License-Identifier: Apache-2.0
import { defineAuth } from '@aws-amplify/backend';
import { preSignUp } from '../functions/pre-sign-up/resource';
import { kitchen } from '../functions/kitchen/resource';
export const auth = defineAuth({
  loginWith: { email: true },
  groups: ['ops'],
  triggers: { preSignUp },
  access: (allow) => [allow.resource(kitchen).to(['listUsers', 'getUser', 'manageGroups'])],
});
