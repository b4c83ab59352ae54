// SPDX-License-Identifier: Apache-2.0
// The function behind a `referenceAuth`: looks its user pool and identity pool up while the backend
// is deployed. It answers with the outputs' values, or with what doesn't belong together.
const idp = require('@aws-sdk/client-cognito-identity-provider');
const identity = require('@aws-sdk/client-cognito-identity');

async function lookUp(wanted) {
  const found = await describe(wanted);
  const faults = check(found, wanted);
  if (faults.length > 0) throw new Error(faults.join(' '));
  return { Data: outputs(found, wanted) };
}

async function describe({ userPoolId, userPoolClientId, identityPoolId }) {
  const users = new idp.CognitoIdentityProvider();
  const identities = new identity.CognitoIdentity();
  const pool = { UserPoolId: userPoolId };
  const [{ UserPool }, mfa, providers, groups, { UserPoolClient }, identityPool, { Roles = {} }] =
    await Promise.all([
      users.describeUserPool(pool),
      users.getUserPoolMfaConfig(pool),
      all((NextToken) => users.listIdentityProviders({ ...pool, NextToken }), 'Providers'),
      all((NextToken) => users.listGroups({ ...pool, NextToken }), 'Groups'),
      users.describeUserPoolClient({ ...pool, ClientId: userPoolClientId }),
      identities.describeIdentityPool({ IdentityPoolId: identityPoolId }),
      identities.getIdentityPoolRoles({ IdentityPoolId: identityPoolId }),
    ]);
  return { pool: UserPool, mfa, providers, groups, client: UserPoolClient, identityPool, roles: Roles };
}

/** The members of every page. */
async function all(page, name) {
  const found = [];
  let token;
  do {
    const answer = await page(token);
    found.push(...(answer[name] ?? []));
    token = answer.NextToken;
  } while (token);
  return found;
}

function check({ pool, providers, groups, client, identityPool, roles }, wanted) {
  const faults = [];
  const expect = (holds, fault) => holds || faults.push(fault);
  const issuer = `cognito-idp.${wanted.region}.amazonaws.com/${pool.Id}`;
  expect(
    identityPool.CognitoIdentityProviders?.some(
      ({ ProviderName, ClientId }) => ProviderName === issuer && ClientId === client.ClientId,
    ),
    `The identity pool ${wanted.identityPoolId} doesn't take users of ${pool.Id} by the client ${client.ClientId}.`,
  );
  expect(!pool.AliasAttributes?.length, `The user pool ${pool.Id} has alias attributes.`);
  expect(!client.ClientSecret, `The client ${client.ClientId} has a secret, so web apps can't use it.`);
  if (providers.length > 0) {
    expect(pool.Domain || pool.CustomDomain, `The user pool ${pool.Id} has external providers and no domain.`);
    expect(client.CallbackURLs?.length, `The client ${client.ClientId} has no callback URLs.`);
    expect(client.LogoutURLs?.length, `The client ${client.ClientId} has no sign-out URLs.`);
  }
  expect(
    roles.authenticated === wanted.authRoleArn,
    `authRoleArn is not the identity pool's role of signed-in users, which is ${roles.authenticated}.`,
  );
  expect(
    roles.unauthenticated === wanted.unauthRoleArn,
    `unauthRoleArn is not the identity pool's role of guests, which is ${roles.unauthenticated}.`,
  );
  for (const [name, role] of Object.entries(wanted.groups)) {
    const group = groups.find(({ GroupName }) => GroupName === name);
    expect(group, `The user pool ${pool.Id} has no group ${name}.`);
    expect(!group || group.RoleArn === role, `The role of the group ${name} is ${group?.RoleArn}.`);
  }
  return faults;
}

const socialNames = {
  Google: 'GOOGLE',
  Facebook: 'FACEBOOK',
  LoginWithAmazon: 'LOGIN_WITH_AMAZON',
  SignInWithApple: 'SIGN_IN_WITH_APPLE',
};

function outputs({ pool, mfa, providers, groups, client, identityPool }, wanted) {
  const json = JSON.stringify;
  const passwords = pool.Policies?.PasswordPolicy ?? {};
  const named = (names, on) => Object.keys(names).filter((name) => on(names[name]));
  const domain = pool.Domain && `${pool.Domain}.auth.${wanted.region}.amazoncognito.com`;
  return {
    allowUnauthenticatedIdentities: String(identityPool.AllowUnauthenticatedIdentities === true),
    signupAttributes: json(
      (pool.SchemaAttributes ?? [])
        .filter(({ Name, Required }) => Required && Name !== 'sub') // Cognito makes that one up itself
        .map(({ Name }) => Name.toLowerCase()),
    ),
    usernameAttributes: json((pool.UsernameAttributes ?? []).map((name) => name.toLowerCase())),
    verificationMechanisms: json(pool.AutoVerifiedAttributes ?? []),
    passwordPolicyMinLength: String(passwords.MinimumLength ?? ''),
    passwordPolicyRequirements: json(
      named(
        {
          REQUIRES_NUMBERS: 'RequireNumbers',
          REQUIRES_LOWERCASE: 'RequireLowercase',
          REQUIRES_UPPERCASE: 'RequireUppercase',
          REQUIRES_SYMBOLS: 'RequireSymbols',
        },
        (member) => passwords[member],
      ),
    ),
    mfaConfiguration: pool.MfaConfiguration ?? 'OFF',
    mfaTypes: json(
      named(
        {
          SMS: mfa.SmsMfaConfiguration?.SmsConfiguration,
          TOTP: mfa.SoftwareTokenMfaConfiguration?.Enabled,
          EMAIL: mfa.EmailMfaConfiguration,
        },
        Boolean,
      ),
    ),
    passwordlessOptions: passwordless(pool, mfa),
    socialProviders: json(
      providers.map(({ ProviderName, ProviderType }) => socialNames[ProviderType] ?? ProviderName),
    ),
    oauthCognitoDomain: pool.CustomDomain ?? domain ?? '',
    oauthScope: json(client.AllowedOAuthScopes ?? []),
    oauthRedirectSignIn: (client.CallbackURLs ?? []).join(','),
    oauthRedirectSignOut: (client.LogoutURLs ?? []).join(','),
    oauthResponseType: (client.AllowedOAuthFlows ?? []).join(','),
    oauthClientId: client.ClientId,
    groups: json(
      groups
        .filter(({ GroupName }) => GroupName in wanted.groups)
        .map(({ GroupName, Precedence }) => ({ [GroupName]: { precedence: Precedence } })),
    ),
  };
}

function passwordless(pool, mfa) {
  const factors = pool.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? [];
  if (factors.every((factor) => factor === 'PASSWORD')) return '';
  const webAuthn = {
    relyingPartyId: mfa.WebAuthnConfiguration?.RelyingPartyId ?? '',
    userVerification: mfa.WebAuthnConfiguration?.UserVerification ?? 'preferred',
  };
  return JSON.stringify({
    emailOtpEnabled: factors.includes('EMAIL_OTP'),
    smsOtpEnabled: factors.includes('SMS_OTP'),
    ...(factors.includes('WEB_AUTHN') && { webAuthn }),
  });
}
