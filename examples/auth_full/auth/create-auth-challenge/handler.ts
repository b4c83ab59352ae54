// SPDX-License-Identifier: Apache-2.0
import { randomInt } from 'node:crypto';
import type { CreateAuthChallengeTriggerEvent } from 'aws-lambda';

// Asks for a number that the user gets by another way.
export const handler = async (event: CreateAuthChallengeTriggerEvent) => {
  const answer = String(randomInt(100_000, 1_000_000));
  event.response.publicChallengeParameters = { kind: 'number' };
  event.response.privateChallengeParameters = { answer };
  return event;
};
