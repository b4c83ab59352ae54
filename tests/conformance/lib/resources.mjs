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
  'AWS::Cognito::UserPool': (pool) => pool,
  'AWS::Cognito::UserPoolClient': (client) => client,
  'AWS::Cognito::UserPoolGroup': (group) => group,
  'AWS::DynamoDB::Table': canonicalTable,
  'AWS::IAM::Role': ({ Policies, AssumeRolePolicyDocument, ...role }) => ({
    ...role,
    AssumeRolePolicyDocument: policyLines(AssumeRolePolicyDocument),
  }),
  'AWS::Lambda::Function': (lambda) => lambda,
  'AWS::Lambda::Version': (version) => version,
  'AWS::Logs::LogGroup': (group) => group,
  'AWS::Scheduler::Schedule': (schedule) => schedule,
  'Custom::AmplifyDynamoDBTable': (table) => canonicalTable(asDynamoDbTable(table)),
};

/** Of these types, what users of the backend assume, and what is of their functions. */
const selected = {
  'AWS::IAM::Role': /\[(authenticated|unauthenticated|(group|function|schedules of) .*)\]$/,
  'AWS::Lambda::Version': /\[function .*\]$/,
  'AWS::Logs::LogGroup': /\[function .*\]$/,
};
const isSelected = (resource, name) =>
  resource.Type === 'AWS::Lambda::Function' ? Boolean(friendlyName(resource)) : (selected[resource.Type]?.test(name) ?? true);

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
      Properties: tagsAsMaps(canonical(normalize(resource.Properties ?? {}, stack))),
      DeletionPolicy: resource.DeletionPolicy,
      UpdateReplacePolicy: resource.UpdateReplacePolicy,
    };
    if (resource.Type === 'AWS::IAM::Role') described[key].permissions = asKeys(granted.get(name) ?? []);
  }
  return described;
}

/** So that a permission of one side only is one difference. */
const asKeys = (lines) => Object.fromEntries(lines.map((line) => [line, true]));

export const compareResources = (peer, ours) => diff(describe(peer), describe(ours));
