// SPDX-License-Identifier: Apache-2.0
import { defineStorage } from '@aws-amplify/backend';
import { kitchen } from '../functions/kitchen/resource';
export const storage = defineStorage({ name: 'files', access: (allow) => ({ 'in/*': [allow.resource(kitchen).to(['read', 'write', 'delete'])] }) });
