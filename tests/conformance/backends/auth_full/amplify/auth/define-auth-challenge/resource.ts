// SPDX-License-Identifier: Apache-2.0
import { defineFunction } from '@aws-amplify/backend';
export const defineAuthChallenge = defineFunction({ name: 'define-auth-challenge', resourceGroupName: 'auth' });
