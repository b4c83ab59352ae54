// SPDX-License-Identifier: Apache-2.0
// The accepted differences from the CDK: where, what it has there, what we have, and why ours is right.
const permission = (api, path, side) => {
  const ends = {
    Action: 'lambda:InvokeFunction',
    FunctionName: '${AWS::Lambda::Function Function.Arn}',
    SourceArn: `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${api}}/${path}`,
  };
  return {
    path: `resources/AWS::Lambda::Permission ${JSON.stringify(ends)}`,
    peer: undefined,
    ours: undefined,
    [side]: { Principal: 'apigateway.amazonaws.com' },
    reason: "One permission an API: a function's policy has room for some fifty.",
  };
};
const errorResponse = (status) => ({
  path: `resources/AWS::ApiGateway::GatewayResponse RestErrors${status}`,
  peer: undefined,
  ours: {
    ResponseParameters: {
      'gatewayresponse.header.Access-Control-Allow-Headers': "'Content-Type,Authorization,X-Amz-Date,X-Api-Key,X-Amz-Security-Token'",
      'gatewayresponse.header.Access-Control-Allow-Origin': "'https://example.com'",
    },
    ResponseType: `DEFAULT_${status}`,
    RestApiId: '${AWS::ApiGateway::RestApi Rest}',
  },
  reason: 'Without the headers, scripts in a browser see no status of errors that the API makes itself.',
});

export const differences = [
  permission('AWS::ApiGateway::RestApi Rest', '${AWS::ApiGateway::Stage prod}/GET/orders/*', 'peer'),
  permission('AWS::ApiGateway::RestApi Rest', '${AWS::ApiGateway::Stage prod}/POST/orders', 'peer'),
  permission('AWS::ApiGateway::RestApi Rest', '*', 'ours'),
  permission('AWS::ApiGatewayV2::Api Http', '*/*/orders/{id}', 'peer'),
  permission('AWS::ApiGatewayV2::Api Http', '*/*/orders', 'peer'),
  permission('AWS::ApiGatewayV2::Api Http', '*', 'ours'),
  errorResponse('4XX'),
  errorResponse('5XX'),
  ...['orders', '{id}'].map((part) => ({
    path: `resources/AWS::ApiGateway::Method OPTIONS ${part}/ApiKeyRequired`,
    peer: false,
    ours: undefined,
    reason: 'It is the default of API Gateway.',
  })),
  {
    path: 'resources/AWS::ApiGateway::Deployment/Description',
    peer: 'Automatically created by the RestApi construct',
    ours: undefined,
    reason: 'It tells users nothing.',
  },
  {
    path: 'permissions/${AWS::IAM::Role FunctionUrl}/0',
    peer: 'Allow lambda:InvokeFunction on ${AWS::Lambda::Function Function.Arn} if {"Bool":{"lambda:InvokedViaFunctionUrl":true}}',
    ours: 'Allow lambda:InvokeFunction on ${AWS::Lambda::Function Function.Arn} if {"Bool":{"lambda:InvokedViaFunctionUrl":"true"}}',
    reason: 'IAM keeps values of conditions as text.',
  },
  {
    path: 'resources/AWS::Kinesis::Stream Stream/RetentionPeriodHours',
    peer: 24,
    ours: undefined,
    reason: 'It is the default of Kinesis.',
  },
  {
    path: 'resources/AWS::SNS::TopicPolicy TopicPolicy/PolicyDocument/1',
    peer: 'Deny sns:Publish on ${AWS::SNS::Topic Topic} by "*" if {"Bool":{"aws:SecureTransport":"false"}}',
    ours: 'Deny sns:Publish on ${AWS::SNS::Topic Topic} by {"AWS":"*"} if {"Bool":{"aws:SecureTransport":"false"}}',
    reason: 'In statements of resources, both mean everyone; buckets and queues have the second in the CDK too.',
  },
];
