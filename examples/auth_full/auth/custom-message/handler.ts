// SPDX-License-Identifier: Apache-2.0
import type { CustomMessageTriggerEvent } from 'aws-lambda';

// Who forgets a password gets a mail in our words; all other mails stay as they are.
export const handler = async (event: CustomMessageTriggerEvent) => {
  if (event.triggerSource === 'CustomMessage_ForgotPassword') {
    event.response.emailSubject = 'Your new password';
    event.response.emailMessage = `Choose a new password with the code ${event.request.codeParameter}.`;
  }
  return event;
};
