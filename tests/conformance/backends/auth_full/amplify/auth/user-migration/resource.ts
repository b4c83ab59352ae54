// SPDX-License-Identifier: Apache-2.0
import { defineFunction } from '@aws-amplify/backend';
export const userMigration = defineFunction({ name: 'user-migration', resourceGroupName: 'auth' });
