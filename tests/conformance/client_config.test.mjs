// SPDX-License-Identifier: Apache-2.0
// `backend outputs` makes of a stack's outputs what Amplify's own library makes of them, in every
// version of the file, and what that writes is valid by Amplify's schemas.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { generateClientConfig } from '@aws-amplify/client-config';
import { executable, ourDirectory, temporaryDirectory } from './lib/backends.mjs';

const sections = {
  Platform: { deploymentType: 'sandbox', region: 'eu-west-1' },
  Auth: {
    userPoolId: 'eu-west-1_pool', webClientId: 'client', identityPoolId: 'eu-west-1:identities', authRegion: 'eu-west-1',
    allowUnauthenticatedIdentities: 'true', signupAttributes: '["email"]', usernameAttributes: '["email","phone_number"]',
    verificationMechanisms: '["email"]', passwordPolicyMinLength: '10', passwordPolicyRequirements: '["REQUIRES_NUMBERS"]',
    mfaConfiguration: 'OPTIONAL', mfaTypes: '["SMS","TOTP"]',
    passwordlessOptions: '{"emailOtpEnabled":true,"smsOtpEnabled":false,"webAuthn":{"relyingPartyId":"localhost","userVerification":"preferred"},"preferredChallenge":"EMAIL_OTP"}',
    socialProviders: '["GOOGLE","SIGN_IN_WITH_APPLE","MyOidc"]', oauthCognitoDomain: 'x.auth.eu-west-1.amazoncognito.com',
    oauthScope: '["openid","email"]', oauthRedirectSignIn: 'https://a/,https://b/', oauthRedirectSignOut: 'https://a/out',
    oauthResponseType: 'code', oauthClientId: 'client', groups: '[{"Admins":{"precedence":0}}]',
  },
  GraphQL: {
    awsAppsyncApiId: 'api', awsAppsyncApiEndpoint: 'https://api/graphql', awsAppsyncAuthenticationType: 'API_KEY',
    awsAppsyncRegion: 'eu-west-1', amplifyApiModelSchemaS3Uri: 's3://bucket/schema.graphql', awsAppsyncApiKey: 'da2-key',
    awsAppsyncAdditionalAuthenticationTypes: 'AMAZON_COGNITO_USER_POOLS,AWS_IAM',
  },
  Storage: {
    storageRegion: 'eu-west-1', bucketName: 'files-1',
    buckets: JSON.stringify([JSON.stringify({ name: 'files', bucketName: 'files-1', storageRegion: 'eu-west-1', paths: { 'a/*': { guest: ['get'], groupsAdmins: ['list'] } } })]),
  },
  Custom: { customOutputs: '{"custom":{"queue":"url","list":[1]},"storage":{"buckets":[{"name":"more","bucket_name":"more-1","aws_region":"eu-west-1"}]},"version":"1.4"}' },
};

/** A stack with some of the sections, as AWS's clients and as its CLI tell of it. */
function stack(names) {
  const chosen = Object.entries(sections).filter(([name]) => names.includes(name));
  const outputs = chosen.flatMap(([, values]) => Object.entries(values));
  const list = outputs.map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue }));
  const metadata = Object.fromEntries(chosen.map(([name, values]) => [`AWS::Amplify::${name}`, { version: '1', stackOutputs: Object.keys(values) }]));
  const answers = {
    GetTemplateSummaryCommand: { Metadata: JSON.stringify(metadata) },
    DescribeStacksCommand: { Stacks: [{ StackName: 'stack', StackStatus: 'CREATE_COMPLETE', Outputs: list }] },
  };
  const send = (command) => Promise.resolve(answers[command.constructor.name] ?? assert.fail(command.constructor.name));
  return {
    described: answers.DescribeStacksCommand,
    clients: {
      getCloudFormationClient: () => ({ send }),
      getAmplifyClient: () => ({}),
      getS3Client: () => ({ send: () => Promise.resolve({ Body: { transformToString: () => Promise.resolve(modelSchema) } }) }),
    },
  };
}

const program = executable('todo');
// What the program publishes for Amplify's tools.
const modelSchema = readdirSync(ourDirectory('todo'))
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => readFileSync(join(ourDirectory('todo'), file), 'utf8'))
  .find((text) => text.includes('@model'));

const sets = [Object.keys(sections), ['Platform', 'Auth'], ['Platform', 'GraphQL'], ['Platform', 'Storage', 'Custom']];
for (const version of ['1', '1.1', '1.2', '1.3', '1.4', '1.5']) {
  for (const names of sets) {
    test(`version ${version} of ${names.join(', ')}`, async () => {
      const { described, clients } = stack(names);
      const file = join(temporaryDirectory(), 'outputs.json');
      writeFileSync(file, JSON.stringify(described));
      const result = spawnSync(program, ['outputs', '--from', file, '--out-dir', '-', '--outputs-version', version], { encoding: 'utf8' });
      assert.equal(result.status, 0, result.stderr);
      const peer = await generateClientConfig({ stackName: 'stack' }, version, clients);
      assert.deepEqual(JSON.parse(result.stdout), JSON.parse(JSON.stringify(peer)));
    });
  }
}
