// SPDX-License-Identifier: Apache-2.0
import type { DefineAuthChallengeTriggerEvent } from 'aws-lambda';

// One question; three wrong answers end the sign-in.
export const handler = async (event: DefineAuthChallengeTriggerEvent) => {
  const { session } = event.request;
  const answered = session.at(-1)?.challengeResult === true;
  event.response.issueTokens = answered;
  event.response.failAuthentication = !answered && session.length >= 3;
  if (!answered && !event.response.failAuthentication) event.response.challengeName = 'CUSTOM_CHALLENGE';
  return event;
};
