// SPDX-License-Identifier: Apache-2.0
// The accepted differences from Amplify for TypeScript. A difference that no entry covers fails its
// test, and so does an entry that covers nothing.
//
//   backend  a backend's name, or '*'
//   test     the test that finds the difference: schema, introspection, outputs, resources
//   path     matches the place, as the test prints it
//   peer     what the peer has there: a value, a RegExp for a string, or undefined for nothing
//   ours     what we have there, likewise
//   reason   why it is right
export const differences = [
  {
    backend: '*',
    test: 'outputs',
    path: /^Outputs\/amplifyApiModelSchemaS3Uri$/,
    peer: /^s3:\/\/.*\/model-schema\.graphql$/,
    ours: 's3://cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}/<asset>.graphql',
    reason: 'The output points at the published asset: no bucket and no deployment to copy it to.',
  },
  {
    backend: '*',
    test: 'resources',
    path: /^AWS::DynamoDB::Table\[\w+\]\/Type$/,
    peer: 'Custom::AmplifyDynamoDBTable',
    ours: 'AWS::DynamoDB::Table',
    reason: 'CloudFormation creates the tables itself: no custom resource and no function behind it.',
  },
  {
    backend: '*',
    test: 'resources',
    path: /^AWS::DynamoDB::Table\[\w+\]\/Properties\/Tags$/,
    peer: undefined,
    ours: { 'amplify:deployment-type': 'sandbox', 'amplify:friendly-name': 'amplifyData', 'created-by': 'amplify' },
    reason: 'The tables carry the tags of all other resources; the custom resource of the peer has none.',
  },
  {
    backend: 'functions',
    test: 'resources',
    path: /^AWS::Lambda::Function\[[\w-]+\]\/Properties\/Environment$/,
    peer: { Variables: { AMPLIFY_SSM_ENV_CONFIG: '{}' } },
    ours: undefined,
    reason: 'The variable is there where a function has parameters to fetch.',
  },
  {
    backend: 'functions',
    test: 'resources',
    path: /^AWS::Lambda::Function\[say-hello\]\/Properties\/Environment\/Variables\/AMPLIFY_SSM_ENV_CONFIG$/,
    peer: '{}',
    ours: undefined,
    reason: 'The variable is there where a function has parameters to fetch.',
  },
  {
    backend: 'functions',
    test: 'resources',
    path: /^AWS::Lambda::Function\[kitchen-sink\]\/Properties\/Layers\/1$/,
    peer: 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:layer:SharpLayer:1',
    ours: 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:layer:SharpLayer:1',
    reason: 'There are other partitions than `aws`.',
  },
  {
    backend: 'functions',
    test: 'resources',
    path: /^AWS::IAM::Role\[(function say-hello|schedules of [\w-]+)\]\/Properties\/Tags\/amplify:friendly-name$/,
    peer: undefined,
    ours: /^[\w-]+$/,
    reason: 'All that belongs to a function has its name as a tag.',
  },
  {
    backend: 'functions',
    test: 'resources',
    path: /^AWS::Lambda::Version\[function durable\]\/Properties\/Description$/,
    peer: undefined,
    ours: /^[0-9a-f]{16}$/,
    reason: 'A change of the function makes another version by its description, not by its logical id.',
  },
  {
    backend: 'functions',
    test: 'resources',
    path: /^AWS::Scheduler::Schedule\[\w+\]\/Properties\/Target\/RetryPolicy$/,
    peer: { MaximumEventAgeInSeconds: 86400, MaximumRetryAttempts: 185 },
    ours: undefined,
    reason: 'These are the defaults of the service.',
  },
  {
    backend: 'rules',
    test: 'resources',
    path: /^AWS::AppSync::GraphQLApi\/Properties\/EnvironmentVariables$/,
    peer: undefined,
    ours: {
      AUTHENTICATED_ROLE_ARN:
        'arn:${AWS::Partition}:sts::${AWS::AccountId}:assumed-role/${AWS::IAM::Role[authenticated]}/CognitoIdentityCredentials',
      IDENTITY_POOL_ID: '${AWS::Cognito::IdentityPool.Id}',
      UNAUTHENTICATED_ROLE_ARN:
        'arn:${AWS::Partition}:sts::${AWS::AccountId}:assumed-role/${AWS::IAM::Role[unauthenticated]}/CognitoIdentityCredentials',
    },
    reason: 'Resolvers read the roles from the environment, so that their source is the same in every deployment.',
  },
  {
    backend: 'rules',
    test: 'resources',
    path: /^AWS::IAM::Role\[authenticated\]\/permissions\/Allow appsync:GraphQL on .*\/types\/(\w+\/fields\/\w*)?(DefaultScalars?|EachItsOwns?|ListOnly|ListOnlies|Tickets?|UpdateDeletes?)(\/\*)?$/,
    peer: true,
    ours: undefined,
    reason: 'A guest rule alone lets no signed-in identity in, so its role need not reach these models.',
  },
  {
    backend: 'rules',
    test: 'resources',
    path: /^AWS::IAM::Role\[authenticated\]\/permissions\/Allow appsync:GraphQL on .*\/types\/Mutation\/fields\/(update|delete)SignedInIdentity$/,
    peer: true,
    ours: undefined,
    reason: 'The rule grants create and read.',
  },
  {
    backend: 'rules',
    test: 'resources',
    path: /^AWS::IAM::Role\[unauthenticated\]\/permissions\/Allow appsync:GraphQL on .*\/fields\/((create|update|delete|onCreate|onUpdate|onDelete)(AnyIdentity|EachItsOwn|ListOnly)|get(EachItsOwn|ListOnly)|(create|update|delete)Ticket|(create|get|list|onCreate|onUpdate|onDelete)UpdateDeletes?)$/,
    peer: true,
    ours: undefined,
    reason: 'Guests may call what the rules grant them: listing EachItsOwn and ListOnly, reading Ticket, get and list of AnyIdentity, update and delete of UpdateDelete.',
  },
  {
    backend: 'auth_federated',
    test: 'resources',
    path: /^AWS::Cognito::UserPoolIdentityProvider\[Corp\]\/Properties\/ProviderDetails\/IDPSignout$/,
    peer: false,
    ours: 'false',
    reason: 'Details of providers are texts.',
  },
  {
    backend: 'auth_reference',
    test: 'outputs',
    path: /^Outputs\/(groups|passwordlessOptions)$/,
    peer: undefined,
    ours: /^\$\{Custom::AmplifyRefAuth\.(groups|passwordlessOptions)\}$/,
    reason: 'Clients of a pool made elsewhere learn of its groups, and of sign-in without a password, as others do.',
  },
  {
    backend: 'auth_reference',
    test: 'outputs',
    path: /^Metadata\/AWS::Amplify::Auth\/stackOutputs$/,
    peer: [
      'userPoolId', 'webClientId', 'identityPoolId', 'authRegion', 'allowUnauthenticatedIdentities', 'signupAttributes',
      'usernameAttributes', 'verificationMechanisms', 'passwordPolicyMinLength', 'passwordPolicyRequirements',
      'mfaConfiguration', 'mfaTypes', 'socialProviders', 'oauthCognitoDomain', 'oauthScope', 'oauthRedirectSignIn',
      'oauthRedirectSignOut', 'oauthResponseType', 'oauthClientId',
    ],
    ours: [
      'userPoolId', 'webClientId', 'identityPoolId', 'authRegion', 'allowUnauthenticatedIdentities', 'signupAttributes',
      'usernameAttributes', 'verificationMechanisms', 'passwordPolicyMinLength', 'passwordPolicyRequirements',
      'mfaConfiguration', 'mfaTypes', 'passwordlessOptions', 'socialProviders', 'oauthCognitoDomain', 'oauthScope',
      'oauthRedirectSignIn', 'oauthRedirectSignOut', 'oauthResponseType', 'oauthClientId', 'groups',
    ],
    reason: 'The same two outputs.',
  },
  {
    backend: 'auth_reference',
    test: 'resources',
    path: /^AWS::AppSync::GraphQLApi\/Properties\/EnvironmentVariables$/,
    peer: undefined,
    ours: {
      AUTHENTICATED_ROLE_ARN:
        'arn:${AWS::Partition}:sts::${AWS::AccountId}:assumed-role/signed-in/CognitoIdentityCredentials',
      IDENTITY_POOL_ID: 'us-east-1:11111111-2222-3333-4444-555555555555',
      UNAUTHENTICATED_ROLE_ARN:
        'arn:${AWS::Partition}:sts::${AWS::AccountId}:assumed-role/guest/CognitoIdentityCredentials',
    },
    reason: 'Resolvers read the roles from the environment, so that their source is the same in every deployment.',
  },
  {
    backend: 'auth_reference',
    test: 'resources',
    path: /^role guest\/Allow appsync:GraphQL on .*\/types\/Mutation\/fields\/(create|update|delete)Note$/,
    peer: true,
    ours: undefined,
    reason: 'The rule lets guests read.',
  },
];
