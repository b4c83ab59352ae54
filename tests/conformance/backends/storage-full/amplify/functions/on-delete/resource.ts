// SPDX-License-Identifier: Apache-2.0
import { defineFunction } from '@aws-amplify/backend';
export const onDelete = defineFunction({ name: 'on-delete', resourceGroupName: 'storage' });
