// SPDX-License-Identifier: Apache-2.0
import type { VerifyAuthChallengeResponseTriggerEvent } from 'aws-lambda';

export const handler = async (event: VerifyAuthChallengeResponseTriggerEvent) => {
  const { privateChallengeParameters, challengeAnswer } = event.request;
  event.response.answerCorrect = privateChallengeParameters.answer === challengeAnswer;
  return event;
};
