// SPDX-License-Identifier: Apache-2.0
import { defineFunction } from '@aws-amplify/backend';
export const preTokenGeneration = defineFunction({ name: 'pre-token-generation', resourceGroupName: 'auth' });
