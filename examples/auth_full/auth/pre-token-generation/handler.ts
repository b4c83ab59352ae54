// SPDX-License-Identifier: Apache-2.0
import type { PreTokenGenerationTriggerEvent } from 'aws-lambda';

// The tenant goes into every token.
export const handler = async (event: PreTokenGenerationTriggerEvent) => {
  const tenant = event.request.userAttributes['custom:tenant'] ?? 'none';
  event.response.claimsOverrideDetails = { claimsToAddOrOverride: { tenant } };
  return event;
};
