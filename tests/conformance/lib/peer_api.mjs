// SPDX-License-Identifier: Apache-2.0
// What Amplify for TypeScript makes of `defineData`, by its construct for the API alone: without the
// rest of the backend and without synthesis, it takes a fraction of the time.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { register } from 'tsx/esm/api';
import { temporaryDirectory } from './backends.mjs';
import { asDynamoDbTable, canonicalTable } from './tables.mjs';

const require = createRequire(import.meta.url);
const { AmplifyData, AmplifyDataDefinition } = require('@aws-amplify/data-construct');
const { generateModelsSync } = require('@aws-amplify/graphql-generator');
const { App, Stack } = require('aws-cdk-lib');
const { UserPool } = require('aws-cdk-lib/aws-cognito');
const { Role, ServicePrincipal } = require('aws-cdk-lib/aws-iam');
const { Function } = require('aws-cdk-lib/aws-lambda');
// Its own rules for the modes, which the package doesn't export.
const { convertAuthorizationModesToCDK } = await import('../node_modules/@aws-amplify/backend-data/lib/convert_authorization_modes.js');

register();
let directory;

/** The properties given to the `defineData` that a module exports as `data`, and its export `auth`. */
export async function importData(url) {
  const { data, auth } = await import(url);
  // Amplify allows a process one call; here each module stands for a program of its own.
  data.constructor.factoryCount = 0;
  return { ...data.props, auth: auth !== undefined };
}

/** The SDL with Amplify's directives that a schema stands for. */
export const directiveSchema = (schema) =>
  typeof schema === 'string' ? schema : (schema.schemas ?? [schema]).map((part) => part.transform().schema).join('\n\n');

/**
 * The GraphQL schema for AppSync, the introspection and the tables of an API.
 * @param {{ schema: unknown, authorizationModes?: object, auth: boolean }} data
 */
export function peerApi({ schema, authorizationModes, auth }) {
  const sdl = directiveSchema(schema);
  directory ??= temporaryDirectory();
  const stack = new Stack(new App({ outdir: directory }), 'Stack');
  const modes = convertAuthorizationModesToCDK({}, auth ? signIn(stack) : undefined, withFunction(stack, authorizationModes));
  const api = quietly(
    () =>
      new AmplifyData(stack, 'amplifyData', {
        apiName: 'amplifyData',
        definition: AmplifyDataDefinition.fromString(sdl, { dbType: 'DYNAMODB', provisionStrategy: 'AMPLIFY_TABLE' }),
        authorizationModes: modes,
        translationBehavior: { sandboxModeEnabled: !auth && !authorizationModes, allowDestructiveGraphqlSchemaUpdates: true },
      }),
  );
  return {
    sdl,
    schema: graphqlSchema(stack, api),
    introspection: JSON.parse(generateModelsSync({ schema: sdl, target: 'introspection' })['model-introspection.json']),
    tables: tables(stack, api),
    defaultMode: modes.defaultAuthorizationMode,
  };
}

function signIn(stack) {
  const role = (id) => new Role(stack, id, { assumedBy: new ServicePrincipal('cognito-identity.amazonaws.com') });
  return {
    userPool: new UserPool(stack, 'UserPool'),
    identityPoolId: 'identity-pool',
    authenticatedUserRole: role('SignedIn'),
    unauthenticatedUserRole: role('Guest'),
  };
}

/** Any function stands for the authorizer. */
function withFunction(stack, modes) {
  if (!modes?.lambdaAuthorizationMode) return modes;
  const lambda = Function.fromFunctionArn(stack, 'Authorizer', 'arn:aws:lambda:eu-west-1:123456789012:function:authorizer');
  return {
    ...modes,
    lambdaAuthorizationMode: { ...modes.lambdaAuthorizationMode, function: { getInstance: () => ({ resources: { lambda } }) } },
  };
}

/** The asset appears in the tree when its location is asked for. */
function graphqlSchema(stack, api) {
  stack.resolve(api.resources.cfnResources.cfnGraphqlSchema.definitionS3Location);
  const asset = api.node.findAll().find(({ assetPath }) => assetPath?.endsWith('.graphql'));
  return readFileSync(resolve(directory, asset.assetPath), 'utf8');
}

/** Keys and indexes by model. */
function tables(stack, api) {
  const found = api.node.findAll().filter(({ cfnResourceType }) => cfnResourceType === 'Custom::AmplifyDynamoDBTable');
  return Object.fromEntries(
    found.map((resource) => {
      const [{ Properties }] = Object.values(stack.resolve(resource._toCloudFormation()).Resources);
      const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes } = canonicalTable(asDynamoDbTable(Properties));
      const indexes = GlobalSecondaryIndexes?.map(({ ProvisionedThroughput, ...index }) => index);
      return [resource.node.path.split('/').at(-3).replace(/Table$/, ''), { KeySchema, AttributeDefinitions, ...(indexes && { GlobalSecondaryIndexes: indexes }) }];
    }),
  );
}

/** The construct warns about deprecations and the like, which are no concern of the tests. */
function quietly(action) {
  const { log, warn } = console;
  console.log = console.warn = () => {};
  try {
    return action();
  } finally {
    Object.assign(console, { log, warn });
  }
}
