// SPDX-License-Identifier: Apache-2.0
// What templates mean, whatever their logical ids are.
import { normalizer } from './normalize.mjs';
import { policyLines } from './policies.mjs';
import { tagsAsMaps } from './tags.mjs';

const policyTypes = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'];

/**
 * Resources by type and place, with references by what they refer to, and what roles may do. Of stacks
 * that `isCompared` says no to, only the latter.
 */
export function meaning(assembly, isCompared = () => true) {
  const names = new Map(
    assembly.stacks.flatMap(({ template: { Resources = {} } }) =>
      Object.entries(Resources).map(([id, resource]) => [resource, nameOf(id, resource, Resources)]),
    ),
  );
  const normalize = normalizer(assembly, { names });
  const resources = {};
  const permissions = {};
  for (const stack of assembly.stacks) {
    for (const resource of Object.values(stack.template.Resources)) {
      const { Type, DeletionPolicy } = resource;
      if (Type === 'AWS::CDK::Metadata') continue;
      const properties = withPolicyLines(tagsAsMaps(normalize(resource.Properties ?? {}, stack)));
      if (policyTypes.includes(Type)) {
        for (const role of properties.Roles ?? []) {
          permissions[role] = [...new Set([...(permissions[role] ?? []), ...properties.PolicyDocument])].sort();
        }
        continue;
      }
      if (!isCompared(stack)) continue;
      const [key, rest] = linking.includes(Type) ? nameOfLink(Type, properties) : [names.get(resource), properties];
      resources[key] = { ...rest, ...(DeletionPolicy === 'Retain' && { DeletionPolicy }) };
    }
  }
  return { resources, permissions };
}

function withPolicyLines(value) {
  if (Array.isArray(value)) return value.map(withPolicyLines);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, item?.Statement && key.endsWith('PolicyDocument') ? policyLines(item) : withPolicyLines(item)]),
  );
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
  if (Type === 'AWS::ApiGateway::Method') return `${Type} ${Properties.HttpMethod} ${resources[Properties.ResourceId.Ref]?.Properties.PathPart ?? '/'}`;
  if (['AWS::ApiGateway::Deployment', 'AWS::ApiGatewayV2::Integration'].includes(Type)) return Type;
  return `${Type} ${property ? Properties[property] : withoutHash(id)}`;
};

/** Mappings and the like exist for two others: what they say of those is their name. */
function nameOfLink(type, { Action, EventSourceArn, Endpoint, FunctionName, SourceArn, TargetFunctionArn, TopicArn, ...rest }) {
  const ends = { Action, EventSourceArn, Endpoint, FunctionName, SourceArn, TargetFunctionArn, TopicArn };
  return [`${type} ${JSON.stringify(ends)}`, rest];
}

const withoutHash = (id) => id.replace(/[0-9A-F]{8}$/, '');
