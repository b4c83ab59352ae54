// SPDX-License-Identifier: Apache-2.0
// Comparison of the resources that clients and users of a backend can tell apart.
import { resources } from './assembly.mjs';
import { diff } from './diff.mjs';
import { friendlyName, normalizer, resourceNames } from './normalize.mjs';
import { permissions, policyLines } from './policies.mjs';
import { asDynamoDbTable, canonicalTable } from './tables.mjs';
import { tagsAsMaps } from './tags.mjs';

/** Every resource type that is compared, with what else its properties need to be comparable. */
const compared = {
  'AWS::AppSync::ApiKey': (key) => ({ ...key, Expires: typeof key.Expires === 'number' ? 'a number' : key.Expires }),
  'AWS::AppSync::GraphQLApi': (api) => api,
  'AWS::Cognito::IdentityPool': (pool) => pool,
  'AWS::Cognito::IdentityPoolRoleAttachment': (attachment) => attachment,
  'AWS::Cognito::UserPool': ({ Schema, ...pool }) => ({
    ...pool,
    Schema: Schema && Object.fromEntries(Schema.map(({ Name, ...attribute }) => [Name, attribute])),
  }),
  'AWS::Cognito::UserPoolClient': (client) => client,
  'AWS::Cognito::UserPoolDomain': (domain) => domain,
  'AWS::Cognito::UserPoolGroup': (group) => group,
  'AWS::Cognito::UserPoolIdentityProvider': (provider) => provider,
  'AWS::DynamoDB::Table': canonicalTable,
  'AWS::IAM::Role': ({ Policies, AssumeRolePolicyDocument, ...role }) => ({
    ...role,
    AssumeRolePolicyDocument: policyLines(AssumeRolePolicyDocument),
  }),
  'Custom::AmplifyRefAuth': ({ ServiceToken, ...reference }) => reference,
  'AWS::Lambda::Function': (lambda) => lambda,
  'AWS::Lambda::Version': (version) => version,
  'AWS::Logs::LogGroup': (group) => group,
  'AWS::S3::Bucket': (bucket) => bucket,
  'AWS::Scheduler::Schedule': (schedule) => schedule,
  'Custom::AmplifyDynamoDBTable': (table) => canonicalTable(asDynamoDbTable(table)),
};

/** Of these types, what users of the backend assume, Cognito for its text messages, and what is of their functions. */
const selected = {
  'AWS::IAM::Role': /\[(authenticated|unauthenticated|text messages|(group|function|schedules of) .*)\]$/,
  'AWS::Lambda::Version': /\[function .*\]$/,
  'AWS::Logs::LogGroup': /\[function .*\]$/,
};
const isSelected = (resource, name) =>
  ['AWS::Lambda::Function', 'AWS::S3::Bucket'].includes(resource.Type) ? Boolean(friendlyName(resource)) : (selected[resource.Type]?.test(name) ?? true);

/** The user pool's unique id, which its role for text messages asks for; it holds the app's name. */
const withoutUniqueIds = (value) =>
  JSON.parse(JSON.stringify(value).replace(/\b\w+UserPool[0-9A-F]{8}\b/g, '<user pool>'));

function describe(assembly) {
  const normalize = normalizer(assembly);
  const names = resourceNames(assembly);
  const granted = permissions(assembly, names, normalize);
  const described = {};
  for (const { id, resource, stack } of resources(assembly)) {
    const name = names.get(resource);
    const canonical = compared[resource.Type];
    if (!canonical || !isSelected(resource, name)) continue;
    const key = name in described ? `${name} ${id}` : name;
    described[key] = {
      Type: resource.Type,
      Properties: withoutUniqueIds(tagsAsMaps(canonical(normalize(resource.Properties ?? {}, stack)))),
      DeletionPolicy: resource.DeletionPolicy,
      UpdateReplacePolicy: resource.UpdateReplacePolicy,
    };
    if (resource.Type === 'AWS::IAM::Role') described[key].permissions = asKeys(granted.get(name) ?? []);
  }
  for (const [name, lines] of granted) {
    if (name.startsWith('role ')) described[name] = asKeys(lines);
  }
  return described;
}

/** So that a permission of one side only is one difference. */
const asKeys = (lines) => Object.fromEntries(lines.map((line) => [line, true]));

export const compareResources = (peer, ours) => diff(describe(peer), describe(ours));
