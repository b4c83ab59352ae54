// SPDX-License-Identifier: Apache-2.0
import type { PreAuthenticationTriggerEvent } from 'aws-lambda';

export const handler = async (event: PreAuthenticationTriggerEvent) => {
  if (event.request.userAttributes['custom:vip'] === 'blocked') throw new Error('This account is blocked');
  return event;
};
