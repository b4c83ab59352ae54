// SPDX-License-Identifier: Apache-2.0
import { defineFunction } from '@aws-amplify/backend';

export const postConfirmation = defineFunction({
  name: 'post-confirmation',
  environment: { GROUP_NAME: 'EDITORS' },
  resourceGroupName: 'auth',
});
