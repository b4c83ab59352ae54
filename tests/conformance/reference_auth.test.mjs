// SPDX-License-Identifier: Apache-2.0
// The function behind `referenceAuth` finds the outputs that the peer's finds, and refuses what the peer's refuses.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ourAnswer, peerAnswer } from './lib/lookups.mjs';

const backend = 'auth_reference';
const sdk = '@aws-sdk/client-cognito-identity';

const authRoleArn = 'arn:aws:iam::111122223333:role/app/signed-in';
const unauthRoleArn = 'arn:aws:iam::111122223333:role/guest';
const adminRole = 'arn:aws:iam::111122223333:role/admins';

const event = {
  RequestType: 'Create',
  RequestId: 'request',
  StackId: 'stack',
  LogicalResourceId: 'resource',
  ResourceProperties: {
    userPoolId: 'us-east-1_AbCdEfGhI',
    identityPoolId: 'us-east-1:1111',
    userPoolClientId: 'client',
    authRoleArn,
    unauthRoleArn,
    groups: { ADMINS: adminRole },
    region: 'us-east-1',
  },
};

/** What Cognito has; each test changes its own. */
let pool, mfa, providers, groups, client, identityPool, roles;

beforeEach(() => {
  pool = {
    Id: 'us-east-1_AbCdEfGhI',
    Policies: { PasswordPolicy: { MinimumLength: 10, RequireNumbers: true, RequireSymbols: true } },
    SchemaAttributes: [
      { Name: 'email', Required: true },
      { Name: 'nickname', Required: false },
    ],
    UsernameAttributes: ['email', 'phone_number'],
    AutoVerifiedAttributes: ['email'],
    MfaConfiguration: 'OPTIONAL',
    Domain: 'shop',
  };
  mfa = { SoftwareTokenMfaConfiguration: { Enabled: true } };
  providers = [];
  groups = [
    { GroupName: 'STAFF', Precedence: 1 },
    { GroupName: 'ADMINS', RoleArn: adminRole, Precedence: 0 },
  ];
  client = {
    ClientId: 'client',
    AllowedOAuthScopes: ['email', 'openid'],
    CallbackURLs: ['https://a.example', 'https://b.example'],
    LogoutURLs: ['https://c.example'],
    AllowedOAuthFlows: ['code'],
  };
  identityPool = {
    IdentityPoolId: 'us-east-1:1111',
    AllowUnauthenticatedIdentities: true,
    CognitoIdentityProviders: [
      { ClientId: 'client', ProviderName: 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEfGhI' },
    ],
  };
  roles = { authenticated: authRoleArn, unauthenticated: unauthRoleArn };
  const expect = (wanted, given) => assert.deepEqual(Object.fromEntries(Object.entries(given).filter(([, v]) => v)), wanted);
  const ofPool = { UserPoolId: 'us-east-1_AbCdEfGhI' };
  const ofIdentities = { IdentityPoolId: 'us-east-1:1111' };
  /** One element a page, so that paging is seen to work. */
  const paged = (name, list) => ({ NextToken, ...input }) => {
    expect(ofPool, input);
    const at = Number(NextToken ?? 0);
    return { [name]: list().slice(at, at + 1), NextToken: at + 1 < list().length ? String(at + 1) : undefined };
  };
  globalThis.services = {
    DescribeUserPool: (input) => (expect(ofPool, input), { UserPool: pool }),
    GetUserPoolMfaConfig: (input) => (expect(ofPool, input), mfa),
    ListIdentityProviders: paged('Providers', () => providers),
    ListGroups: paged('Groups', () => groups),
    DescribeUserPoolClient: (input) => (expect({ ...ofPool, ClientId: 'client' }, input), { UserPoolClient: client }),
    DescribeIdentityPool: (input) => (expect(ofIdentities, input), identityPool),
    GetIdentityPoolRoles: (input) => (expect(ofIdentities, input), { Roles: roles }),
  };
});

/** Outputs that only one of the two has, or that we mend. */
const ourOwn = ['groups', 'passwordlessOptions'];
const peersOwn = ['userPoolId', 'webClientId', 'identityPoolId'];
const without = (names, data) => Object.fromEntries(Object.entries(data).filter(([name]) => !names.includes(name)));

async function sameOutputs(...mended) {
  const [peer, ours] = [await peerAnswer(backend, sdk, event), await ourAnswer(backend, event)];
  assert.equal(peer.Status, 'SUCCESS', peer.Reason);
  assert.equal(ours.Status, 'SUCCESS', ours.Reason);
  assert.deepEqual(without([...ourOwn, ...mended], ours.Data), without([...peersOwn, ...mended], peer.Data));
  return ours.Data;
}

test('a pool without extras', async () => {
  const data = await sameOutputs();
  assert.equal(data.groups, '[{"ADMINS":{"precedence":0}}]');
  assert.equal(data.passwordlessOptions, '');
});

test('providers of every kind', async () => {
  providers = ['Google', 'Facebook', 'SignInWithApple', 'LoginWithAmazon', 'OIDC', 'SAML'].map((ProviderType) => ({
    ProviderType,
    ProviderName: `My${ProviderType}`,
  }));
  pool.CustomDomain = 'auth.example.com';
  const data = await sameOutputs();
  assert.equal(data.oauthCognitoDomain, 'auth.example.com');
});

test('no optional settings at all', async () => {
  pool = { Id: pool.Id, Policies: { PasswordPolicy: {} }, Domain: 'shop' };
  client = { ClientId: 'client' };
  identityPool.AllowUnauthenticatedIdentities = false;
  await sameOutputs();
});

test('a pool without a domain has none in the outputs', async () => {
  delete pool.Domain;
  assert.equal((await sameOutputs('oauthCognitoDomain')).oauthCognitoDomain, '');
});

test('second factors are called as clients know them', async () => {
  mfa = {
    SmsMfaConfiguration: { SmsConfiguration: {} },
    SoftwareTokenMfaConfiguration: { Enabled: true },
    EmailMfaConfiguration: {},
  };
  assert.equal((await sameOutputs('mfaTypes')).mfaTypes, '["SMS","TOTP","EMAIL"]');
});

test('nobody has to give the ID that Cognito makes up', async () => {
  pool.SchemaAttributes.unshift({ Name: 'sub', Required: true });
  assert.equal((await sameOutputs('signupAttributes')).signupAttributes, '["email"]');
});

test('sign-in without a password', async () => {
  pool.Policies.SignInPolicy = { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] };
  mfa.WebAuthnConfiguration = { RelyingPartyId: 'example.com', UserVerification: 'required' };
  assert.deepEqual(JSON.parse((await sameOutputs()).passwordlessOptions), {
    emailOtpEnabled: true,
    smsOtpEnabled: false,
    webAuthn: { relyingPartyId: 'example.com', userVerification: 'required' },
  });
});

const faults = {
  'alias attributes': () => (pool.AliasAttributes = ['email']),
  'providers without a domain': () => {
    providers = [{ ProviderType: 'Google', ProviderName: 'Google' }];
    delete pool.Domain;
  },
  'providers without sign-out URLs': () => {
    providers = [{ ProviderType: 'Google', ProviderName: 'Google' }];
    client.LogoutURLs = [];
  },
  'providers without callback URLs': () => {
    providers = [{ ProviderType: 'Google', ProviderName: 'Google' }];
    delete client.CallbackURLs;
  },
  'a group that is not there': () => groups.pop(),
  'a group with another role': () => (groups[1].RoleArn = authRoleArn),
  'an identity pool without the user pool': () => (identityPool.CognitoIdentityProviders = []),
  'an identity pool with another client': () => (identityPool.CognitoIdentityProviders[0].ClientId = 'other'),
  'another role of signed-in users': () => (roles.authenticated = adminRole),
  'another role of guests': () => (roles.unauthenticated = adminRole),
  'a client with a secret': () => (client.ClientSecret = 'secret'),
};
for (const [name, spoil] of Object.entries(faults)) {
  test(`${name}: refused`, async () => {
    spoil();
    assert.equal((await peerAnswer(backend, sdk, event)).Status, 'FAILED');
    const { Status, Reason, Data } = await ourAnswer(backend, event);
    assert.equal(Status, 'FAILED');
    assert.match(Reason, /^[A-Za-z].*\.$/);
    assert.equal(Data, undefined);
  });
}

test('a group is known by its name too', async () => {
  groups[1].GroupName = 'OTHERS';
  assert.equal((await ourAnswer(backend, event)).Status, 'FAILED');
});

test('all faults are told at once', async () => {
  roles = {};
  client.ClientSecret = 'secret';
  assert.equal((await ourAnswer(backend, event)).Reason.match(/\. |\.$/g).length, 3);
});

test('what Cognito refuses is told', async () => {
  globalThis.services.ListGroups = () => {
    throw new Error('Rate exceeded');
  };
  assert.deepEqual(await ourAnswer(backend, event), {
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'resource',
    PhysicalResourceId: 'request',
    Status: 'FAILED',
    Reason: 'Rate exceeded',
  });
});

test('an update keeps the physical ID, and so does removal, which asks for nothing', async () => {
  const update = { ...event, RequestType: 'Update', PhysicalResourceId: 'first' };
  assert.equal((await ourAnswer(backend, update)).PhysicalResourceId, 'first');
  globalThis.services = {};
  const { Status, PhysicalResourceId } = await ourAnswer(backend, { ...update, RequestType: 'Delete' });
  assert.deepEqual({ Status, PhysicalResourceId }, { Status: 'SUCCESS', PhysicalResourceId: 'first' });
});
