// SPDX-License-Identifier: Apache-2.0
import { defineAuth } from '@aws-amplify/backend';
import { postConfirmation } from './post-confirmation/resource';

export const auth = defineAuth({
  loginWith: {
    email: {
      verificationEmailStyle: 'CODE',
      verificationEmailSubject: 'Welcome to the blog!',
      verificationEmailBody: (createCode) => `Use this code to confirm your account: ${createCode()}`,
      userInvitation: {
        emailSubject: 'You have been invited',
        emailBody: (user, code) => `Login with username ${user()} and temporary password ${code()}`,
        smsMessage: (user, code) => `${user()} ${code()}`,
      },
    },
  },
  userAttributes: {
    preferredUsername: { required: false, mutable: true },
    'custom:displayName': { dataType: 'String', mutable: true, minLen: 1, maxLen: 60 },
  },
  groups: ['ADMINS', 'EDITORS'],
  triggers: { postConfirmation },
  access: (allow) => [allow.resource(postConfirmation).to(['addUserToGroup'])],
});
