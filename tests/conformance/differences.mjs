// SPDX-License-Identifier: Apache-2.0
// The accepted differences from Amplify for TypeScript. A difference that no entry covers fails its
// test, and so does an entry that covers nothing.
//
//   backend  a backend's name, or '*'; of the test apps, an app's
//   test     the test that finds the difference: schema, introspection, outputs, resources, stacks, apps
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
    backend: 'escape_hatch',
    test: 'outputs',
    path: /^Outputs\/customOutputs\/custom\/API\/my(Rest|Http)Api\/endpoint$/,
    peer: /^https:\/\/\${.+}\.execute-api\.\${AWS::Region}\.\${AWS::URLSuffix}\/(\${.+}\/)?$/,
    ours: /^(https:\/\/\${.+}\.execute-api\.\${AWS::Region}\.\${AWS::URLSuffix}\/\${.+}|\${AWS::ApiGatewayV2::Api\[.*\]\.ApiEndpoint})$/,
    reason: 'The URL of an API has no slash at its end, so that paths can be put behind it.',
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
  ...['stacks', 'apps'].map((test) => ({
    backend: '*',
    test,
    path: /^resources\/AWS::SNS::TopicPolicy \w+\/PolicyDocument\/0$/,
    peer: /^Deny sns:Publish on \S+ \S+ by "\*" if {"Bool":{"aws:SecureTransport":"false"}}$/,
    ours: /^Deny sns:Publish on \S+ \S+ by {"AWS":"\*"} if {"Bool":{"aws:SecureTransport":"false"}}$/,
    reason: 'In statements of resources, both mean everyone; buckets and queues have the second in the CDK too.',
  })),
  {
    backend: 'escape_hatch',
    test: 'stacks',
    path: /^resources\/AWS::Lambda::Permission .*"SourceArn":"arn:.*:\${AWS::ApiGateway(::RestApi RestApi|V2::Api HttpApi)}\/.+\/items(\/\*|\/{proxy\+})?"}$/,
    peer: { Principal: 'apigateway.amazonaws.com' },
    ours: undefined,
    reason: "One permission an API: a function's policy has room for some fifty.",
  },
  {
    backend: 'escape_hatch',
    test: 'stacks',
    path: /^resources\/AWS::Lambda::Permission .*"SourceArn":"arn:.*\/GET\/profile"}$/,
    peer: { Principal: 'apigateway.amazonaws.com' },
    ours: undefined,
    reason: "One permission an API: a function's policy has room for some fifty.",
  },
  {
    backend: 'escape_hatch',
    test: 'stacks',
    path: /^resources\/AWS::Lambda::Permission .*"SourceArn":"arn:.*:\${AWS::ApiGateway(::RestApi RestApi|V2::Api HttpApi)}\/\*"}$/,
    peer: undefined,
    ours: { Principal: 'apigateway.amazonaws.com' },
    reason: 'That one permission.',
  },
  {
    backend: 'escape_hatch',
    test: 'stacks',
    path: /^resources\/AWS::ApiGateway::Deployment\/Description$/,
    peer: 'Automatically created by the RestApi construct',
    ours: undefined,
    reason: 'It tells users nothing.',
  },
  ...['4XX', '5XX'].map((status) => ({
    backend: 'escape_hatch',
    test: 'stacks',
    path: new RegExp(`^resources/AWS::ApiGateway::GatewayResponse RestApiErrors${status}$`),
    peer: undefined,
    ours: {
      ResponseParameters: {
        'gatewayresponse.header.Access-Control-Allow-Headers': "'Content-Type,Authorization,X-Amz-Date,X-Api-Key,X-Amz-Security-Token'",
        'gatewayresponse.header.Access-Control-Allow-Origin': "'*'",
      },
      ResponseType: `DEFAULT_${status}`,
      RestApiId: '${AWS::ApiGateway::RestApi RestApi}',
    },
    reason: 'Without the headers, scripts in a browser see no status of errors that the API makes itself.',
  })),
  {
    backend: 'escape_hatch',
    test: 'stacks',
    path: /^resources\/AWS::ApiGateway::Method OPTIONS \S+\/ApiKeyRequired$/,
    peer: false,
    ours: undefined,
    reason: 'It is the default of API Gateway.',
  },
];
