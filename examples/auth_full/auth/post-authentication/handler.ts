// SPDX-License-Identifier: Apache-2.0
import type { PostAuthenticationTriggerEvent } from 'aws-lambda';

export const handler = async (event: PostAuthenticationTriggerEvent) => {
  console.log(`${event.userName} signed in${event.request.newDeviceUsed ? ' on a new device' : ''}`);
  return event;
};
