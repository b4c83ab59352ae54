// SPDX-License-Identifier: Apache-2.0
// The comparers report nothing between an assembly and itself, and every change made to a copy.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Accepted } from './lib/accepted.mjs';
import { graphqlSchema, resources } from './lib/assembly.mjs';
import { checkAssembly } from './lib/assembly_check.mjs';
import { names, namesWithData, peers } from './lib/backends.mjs';
import { meaning } from './lib/constructs.mjs';
import { introspectionOf, peerIntrospection, peerModelSchema } from './lib/introspection.mjs';
import { diff } from './lib/diff.mjs';
import { compareOutputs } from './lib/outputs.mjs';
import { compareResources } from './lib/resources.mjs';
import { compareSchemas, validateAppSyncSchema } from './lib/schema.mjs';

const paths = (found) => found.map(({ path }) => path);

for (const name of names) {
  test(`the peer's ${name} equals itself`, () => {
    assert.deepEqual(compareOutputs(peers(name), peers(name)), []);
    assert.deepEqual(compareResources(peers(name), peers(name)), []);
    assert.deepEqual(diff(meaning(peers(name)), meaning(peers(name))), []);
    assert.deepEqual(checkAssembly(peers(name)), []);
  });
}

for (const name of namesWithData) {
  test(`the API of the peer's ${name} equals itself`, async () => {
    const schema = graphqlSchema(peers(name));
    assert.deepEqual(compareSchemas(schema, schema), []);
    assert.deepEqual(validateAppSyncSchema(schema), []);
    assert.deepEqual(await introspectionOf(peerModelSchema(peers(name))), peerIntrospection(peers(name)));
  });
}

// Schemas.

const seedSchema = graphqlSchema(peers('seed'));

function changedSchema(from, to) {
  const changed = seedSchema.replace(from, to);
  assert.notEqual(changed, seedSchema, `the schema has no ${from}`);
  return compareSchemas(seedSchema, changed);
}

const schemaChanges = [
  ['nullability', 'title: String!', 'title: String', ['Post.title']],
  ['a missing directive', /(type Post) @aws_iam/, '$1', ['Post']],
  ['a missing argument', /(createPost\(input: CreatePostInput!), condition: \w+\)/, '$1)', ['Mutation.createPost(condition)']],
  ['a missing field', /\n\s+published: Boolean\n/, '\n', ['Post.published']],
  ['a missing enum value', /\n\s+DESC\n/, '\n', ['ModelSortDirection.DESC']],
  ['other directive arguments', '["createPost"]', '["updatePost"]', ['Subscription.onCreatePost']],
  ['a type more', 'type Query {', 'type More { more: String }\n\ntype Query {', ['More']],
  ['another kind of type', 'input DeletePostInput', 'type DeletePostInput', ['DeletePostInput']],
  ['an argument default', 'limit: Int,', 'limit: Int = 100,', ['Query.listPosts(limit)']],
];

for (const [what, from, to, expected] of schemaChanges) {
  test(`schema comparison reports ${what}`, () => {
    assert.deepEqual(paths(changedSchema(from, to)), expected);
  });
}

test('schema comparison ignores order', () => {
  const definitions = seedSchema.split(/\n\n+(?=type|input|enum)/).reverse().join('\n\n');
  assert.deepEqual(compareSchemas(seedSchema, definitions.replace('@aws_iam @aws_cognito_user_pools', '@aws_cognito_user_pools @aws_iam')), []);
});

test('schema validation reports an unknown type, an unknown directive and a syntax error', () => {
  assert.match(validateAppSyncSchema(seedSchema.replace('title: String!', 'title: Text!')).join(), /Unknown type "Text"/);
  assert.match(validateAppSyncSchema(seedSchema.replace('@aws_iam', '@aws_imm')).join(), /Unknown directive "@?aws_imm"/);
  assert.match(validateAppSyncSchema('type Query {').join(), /Syntax Error/);
});

test('introspection comparison reports a changed model', async () => {
  const sdl = peerModelSchema(peers('seed'));
  const changed = await introspectionOf(sdl.replace('title: String!', 'title: String'));
  assert.deepEqual(paths(diff(peerIntrospection(peers('seed')), changed)), ['models/Post/fields/title/isRequired']);
});

// Templates. Each change gets a fresh copy of an assembly, and the one resource it is about.

const only = (assembly, type, matches = () => true) => {
  const found = resources(assembly, type).filter(({ id, resource }) => matches(resource.Properties, id));
  assert.equal(found.length, 1, `${found.length} resources of type ${type}`);
  return found[0].resource;
};

function changed(change, name = 'rules') {
  const assembly = peers(name);
  change(assembly);
  return assembly;
}

const outputChanges = [
  ['a renamed output', ({ Outputs }) => {
    Outputs.poolId = Outputs.userPoolId;
    delete Outputs.userPoolId;
  }, ['Outputs/poolId', 'Outputs/userPoolId']],
  ['another literal', ({ Outputs }) => { Outputs.groups.Value = '["A"]'; }, ['Outputs/groups']],
  ['another reference', ({ Outputs }) => { Outputs.webClientId = Outputs.userPoolId; }, ['Outputs/webClientId']],
  ['a dangling reference', ({ Outputs }) => { Outputs.userPoolId.Value['Fn::GetAtt'][1] = 'Outputs.none'; }, ['Outputs/userPoolId']],
  ['another list of outputs', ({ Metadata }) => { Metadata['AWS::Amplify::Auth'].stackOutputs.pop(); }, ['Metadata/AWS::Amplify::Auth/stackOutputs']],
  ['a missing category', ({ Metadata }) => { delete Metadata['AWS::Amplify::GraphQL']; }, ['Metadata/AWS::Amplify::GraphQL']],
];

for (const [what, change, expected] of outputChanges) {
  test(`output comparison reports ${what}`, () => {
    assert.deepEqual(paths(compareOutputs(peers('rules'), changed(({ root }) => change(root.template)))), expected);
  });
}

const isGuestRole = (properties) => JSON.stringify(properties).includes('"unauthenticated"');

const resourceChanges = [
  ['another password policy', (assembly) => {
    only(assembly, 'AWS::Cognito::UserPool').Properties.Policies.PasswordPolicy.MinimumLength = 6;
  }, ['AWS::Cognito::UserPool/Properties/Policies/PasswordPolicy/MinimumLength']],
  ['a missing tag', (assembly) => {
    only(assembly, 'AWS::Cognito::IdentityPool').Properties.IdentityPoolTags.pop();
  }, ['AWS::Cognito::IdentityPool/Properties/IdentityPoolTags/created-by']],
  ['another trust policy', (assembly) => {
    const [statement] = only(assembly, 'AWS::IAM::Role', isGuestRole).Properties.AssumeRolePolicyDocument.Statement;
    delete statement.Condition.StringEquals;
  }, ['AWS::IAM::Role[unauthenticated]/Properties/AssumeRolePolicyDocument/0']],
  ['exchanged roles', (assembly) => {
    const { Roles } = only(assembly, 'AWS::Cognito::IdentityPoolRoleAttachment').Properties;
    [Roles.authenticated, Roles.unauthenticated] = [Roles.unauthenticated, Roles.authenticated];
  }, ['AWS::Cognito::IdentityPoolRoleAttachment/Properties/Roles/authenticated', 'AWS::Cognito::IdentityPoolRoleAttachment/Properties/Roles/unauthenticated']],
  ['a permission less', (assembly) => {
    const policy = only(assembly, 'AWS::IAM::ManagedPolicy', (_, id) => id.includes('UnauthRolePolicy01'));
    policy.Properties.PolicyDocument.Statement[0].Resource.shift();
  }, ['AWS::IAM::Role[unauthenticated]/permissions/Allow appsync:GraphQL on arn:${AWS::Partition}:appsync:${AWS::Region}:${AWS::AccountId}:apis/${AWS::AppSync::GraphQLApi.ApiId}/types/DefaultScalar/*']],
  ['another authorization mode', (assembly) => {
    only(assembly, 'AWS::AppSync::GraphQLApi').Properties.AdditionalAuthenticationProviders.reverse();
  }, ['AWS::AppSync::GraphQLApi/Properties/AdditionalAuthenticationProviders/0/AuthenticationType', 'AWS::AppSync::GraphQLApi/Properties/AdditionalAuthenticationProviders/1/AuthenticationType']],
  ['an expiry that is no number', (assembly) => {
    only(assembly, 'AWS::AppSync::ApiKey').Properties.Expires = 'never';
  }, ['AWS::AppSync::ApiKey/Properties/Expires']],
  ['a kept resource', (assembly) => {
    only(assembly, 'AWS::Cognito::UserPool').DeletionPolicy = 'Retain';
  }, ['AWS::Cognito::UserPool/DeletionPolicy']],
  ['a missing resource', (assembly) => {
    const stack = assembly.stacks.find(({ template }) => Object.values(template.Resources).some(({ Type }) => Type === 'AWS::AppSync::ApiKey'));
    const [id] = Object.entries(stack.template.Resources).find(([, { Type }]) => Type === 'AWS::AppSync::ApiKey');
    delete stack.template.Resources[id];
  }, ['AWS::AppSync::ApiKey']],
  ['another key of a table', (assembly) => {
    only(assembly, 'Custom::AmplifyDynamoDBTable', (_, id) => id === 'TicketTable').Properties.keySchema[0].attributeName = 'key';
  }, ['AWS::DynamoDB::Table[Ticket]/Properties/KeySchema/0/AttributeName']],
  ['provisioned billing', (assembly) => {
    only(assembly, 'AWS::CloudFormation::Stack', (_, id) => id.includes('Ticket')).Properties.Parameters.DynamoDBBillingMode = 'PROVISIONED';
  }, ['AWS::DynamoDB::Table[Ticket]/Properties/BillingMode', 'AWS::DynamoDB::Table[Ticket]/Properties/ProvisionedThroughput']],
];

for (const [what, change, expected] of resourceChanges) {
  test(`resource comparison reports ${what}`, () => {
    assert.deepEqual(paths(compareResources(peers('rules'), changed(change))), expected);
  });
}

const dataStack = ({ stacks }) => stacks.find(({ template }) => Object.values(template.Resources).some(({ Type }) => Type === 'AWS::AppSync::GraphQLApi'));

const defects = [
  ['an undefined reference', (assembly) => {
    only(assembly, 'AWS::Cognito::UserPoolClient').Properties.UserPoolId.Ref = 'nowhere';
  }, /reference to undefined nowhere/],
  ['an unknown attribute', (assembly) => {
    only(assembly, 'AWS::AppSync::GraphQLSchema').Properties.ApiId['Fn::GetAtt'][1] = 'Id';
  }, /has no attribute Id/],
  ['an unknown property', (assembly) => {
    only(assembly, 'AWS::Cognito::UserPool').Properties.Passwords = 1;
  }, /\/Passwords: unknown property/],
  ['a missing required property', (assembly) => {
    delete only(assembly, 'AWS::Cognito::UserPoolClient').Properties.UserPoolId;
  }, /\/UserPoolId: missing, but required/],
  ['a value of the wrong type', (assembly) => {
    only(assembly, 'AWS::Cognito::UserPool').Properties.Schema = 'email';
  }, /\/Schema: expected a list/],
  ['an unknown resource type', (assembly) => {
    only(assembly, 'AWS::Cognito::UserPool').Type = 'AWS::Cognito::Pool';
  }, /unknown type AWS::Cognito::Pool/],
  ['an output that a nested stack does not have', (assembly) => {
    assembly.root.template.Outputs.userPoolId.Value['Fn::GetAtt'][1] = 'Outputs.none';
  }, /has no attribute Outputs\.none/],
  ['a parameter that is not given', (assembly) => {
    dataStack(assembly).template.Parameters.more = { Type: 'String' };
  }, /parameter more of the nested stack is not given/],
  ['a parameter that is not declared', (assembly) => {
    assembly.root.template.Resources[dataStack(assembly).id].Properties.Parameters.more = 'x';
  }, /nested stack has no parameter more/],
  ['a cycle', (assembly) => {
    const { Resources } = dataStack(assembly).template;
    const [id] = Object.entries(Resources).find(([, { Type }]) => Type === 'AWS::AppSync::GraphQLSchema');
    only(assembly, 'AWS::AppSync::GraphQLApi').DependsOn = id;
  }, /cycle .* → /],
  ['an asset that is not published', ({ assets }) => {
    assets.delete([...assets.keys()].find((key) => key.endsWith('.graphql')));
  }, /\.graphql is not published/],
  ['an asset without a file', ({ assets }) => {
    [...assets.values()][0].path = 'nowhere.json';
  }, /there is no nowhere\.json/],
  ['a manifest against its schema', ({ manifest, stackName }) => {
    delete manifest.artifacts[stackName].type;
  }, /manifest\.json.*required property 'type'/],
  ['an asset manifest against its schema', ({ assetManifests: [{ content }] }) => {
    Object.values(content.files)[0].destinations = 'here';
  }, /assets\.json.*must be object/],
];

for (const [what, change, expected] of defects) {
  test(`assembly check reports ${what}`, () => {
    assert.match(checkAssembly(changed(change)).join('\n'), expected);
  });
}

test('accepted differences cover what they name, and go stale', () => {
  const entry = { backend: 'seed', test: 'outputs', path: /^Outputs\/a$/, peer: /^x/, ours: undefined, reason: '' };
  const accepted = new Accepted('outputs', [entry]);
  const difference = { path: 'Outputs/a', peer: 'xy', ours: undefined };
  assert.deepEqual(accepted.rest('todo', [difference]), [difference]);
  assert.deepEqual(accepted.rest('seed', [{ ...difference, ours: 'z' }]).length, 1);
  assert.deepEqual(accepted.stale(), [entry]);
  assert.deepEqual(accepted.rest('seed', [difference]), []);
  assert.deepEqual(accepted.stale(), []);
});
