// SPDX-License-Identifier: Apache-2.0
import { env } from '$amplify/env/group-manager';

// The pool in which it may manage users and groups.
export const handler = async () => ({ userPool: env.AMPLIFY_AUTH_USERPOOL_ID });
