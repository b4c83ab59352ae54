// SPDX-License-Identifier: Apache-2.0
// Who calls an API, as AppSync tells resolvers (developer guide, "Resolver context object": Identity).
import { account, region } from '../deployment.mjs';

const sourceIp = ['192.0.2.1'];

const authTypes = {
  API_KEY: 'API Key Authorization',
  AWS_IAM: 'IAM Authorization',
  AMAZON_COGNITO_USER_POOLS: 'User Pool Authorization',
  OPENID_CONNECT: 'Open ID Connect Authorization',
  AWS_LAMBDA: 'Lambda Authorization',
};

const caller = (mode, identity, others = {}) => ({ mode, authType: authTypes[mode], identity, ...others });

export const apiKey = caller('API_KEY', null);
export const anonymous = { identity: null };

/** A user of the user pool; an access token has `username` among its claims, an ID token `cognito:username`. */
export function user(name, { groups, claims = {}, idToken = false } = {}) {
  const issuer = `https://cognito-idp.${region}.amazonaws.com/${region}_users`;
  const own = { sub: `sub-${name}`, iss: issuer, token_use: idToken ? 'id' : 'access', [idToken ? 'cognito:username' : 'username']: name, ...(groups ? { 'cognito:groups': groups } : {}), ...claims };
  const identity = { sub: own.sub, issuer, username: name, claims: own, groups: groups ?? null, sourceIp, defaultAuthStrategy: 'ALLOW' };
  return caller('AMAZON_COGNITO_USER_POOLS', identity, { groups });
}

export function oidcUser(sub, claims = {}) {
  const issuer = 'https://issuer.example.com';
  return caller('OPENID_CONNECT', { sub, issuer, claims: { sub, iss: issuer, ...claims } });
}

/** Let in by a Lambda authorizer, which may hand over a context and deny single fields. */
export const authorized = (resolverContext = {}, deniedFields = []) => caller('AWS_LAMBDA', { resolverContext }, { deniedFields });

const sessionArn = (role, session) => `arn:aws:sts::${account}:assumed-role/${role}/${session}`;

/** A role outside Cognito: a function's, an administrator's. What its policies allow is not looked at. */
export const role = (name = 'function-role') => caller('AWS_IAM', {
  accountId: account, userArn: sessionArn(name, 'session'), username: 'AROA:session', sourceIp,
  cognitoIdentityAuthProvider: null, cognitoIdentityAuthType: null, cognitoIdentityId: null, cognitoIdentityPoolId: null,
});

/** Identities of a deployment's identity pool. */
export function identities({ identityPool, roles }) {
  const identity = (name, type, pool = identityPool.id) => ({
    accountId: account, userArn: sessionArn(name, 'CognitoIdentityCredentials'), username: 'AROA:CognitoIdentityCredentials', sourceIp,
    cognitoIdentityAuthProvider: type === 'authenticated' ? `"cognito-idp.${region}.amazonaws.com/${region}_users"` : null,
    cognitoIdentityAuthType: type, cognitoIdentityId: `${region}:caller`, cognitoIdentityPoolId: pool,
  });
  const withPolicies = (name, type) => caller('AWS_IAM', identity(name, type), { statements: roles[name] ?? [] });
  return {
    guest: withPolicies(identityPool.unauthenticated, 'unauthenticated'),
    signedIn: withPolicies(identityPool.authenticated, 'authenticated'),
    /** With the role of a group, to which the user has given policies. */
    groupRole: caller('AWS_IAM', identity('editors', 'authenticated')),
    /** Of another identity pool in the same account. */
    stranger: caller('AWS_IAM', identity('other', 'authenticated', `${region}:another`)),
  };
}
