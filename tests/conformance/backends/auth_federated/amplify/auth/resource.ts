// SPDX-License-Identifier: Apache-2.0
import { defineAuth, secret } from '@aws-amplify/backend';

export const auth = defineAuth({
  loginWith: {
    email: { verificationEmailStyle: 'LINK' },
    externalProviders: {
      google: { clientId: secret('GOOGLE_ID'), clientSecret: secret('GOOGLE_SECRET') },
      facebook: { clientId: secret('FACEBOOK_ID'), clientSecret: secret('FACEBOOK_SECRET') },
      loginWithAmazon: {
        clientId: secret('AMAZON_ID'),
        clientSecret: secret('AMAZON_SECRET'),
        scopes: ['profile', 'postal_code'],
        attributeMapping: { email: 'mail', custom: { 'custom:tenant': 'tenant' } },
      },
      signInWithApple: {
        clientId: secret('APPLE_ID'),
        teamId: secret('APPLE_TEAM'),
        keyId: secret('APPLE_KEY'),
        privateKey: secret('APPLE_PRIVATE_KEY'),
      },
      oidc: [
        {
          name: 'First',
          clientId: secret('FIRST_ID'),
          clientSecret: secret('FIRST_SECRET'),
          issuerUrl: 'https://first.example.com',
          attributeMapping: {
            address: 'a', birthdate: 'b', emailVerified: 'c', familyName: 'd', gender: 'e', givenName: 'f',
            locale: 'g', middleName: 'h', fullname: 'i', nickname: 'j', phoneNumber: 'k', profilePicture: 'l',
            preferredUsername: 'm', profilePage: 'n', timezone: 'o', lastUpdateTime: 'p', website: 'q',
          },
        },
        {
          name: 'Second',
          clientId: secret('SECOND_ID'),
          clientSecret: secret('SECOND_SECRET'),
          issuerUrl: 'https://second.example.com',
          scopes: ['openid', 'email'],
          identifiers: ['second.example.com', 'two'],
          attributeRequestMethod: 'POST',
          endpoints: {
            authorization: 'https://second.example.com/auth',
            token: 'https://second.example.com/token',
            userInfo: 'https://second.example.com/user',
            jwksUri: 'https://second.example.com/keys',
          },
        },
      ],
      saml: {
        name: 'Corp',
        metadata: { metadataContent: '<EntityDescriptor/>', metadataType: 'FILE' },
        identifiers: ['corp.example.com'],
        attributeMapping: { email: 'mail', fullname: 'cn' },
      },
      callbackUrls: ['https://app.example.com/in', 'myapp://in', 'http://localhost:3000/'],
      logoutUrls: ['https://app.example.com/out', 'myapp://out'],
    },
  },
  userAttributes: { 'custom:tenant': { dataType: 'String' } },
  accountRecovery: 'PHONE_AND_EMAIL',
});
