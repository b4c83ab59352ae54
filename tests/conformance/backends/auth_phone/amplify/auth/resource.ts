// SPDX-License-Identifier: Apache-2.0
import { defineAuth } from '@aws-amplify/backend';

export const auth = defineAuth({
  loginWith: {
    phone: true,
    webAuthn: { relyingPartyId: 'app.example.com', userVerification: 'required' },
  },
  senders: {
    sms: { externalId: 'texts', snsCallerArn: 'arn:aws:iam::111122223333:role/texts', snsRegion: 'us-west-2' },
  },
  userAttributes: {
    email: { required: true, mutable: false },
    birthdate: { required: true, mutable: false },
    familyName: { required: true },
    gender: {},
    givenName: {},
    locale: {},
    middleName: {},
    fullname: {},
    nickname: {},
    profilePicture: {},
    preferredUsername: {},
    profilePage: {},
    timezone: {},
    lastUpdateTime: {},
    website: {},
    'custom:code': { dataType: 'String', minLen: 2, maxLen: 2048, mutable: false },
    'custom:note': { dataType: 'String', maxLen: 10 },
    'custom:plain': { dataType: 'String' },
    'custom:age': { dataType: 'Number', min: 13, max: 120 },
    'custom:debt': { dataType: 'Number', max: -1, mutable: false },
    'custom:points': { dataType: 'Number' },
    'custom:vip': { dataType: 'Boolean', mutable: false },
    'custom:since': { dataType: 'DateTime' },
  },
  multifactor: { mode: 'OPTIONAL', sms: { smsMessage: (createCode) => `Second factor: ${createCode()}` } },
  groups: ['Admins', 'Staff'],
});
