// SPDX-License-Identifier: Apache-2.0
// Who calls the API, as AppSync tells resolvers.

/** Values of the API's environment variables. */
export const environment = {
  AUTHENTICATED_ROLE_ARN: 'arn:aws:sts::123456789012:assumed-role/authenticated/CognitoIdentityCredentials',
  UNAUTHENTICATED_ROLE_ARN: 'arn:aws:sts::123456789012:assumed-role/unauthenticated/CognitoIdentityCredentials',
  IDENTITY_POOL_ID: 'us-east-1:11111111-2222-3333-4444-555555555555',
};

export const apiKey = { authType: 'API Key Authorization', identity: null };

/** A user of the user pool who calls with an access token. */
export const user = (username, claims = { username }) => ({
  authType: 'User Pool Authorization',
  identity: { sub: `sub-${username}`, username, groups: null, claims: { sub: `sub-${username}`, ...claims } },
});

/** The same user, calling with an ID token. */
export const userById = (username) => user(username, { 'cognito:username': username });

const identity = (userArn, cognitoIdentityAuthType) => ({
  authType: 'IAM Authorization',
  identity: {
    accountId: '123456789012',
    cognitoIdentityAuthType,
    cognitoIdentityId: 'us-east-1:caller',
    cognitoIdentityPoolId: environment.IDENTITY_POOL_ID,
    userArn,
  },
});

export const guest = identity(environment.UNAUTHENTICATED_ROLE_ARN, 'unauthenticated');
export const signedIn = identity(environment.AUTHENTICATED_ROLE_ARN, 'authenticated');

/** Signed in through the identity pool, with the role of a group. */
export const groupRole = identity('arn:aws:sts::123456789012:assumed-role/editors/CognitoIdentityCredentials', 'authenticated');

/** Signed in through another identity pool of the same account. */
export const stranger = {
  ...signedIn,
  identity: { ...groupRole.identity, cognitoIdentityPoolId: 'us-east-1:another' },
};

/** A role outside Cognito: a function's, an administrator's. */
export const role = {
  authType: 'IAM Authorization',
  identity: { accountId: '123456789012', cognitoIdentityId: null, cognitoIdentityPoolId: null, userArn: 'arn:aws:sts::123456789012:assumed-role/function/session' },
};
