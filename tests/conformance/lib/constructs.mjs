// SPDX-License-Identifier: Apache-2.0
// What a template means, whatever its logical ids are.
import { policyLines } from './policies.mjs';

const policyTypes = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'];

/** Resources by type and place, references by what they refer to, policies by their lines. */
export function meaning({ Resources }) {
  const names = new Map(Object.entries(Resources).map(([id, resource]) => [id, nameOf(id, resource, Resources)]));

  const plain = (value) => {
    if (Array.isArray(value)) return value.map(plain);
    if (value === null || typeof value !== 'object') return value;
    if (typeof value.Ref === 'string') return `\${${names.get(value.Ref) ?? value.Ref}}`;
    if (value['Fn::GetAtt']) return `\${${names.get(value['Fn::GetAtt'][0])}.${value['Fn::GetAtt'][1]}}`;
    if (value['Fn::Join']) return value['Fn::Join'][1].map(plain).join(value['Fn::Join'][0]);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, item && key.endsWith('PolicyDocument') ? lines(item) : plain(item)]));
  };
  const lines = (document) => policyLines(plain({ Statement: document.Statement }));

  const resources = {};
  const permissions = {};
  for (const [id, { Type, Properties, DeletionPolicy }] of Object.entries(Resources)) {
    if (Type === 'AWS::CDK::Metadata') continue;
    if (policyTypes.includes(Type)) {
      for (const role of plain(Properties.Roles ?? [])) {
        permissions[role] = [...new Set([...(permissions[role] ?? []), ...lines(Properties.PolicyDocument)])].sort();
      }
      continue;
    }
    // Mappings and the like exist for two others: what they say of those is their name.
    const key = linking.includes(Type) ? `${Type} ${JSON.stringify(plain(linked(Properties)))}` : names.get(id);
    resources[key] = plain({ ...Properties, ...(DeletionPolicy === 'Retain' && { DeletionPolicy }) });
  }
  return { resources, permissions };
}

const linking = ['AWS::Lambda::Permission', 'AWS::SNS::Subscription', 'AWS::Lambda::EventSourceMapping', 'AWS::Lambda::Url'];

/** Parts of an API are called after what they are for. */
const nameOf = (id, { Type, Properties }, resources) => {
  const property = {
    'AWS::ApiGateway::Resource': 'PathPart',
    'AWS::ApiGateway::Authorizer': 'Name',
    'AWS::ApiGateway::Stage': 'StageName',
    'AWS::ApiGatewayV2::Authorizer': 'Name',
    'AWS::ApiGatewayV2::Route': 'RouteKey',
  }[Type];
  if (Type === 'AWS::ApiGateway::Method') return `${Type} ${Properties.HttpMethod} ${resources[Properties.ResourceId.Ref].Properties.PathPart}`;
  if (['AWS::ApiGateway::Deployment', 'AWS::ApiGatewayV2::Integration'].includes(Type)) return Type;
  return `${Type} ${property ? Properties[property] : withoutHash(id)}`;
};

const linked = ({ Action, EventSourceArn, Endpoint, FunctionName, SourceArn, TargetFunctionArn, TopicArn }) => ({
  Action, EventSourceArn, Endpoint, FunctionName, SourceArn, TargetFunctionArn, TopicArn,
});

const withoutHash = (id) => id.replace(/[0-9A-F]{8}$/, '');
