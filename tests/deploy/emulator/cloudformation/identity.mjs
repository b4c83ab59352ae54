// SPDX-License-Identifier: Apache-2.0
// The physical ids and attributes that a resource would get.
import { isCustom } from './template.mjs';
import { resourceType } from './spec.mjs';

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const hex = '0123456789abcdef';

/** ARNs that don't look like `arn:aws:service:region:account:kind/name`. */
const arns = {
  'AWS::ApiGateway::RestApi': ({ region, id }) => `arn:aws:apigateway:${region}::/restapis/${id}`,
  'AWS::AppSync::GraphQLApi': ({ region, account, id }) => `arn:aws:appsync:${region}:${account}:apis/${id}`,
  'AWS::Cognito::UserPool': ({ region, account, id }) => `arn:aws:cognito-idp:${region}:${account}:userpool/${id}`,
  'AWS::IAM::ManagedPolicy': ({ account, name }) => `arn:aws:iam::${account}:policy/${name}`,
  'AWS::IAM::Role': ({ account, name }) => `arn:aws:iam::${account}:role/${name}`,
  'AWS::Lambda::Function': ({ region, account, name }) => `arn:aws:lambda:${region}:${account}:function:${name}`,
  'AWS::Logs::LogGroup': ({ region, account, name }) => `arn:aws:logs:${region}:${account}:log-group:${name}:*`,
  'AWS::S3::Bucket': ({ name }) => `arn:aws:s3:::${name}`,
  'AWS::SNS::Topic': ({ region, account, name }) => `arn:aws:sns:${region}:${account}:${name}`,
  'AWS::SQS::Queue': ({ region, account, name }) => `arn:aws:sqs:${region}:${account}:${name}`,
  'AWS::SecretsManager::Secret': ({ region, account, name }) => `arn:aws:secretsmanager:${region}:${account}:secret:${name}`,
};

/** Ids that clients look at closely. */
const ids = {
  'AWS::ApiGateway::RestApi': (account) => account.unique(10),
  'AWS::ApiGatewayV2::Api': (account) => account.unique(10),
  'AWS::AppSync::GraphQLApi': (account) => account.unique(26),
  'AWS::Cognito::IdentityPool': (account, region) => `${region}:${uuid(account)}`,
  'AWS::Cognito::UserPool': (account, region) => `${region}_${account.unique(9)}`,
  'AWS::Cognito::UserPoolClient': (account) => account.unique(26),
  'AWS::EC2::RouteTable': (account) => `rtb-${account.unique(17, hex)}`,
  'AWS::EC2::SecurityGroup': (account) => `sg-${account.unique(17, hex)}`,
  'AWS::EC2::Subnet': (account) => `subnet-${account.unique(17, hex)}`,
  'AWS::EC2::VPC': (account) => `vpc-${account.unique(17, hex)}`,
  'AWS::EC2::VPCEndpoint': (account) => `vpce-${account.unique(17, hex)}`,
};

const uuid = (account) => [8, 4, 4, 4, 12].map((length) => account.unique(length, hex)).join('-');

/** Most characters of a name that CloudFormation makes. */
const longest = {
  'AWS::Events::Rule': 64,
  'AWS::IAM::Role': 64,
  'AWS::Lambda::Function': 64,
  'AWS::S3::Bucket': 63,
  'AWS::SQS::Queue': 80,
  'AWS::StepFunctions::StateMachine': 80,
};

/** The property that holds a resource's name: `QueueName`, `Name`, `DomainName`. */
export function nameProperty(typeName) {
  const type = resourceType(typeName);
  if (!type) return undefined;
  const kind = typeName.split('::')[2];
  const candidates = [...type.ref.filter((name) => name.endsWith('Name')), `${kind}Name`, 'Name', 'ClientName'];
  return candidates.find((name) => type.properties.has(name));
}

/** `stack-LogicalId-1A2B3C4D5E6F`, cut where the service takes less. */
function generatedName(region, type, stackName, logicalId) {
  const suffix = region.account.unique(12, upper);
  const room = (longest[type] ?? 255) - suffix.length - 2;
  const id = logicalId.slice(0, Math.max(24, room - stackName.length));
  const name = `${stackName.slice(0, room - id.length)}-${id}-${suffix}`;
  return type === 'AWS::S3::Bucket' ? name.toLowerCase() : name;
}

/** `{ physicalId, attributes }` of a new resource; attributes by name, those of custom resources on demand. */
export function identify(region, typeName, properties, stackName, logicalId) {
  const type = resourceType(typeName);
  const property = nameProperty(typeName);
  const [, service, kind] = typeName.split('::');
  const facts = {
    account: region.account.id,
    region: region.name,
    id: ids[typeName]?.(region.account, region.name) ?? region.account.unique(12),
    name: properties[property] ?? generatedName(region, typeName, stackName, logicalId),
  };
  if (isCustom(typeName) || !type) return { physicalId: facts.name, attributes: undefined };
  const arn = arns[typeName]?.(facts) ??
    `arn:aws:${service.toLowerCase()}:${region.name}:${facts.account}:${kind.toLowerCase()}/${facts.name}`;
  const valueOf = (name, valueType = 'string') => {
    if (name in properties && typeof properties[name] !== 'object') return properties[name];
    if (name === property || name === `${kind}Name` || name === 'Name') return facts.name;
    if (valueType === 'integer' || valueType === 'number') return 1;
    if (valueType === 'boolean') return false;
    if (valueType.startsWith('[')) return [`${facts.id}-${name}`];
    if (/(^|[a-z])Arn$/.test(name)) return name === 'Arn' || name === `${kind}Arn` ? arn : `${arn}/${name}`;
    if (/(Url|URL|Uri|Endpoint)$/.test(name)) return `https://${facts.id}.${service.toLowerCase()}.${region.name}.amazonaws.com/${facts.name}`;
    if (/Id$/.test(name)) return facts.id;
    return `${facts.name}-${name}`;
  };
  const attributes = Object.fromEntries([...type.attributes].map(([name, valueType]) => [name, valueOf(name, valueType)]));
  const parts = type.ref.map((name) => attributes[name] ?? valueOf(name));
  return { physicalId: String(parts.length ? parts.join('|') : facts.name), attributes };
}
