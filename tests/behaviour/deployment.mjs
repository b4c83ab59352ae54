// SPDX-License-Identifier: Apache-2.0
// What CloudFormation would make of an assembly, as far as an API has to do with it.
import { createHash } from 'node:crypto';
import { graphqlSchema, readLocation, resources } from '../conformance/lib/assembly.mjs';
import { asDynamoDbTable } from '../conformance/lib/tables.mjs';

const pseudo = {
  'AWS::AccountId': '123456789012',
  'AWS::Partition': 'aws',
  'AWS::Region': 'us-east-1',
  'AWS::StackId': 'stack',
  'AWS::StackName': 'app',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::NoValue': undefined,
};
export const account = pseudo['AWS::AccountId'];
export const region = pseudo['AWS::Region'];

/** Of either implementation, so that tables, pools and roles have the same names in both. */
const apiId = 'behaviourapi';
const userPoolId = `${region}_users`;
const identityPoolId = `${region}:11111111-2222-3333-4444-555555555555`;

/**
 * @typedef {object} Deployment  plain data: all that the executor knows of a backend
 * @property {string} schema           SDL for AppSync
 * @property {string[]} modes          AppSync's names of the modes of authorization, the default one first
 * @property {object} environment      environment variables of resolvers
 * @property {object} identityPool     `{ id, authenticated, unauthenticated }`: role ids
 * @property {object} roles            role id → policy statements
 * @property {object[]} tables         as CreateTable takes them
 * @property {object} dataSources      name → `{ name, type, tableName, endpoint, role }`
 * @property {object} functions        id → `{ name, dataSource, code }` or `{ …, templates: { request, response } }`
 * @property {object[]} resolvers      `{ typeName, fieldName, dataSource, functions, code | templates }`
 */

/** @returns {Deployment} */
export function deployment(assembly) {
  const evaluate = evaluator(assembly);
  const all = (type) => resources(assembly, type).map(({ id, stack, resource }) => ({ id, key: `${stack.path}/${id}`, ...evaluate(resource.Properties ?? {}, stack) }));
  const [api] = all('AWS::AppSync::GraphQLApi');
  if (!api) throw new Error(`${assembly.directory} has no API`);
  const providers = [api, ...(api.AdditionalAuthenticationProviders ?? [])];
  const executable = (kind) => all(kind).map((properties) => ({ ...properties, ...source(properties, assembly) }));
  return {
    schema: graphqlSchema(assembly),
    modes: providers.map(({ AuthenticationType }) => AuthenticationType),
    environment: api.EnvironmentVariables ?? {},
    identityPool: identityPool(all('AWS::Cognito::IdentityPoolRoleAttachment')[0]),
    roles: policies(assembly, evaluate),
    tables: [
      ...all('AWS::DynamoDB::Table'),
      ...all('Custom::AmplifyDynamoDBTable').map(asDynamoDbTable),
    ].map(createTable),
    dataSources: Object.fromEntries(all('AWS::AppSync::DataSource').map(dataSource)),
    functions: Object.fromEntries(executable('AWS::AppSync::FunctionConfiguration').map(({ key, Name, DataSourceName, code, templates }) =>
      [key, { name: Name, dataSource: DataSourceName, code, templates }])),
    resolvers: executable('AWS::AppSync::Resolver').map(({ TypeName, FieldName, DataSourceName, PipelineConfig, code, templates }) =>
      ({ typeName: TypeName, fieldName: FieldName, dataSource: DataSourceName, functions: PipelineConfig?.Functions, code, templates })),
  };
}

/** A resolver's JavaScript or its two templates. */
function source(properties, assembly) {
  const read = (name) => properties[name] ?? (properties[`${name}S3Location`] && readLocation(assembly, properties[`${name}S3Location`]));
  const code = read('Code');
  return code === undefined
    ? { templates: { request: read('RequestMappingTemplate'), response: read('ResponseMappingTemplate') } }
    : { code };
}

function dataSource({ Name, Type, DynamoDBConfig, HttpConfig, ServiceRoleArn }) {
  return [Name, { name: Name, type: Type, tableName: DynamoDBConfig?.TableName, endpoint: HttpConfig?.Endpoint, role: nameOfRole(ServiceRoleArn) }];
}

function createTable({ id, TableName, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes = [] }) {
  const indexes = GlobalSecondaryIndexes.map(({ IndexName, KeySchema: keys, Projection }) => ({ IndexName, KeySchema: keys, Projection }));
  return {
    TableName: TableName ?? id,
    AttributeDefinitions,
    KeySchema,
    BillingMode: 'PAY_PER_REQUEST',
    ...(indexes.length > 0 ? { GlobalSecondaryIndexes: indexes } : {}),
  };
}

const nameOfRole = (arn) => arn?.split('/').at(-1);

function identityPool(attachment) {
  const { authenticated, unauthenticated } = attachment?.Roles ?? {};
  return { id: identityPoolId, authenticated: nameOfRole(authenticated), unauthenticated: nameOfRole(unauthenticated) };
}

/** Role id → the statements of its inline, attached and managed policies. */
function policies(assembly, evaluate) {
  const roles = {};
  const grant = (role, document) => (roles[role] ??= []).push(...[document.Statement].flat());
  for (const { id, stack, resource } of resources(assembly)) {
    const properties = () => evaluate(resource.Properties ?? {}, stack);
    if (resource.Type === 'AWS::IAM::Role') {
      for (const { PolicyDocument } of properties().Policies ?? []) grant(evaluate({ Ref: id }, stack), PolicyDocument);
    } else if (['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'].includes(resource.Type)) {
      const { Roles, RoleName, PolicyDocument } = properties();
      for (const role of [Roles ?? RoleName].flat()) grant(role, PolicyDocument);
    }
  }
  return roles;
}

/** Turns intrinsic functions into what CloudFormation would make of them. */
function evaluator(assembly) {
  const short = (stack, id) => `${id.slice(0, 40)}-${createHash('sha256').update(`${stack.path}/${id}`).digest('hex').slice(0, 8)}`;

  function evaluate(value, stack) {
    if (Array.isArray(value)) return value.map((item) => evaluate(item, stack)).filter((item) => item !== undefined);
    if (value === null || typeof value !== 'object') return value;
    const [name, ...others] = Object.keys(value);
    if (others.length === 0 && functions[name]) return functions[name](value[name], stack);
    const entries = Object.entries(value).map(([key, item]) => [key, evaluate(item, stack)]);
    return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
  }

  const functions = {
    Ref: reference,
    'Fn::GetAtt': (path, stack) => attribute([path].flat().join('.'), stack),
    'Fn::Join': ([separator, items], stack) => evaluate(items, stack).join(separator),
    'Fn::Select': ([index, items], stack) => evaluate(items, stack)[Number(index)],
    'Fn::Split': ([separator, text], stack) => evaluate(text, stack).split(separator),
    'Fn::If': ([name, met, otherwise], stack) => evaluate(condition(stack.template.Conditions[name], stack) ? met : otherwise, stack),
    'Fn::Sub': (given, stack) => {
      const [text, variables = {}] = [given].flat();
      return text.replace(/\$\{([^!}][^}]*)\}/g, (_, name) => {
        if (name in variables) return evaluate(variables[name], stack);
        return name.includes('.') ? functions['Fn::GetAtt'](name, stack) : reference(name, stack);
      });
    },
  };

  function reference(id, stack) {
    if (id in pseudo) return pseudo[id];
    const given = stack.parent?.template.Resources[stack.id].Properties.Parameters?.[id];
    if (given !== undefined) return evaluate(given, stack.parent);
    if (stack.template.Parameters?.[id]) return stack.template.Parameters[id].Default ?? `parameter-${id}`;
    const { Type, Properties = {} } = stack.template.Resources[id];
    switch (Type) {
      case 'AWS::AppSync::GraphQLApi': return `arn:aws:appsync:${region}:${account}:apis/${apiId}`;
      case 'AWS::Cognito::IdentityPool': return identityPoolId;
      case 'AWS::Cognito::UserPool': return userPoolId;
      case 'AWS::DynamoDB::Table': return evaluate(Properties.TableName, stack) ?? short(stack, id);
      case 'AWS::IAM::Role': return evaluate(Properties.RoleName, stack) ?? short(stack, id);
      case 'Custom::AmplifyDynamoDBTable': return evaluate(Properties.tableName, stack);
      default: return short(stack, id);
    }
  }

  function attribute(path, stack) {
    const [id, name] = path.split(/\.(.*)/s);
    const child = stack.children[id];
    if (child) return evaluate(child.template.Outputs[name.replace('Outputs.', '')].Value, child);
    const { Type, Properties = {} } = stack.template.Resources[id];
    if (name === 'FunctionId') return `${stack.path}/${id}`;
    if (name === 'Name' && Properties.Name) return evaluate(Properties.Name, stack);
    if (name === 'ApiId') return apiId;
    const own = reference(id, stack);
    if (name.endsWith('Arn') && own.startsWith('arn:')) return own;
    switch (Type) {
      case 'AWS::IAM::Role': return name === 'Arn' ? `arn:aws:iam::${account}:role/${own}` : `${own}-id`;
      case 'AWS::DynamoDB::Table':
      case 'Custom::AmplifyDynamoDBTable': return `arn:aws:dynamodb:${region}:${account}:table/${own}${/Stream/.test(name) ? '/stream/1' : ''}`;
      default: return `arn:aws:${Type.split('::')[1].toLowerCase()}:${region}:${account}:${own}/${name}`;
    }
  }

  function condition(expression, stack) {
    if (typeof expression.Condition === 'string') return condition(stack.template.Conditions[expression.Condition], stack);
    const [[operator, operands]] = Object.entries(expression);
    const each = (operand) => condition(operand, stack);
    switch (operator) {
      case 'Fn::Equals': return evaluate(operands[0], stack) === evaluate(operands[1], stack);
      case 'Fn::Not': return !each(operands[0]);
      case 'Fn::And': return operands.every(each);
      case 'Fn::Or': return operands.some(each);
      default: throw new Error(`${operator} is no condition`);
    }
  }

  return evaluate;
}
