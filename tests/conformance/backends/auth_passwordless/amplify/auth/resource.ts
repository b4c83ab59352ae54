// SPDX-License-Identifier: Apache-2.0
import { defineAuth } from '@aws-amplify/backend';

export const auth = defineAuth({
  name: 'members',
  loginWith: {
    email: {
      verificationEmailBody: (createCode) => `<p>Your code: <b>${createCode()}</b></p>`,
      verificationEmailSubject: 'Prove your address',
      userInvitation: {
        emailSubject: 'Come in',
        emailBody: (username, code) => `You are ${username()}, your password is ${code()}`,
        smsMessage: (username, code) => `${username()}: ${code()}`,
      },
      otpLogin: true,
    },
    phone: { verificationMessage: (createCode) => `${createCode()} is your code`, otpLogin: true },
    webAuthn: true,
  },
  senders: { sms: { snsRegion: 'eu-west-1' } },
  multifactor: { mode: 'OPTIONAL', sms: true, totp: true },
  accountRecovery: 'EMAIL_AND_PHONE_WITHOUT_MFA',
  passwordlessOptions: { preferredChallenge: 'WEB_AUTHN' },
});
