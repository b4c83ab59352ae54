// SPDX-License-Identifier: Apache-2.0
// The accepted differences from Amplify for TypeScript. A difference that no entry covers fails its
// test, and so does an entry that covers nothing.
//
//   backend  a backend's name, or '*'
//   test     the test that finds the difference: schema, introspection, outputs, resources, api, gen1,
//            random
//   path     matches the place, as the test prints it
//   peer     what the peer has there: a value, a RegExp for a string, a predicate, or undefined for
//            nothing
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
    backend: 'relations',
    test: 'gen1',
    path: /^schema\/ModelSubscriptionBlogFilterInput\.blogDraftsId$/,
    peer: 'ModelSubscriptionIDInput',
    ours: undefined,
    reason: 'The key that @hasMany adds is a field of Draft, not of Blog.',
  },
  {
    backend: 'relations',
    test: 'gen1',
    path: /^schema\/ModelSubscriptionDraftFilterInput\.blogDraftsId$/,
    peer: undefined,
    ours: 'ModelSubscriptionIDInput',
    reason: 'The key that @hasMany adds is a field of Draft, not of Blog.',
  },
  {
    backend: 'keys',
    test: 'gen1',
    path: /^introspection\/models\/Customer\/attributes\/\d\/properties\/queryField$/,
    peer: undefined,
    ours: /^customersBy\w+$/,
    reason: 'The query is there, and the peer tells clients only of those that the SDL names.',
  },
  {
    backend: 'keys',
    test: 'gen1',
    path: /^introspection\/models\/Named\/attributes\/0\/properties\/(queries\/get|mutations\/create)$/,
    peer: /^(get|create)Named$/,
    ours: undefined,
    reason: 'The names are the usual ones, so there is nothing to tell.',
  },
  {
    backend: 'keys',
    test: 'gen1',
    path: /^introspection\/models\/Order\/attributes\/0\/properties\/subscriptions$/,
    peer: { level: 'off' },
    ours: null,
    reason: 'Gen 2 has one way to say that a model has no subscriptions.',
  },
  {
    backend: 'many_to_many',
    test: 'gen1',
    path: /^introspection\/models\/(Enrolment|StudentClubs)\/attributes$/,
    peer: (attributes) => attributes.filter(({ type }) => type === 'auth').length === 2,
    ours: (attributes) => attributes.filter(({ type }) => type === 'auth').length === 1,
    reason: 'The rules of both sides are one list, as the API has them.',
  },
  {
    backend: 'many_to_many',
    test: 'gen1',
    path: /^introspection\/models\/(Enrolment|StudentClubs)\/fields\/\w+\/isRequired$/,
    peer: false,
    ours: true,
    reason: 'The API requires both keys of a pair.',
  },
  {
    backend: 'many_to_many',
    test: 'gen1',
    path: /^introspection\/models\/Enrolment\/fields\/courseCode\/type$/,
    peer: 'ID',
    ours: 'String',
    reason: "The API gives the key the type of the course's.",
  },
  {
    backend: 'enums',
    test: 'api',
    path: /^schema\/ModelShirt(Filter|Condition)Input\.all$/,
    peer: 'ModelColorInput',
    ours: 'ModelColorListInput',
    reason: 'The peer takes a required list of enums for a single value, and its filter could match no item.',
  },
  ...['api', 'random'].map((test) => ({
    backend: test === 'api' ? 'relations' : '*',
    test,
    path: /^schema\/Model\w+FilterInput\.(id|createdAt|updatedAt)$/,
    peer: undefined,
    ours: /^Model(ID|String)Input$/,
    reason: 'Without a list query, the peer forgets these fields in the filter of relations and indexes.',
  })),
  {
    backend: '*',
    test: 'random',
    path: /^schema\/Model\w+FilterInput\.\w+$/,
    peer: /^ModelE\w+Input$/,
    ours: /^ModelE\w+ListInput$/,
    reason: 'Without a list query, the peer takes a list of enums for a single value.',
  },
];
