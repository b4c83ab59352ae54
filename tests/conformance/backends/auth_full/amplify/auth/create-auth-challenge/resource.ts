// SPDX-License-Identifier: Apache-2.0
import { defineFunction } from '@aws-amplify/backend';
export const createAuthChallenge = defineFunction({ name: 'create-auth-challenge', resourceGroupName: 'auth' });
