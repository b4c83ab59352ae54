// SPDX-License-Identifier: Apache-2.0
import { defineAuth, secret } from '@aws-amplify/backend';
import { createAuthChallenge } from './create-auth-challenge/resource';
import { customMessage } from './custom-message/resource';
import { defineAuthChallenge } from './define-auth-challenge/resource';
import { postAuthentication } from './post-authentication/resource';
import { postConfirmation } from './post-confirmation/resource';
import { preAuthentication } from './pre-authentication/resource';
import { preSignUp } from './pre-sign-up/resource';
import { preTokenGeneration } from './pre-token-generation/resource';
import { userMigration } from './user-migration/resource';
import { verifyAuthChallengeResponse } from './verify-auth-challenge/resource';
import { groupManager } from '../functions/group-manager/resource';

export const auth = defineAuth({
  loginWith: {
    email: {
      verificationEmailStyle: 'LINK',
      verificationEmailSubject: 'Confirm',
      verificationEmailBody: (createLink) => `Click ${createLink('here')} to verify`,
    },
    phone: { verificationMessage: (createCode) => `Your code is ${createCode()}` },
    externalProviders: {
      google: { clientId: secret('GOOGLE_ID'), clientSecret: secret('GOOGLE_SECRET'), scopes: ['email'], attributeMapping: { email: 'email', givenName: 'given_name', custom: { 'custom:tenant': 'hd' } } },
      facebook: { clientId: secret('FB_ID'), clientSecret: secret('FB_SECRET'), scopes: ['public_profile', 'email'], apiVersion: 'v17.0' },
      loginWithAmazon: { clientId: secret('LWA_ID'), clientSecret: secret('LWA_SECRET'), scopes: ['profile'] },
      signInWithApple: { clientId: secret('SIWA_ID'), keyId: secret('SIWA_KEY'), teamId: secret('SIWA_TEAM'), privateKey: secret('SIWA_PK'), scopes: ['name', 'email'] },
      oidc: [
        { name: 'MicrosoftEntraID', clientId: secret('MS_ID'), clientSecret: secret('MS_SECRET'), issuerUrl: 'https://login.example.com/tenant', scopes: ['openid', 'email'], attributeRequestMethod: 'POST', attributeMapping: { email: 'mail' } },
        { name: 'Second', clientId: secret('OIDC2_ID'), clientSecret: secret('OIDC2_SECRET'), issuerUrl: 'https://issuer2.example.com', endpoints: { authorization: 'https://issuer2.example.com/auth', token: 'https://issuer2.example.com/token', userInfo: 'https://issuer2.example.com/userinfo', jwksUri: 'https://issuer2.example.com/jwks' }, identifiers: ['two'] },
      ],
      saml: { name: 'CorpSaml', metadata: { metadataContent: 'https://idp.example.com/metadata.xml', metadataType: 'URL' }, idpSignout: true, identifiers: ['corp'], attributeMapping: { email: 'mail', fullname: 'cn' } },
      scopes: ['EMAIL', 'OPENID', 'PROFILE', 'COGNITO_ADMIN'],
      callbackUrls: ['https://app.example.com/cb'],
      logoutUrls: ['https://app.example.com/out'],
    },
  },
  multifactor: { mode: 'REQUIRED', sms: { smsMessage: (c) => `MFA code ${c()}` }, totp: true },
  userAttributes: {
    address: { required: false, mutable: true },
    birthdate: { required: true, mutable: false },
    familyName: { required: true },
    givenName: { required: true, mutable: true },
    gender: {},
    locale: {},
    middleName: {},
    nickname: {},
    profilePage: {},
    profilePicture: {},
    timezone: {},
    website: {},
    fullname: {},
    preferredUsername: {},
    lastUpdateTime: {},
    'custom:tenant': { dataType: 'String', mutable: false, minLen: 1, maxLen: 100 },
    'custom:age': { dataType: 'Number', mutable: true, min: 13, max: 120 },
    'custom:joined': { dataType: 'DateTime', mutable: true },
    'custom:vip': { dataType: 'Boolean' },
    'custom:plain': { dataType: 'String' },
  },
  groups: ['Admins', 'PowerUsers', 'readers'],
  accountRecovery: 'PHONE_WITHOUT_MFA_AND_EMAIL',
  senders: { email: { fromEmail: 'no-reply@example.com', fromName: 'Example', replyTo: 'help@example.com' } },
  triggers: {
    createAuthChallenge, customMessage, defineAuthChallenge, postAuthentication, postConfirmation,
    preAuthentication, preSignUp, preTokenGeneration, userMigration, verifyAuthChallengeResponse,
  },
  access: (allow) => [
    allow.resource(postConfirmation).to(['addUserToGroup', 'updateUserAttributes']),
    allow.resource(groupManager).to(['manageGroups', 'manageUsers', 'listUsers', 'manageGroupMembership', 'managePasswordRecovery', 'manageUserDevices']),
  ],
});
