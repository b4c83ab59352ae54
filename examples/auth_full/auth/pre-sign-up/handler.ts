// SPDX-License-Identifier: Apache-2.0
import type { PreSignUpTriggerEvent } from 'aws-lambda';

// Mail of throw-away domains is refused.
const refused = new Set(['mailinator.com']);

export const handler = async (event: PreSignUpTriggerEvent) => {
  const domain = event.request.userAttributes.email?.split('@').at(-1) ?? '';
  if (refused.has(domain)) throw new Error(`Addresses at ${domain} can't sign up`);
  return event;
};
