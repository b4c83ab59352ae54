// SPDX-License-Identifier: Apache-2.0
import { env } from '$amplify/env/post-confirmation';
import type { PostConfirmationTriggerEvent } from 'aws-lambda';

// It may add users to groups of this pool: see the access of `auth`.
export const handler = async (event: PostConfirmationTriggerEvent) => {
  console.log(`${event.userName} joined ${env.AMPLIFY_AUTH_USERPOOL_ID}`);
  return event;
};
