// SPDX-License-Identifier: Apache-2.0
import { defineFunction } from '@aws-amplify/backend';
export const verifyAuthChallengeResponse = defineFunction({ name: 'verify-auth-challenge', resourceGroupName: 'auth' });
