// SPDX-License-Identifier: Apache-2.0
// Makes values of two assemblies comparable: a reference becomes the text `${what it refers to}`,
// whatever logical ids, nested stacks, parameters and outputs lie on the way.

/** The attribute that `Ref` of a resource returns: `Ref` and `Fn::GetAtt` of it are the same. */
const refAttribute = {
  'AWS::AppSync::GraphQLApi': 'Arn',
  'AWS::Cognito::IdentityPool': 'Id',
  'AWS::Cognito::UserPool': 'UserPoolId',
  'AWS::Cognito::UserPoolClient': 'ClientId',
  'AWS::Cognito::UserPoolDomain': 'Domain',
};

/** ARNs that a template may also spell out. */
const arns = {
  'AWS::AppSync::GraphQLApi': (api) =>
    `arn:\${AWS::Partition}:appsync:\${AWS::Region}:\${AWS::AccountId}:apis/\${${api}.ApiId}`,
};

/** Stands for a property that isn't there. */
const absent = Symbol('absent');

/** Returns `normalize(value, stack)` for the stacks of one assembly. `names` has what each resource is called. */
export function normalizer(assembly, { keepHashes = false, names = resourceNames(assembly) } = {}) {
  const withoutHashes = (value) => (keepHashes ? value : value.replace(/\b[0-9a-f]{64}\b/g, '<asset>'));

  function normalize(value, stack) {
    const result = visit(value, stack);
    return result === absent ? undefined : result;
  }

  function visit(value, stack) {
    if (typeof value === 'string') return withoutHashes(value);
    if (Array.isArray(value)) return value.map((item) => visit(item, stack)).filter((item) => item !== absent);
    if (value === null || typeof value !== 'object') return value;
    const [[key, argument] = []] = Object.entries(value);
    if (Object.keys(value).length === 1 && intrinsics[key]) return intrinsics[key](argument, stack);
    return Object.fromEntries(
      Object.entries(value)
        .map(([name, item]) => [name, visit(item, stack)])
        .filter(([, item]) => item !== absent),
    );
  }

  const intrinsics = {
    Ref: (name, stack) => reference(name, stack),
    'Fn::GetAtt': (target, stack) => {
      const [id, ...attribute] = Array.isArray(target) ? target : target.split('.');
      return attributeOf(id, attribute.join('.'), stack);
    },
    'Fn::Join': ([separator, items], stack) => {
      const list = visit(items, stack);
      return Array.isArray(list) ? list.map(text).join(separator) : `\${Join ${separator} ${text(list)}}`;
    },
    'Fn::Sub': (argument, stack) => {
      const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
      const replaced = template.replace(/\$\{([^!}][^}]*)\}/g, (_, name) => {
        if (name in variables) return text(visit(variables[name], stack));
        const [id, ...attribute] = name.split('.');
        return text(attribute.length ? attributeOf(id, attribute.join('.'), stack) : reference(id, stack));
      });
      return withoutHashes(replaced.replaceAll('${!', '${'));
    },
    'Fn::Select': ([index, items], stack) => {
      const list = visit(items, stack);
      return Array.isArray(list) ? list[index] : `\${Select ${index} of ${text(list)}}`;
    },
    'Fn::Split': ([separator, source], stack) => {
      const whole = text(visit(source, stack));
      return whole.includes('${') ? `\${Split at ${separator} ${whole}}` : whole.split(separator);
    },
    'Fn::If': ([name, whenTrue, whenFalse], stack) => {
      const holds = condition({ Condition: name }, stack);
      if (holds !== undefined) return visit(holds ? whenTrue : whenFalse, stack);
      return { If: [name, visit(whenTrue, stack), visit(whenFalse, stack)] };
    },
  };

  function reference(name, stack) {
    if (name === 'AWS::NoValue') return absent;
    if (name.startsWith('AWS::')) return `\${${name}}`;
    const resource = stack.template.Resources?.[name];
    if (resource) {
      const attribute = refAttribute[resource.Type];
      return attribute ? attributeOf(name, attribute, stack) : `\${${names.get(resource)}}`;
    }
    const given = stack.parent?.template.Resources[stack.id].Properties.Parameters ?? {};
    if (name in given) return visit(given[name], stack.parent);
    const parameter = stack.template.Parameters?.[name];
    if (parameter && 'Default' in parameter) return parameter.Default;
    return `\${undefined ${name}}`;
  }

  function attributeOf(id, attribute, stack) {
    const resource = stack.template.Resources?.[id];
    if (!resource) return `\${undefined ${id}.${attribute}}`;
    const child = stack.children[id];
    if (child && attribute.startsWith('Outputs.')) {
      const output = child.template.Outputs?.[attribute.slice('Outputs.'.length)];
      return output ? visit(output.Value, child) : `\${undefined ${child.path} ${attribute}}`;
    }
    const name = names.get(resource);
    return attribute === 'Arn' && arns[resource.Type] ? arns[resource.Type](name) : `\${${name}.${attribute}}`;
  }

  /** true or false, or undefined where the template alone can't tell. */
  function condition(expression, stack) {
    if (typeof expression.Condition === 'string') {
      const definition = stack.template.Conditions?.[expression.Condition];
      return definition && condition(definition, stack);
    }
    const [[operator, operands]] = Object.entries(expression);
    if (operator === 'Fn::Equals') {
      const [left, right] = operands.map((operand) => text(visit(operand, stack)));
      return left.includes('${') || right.includes('${') ? undefined : left === right;
    }
    const values = operands.map((operand) => condition(operand, stack));
    if (values.includes(undefined)) return undefined;
    return { 'Fn::Not': () => !values[0], 'Fn::And': () => values.every(Boolean), 'Fn::Or': () => values.some(Boolean) }[operator]?.();
  }

  return normalize;
}

const text = (value) => (typeof value === 'string' ? value : JSON.stringify(value));

/** What a resource is, in words that don't depend on its logical id. */
export function resourceNames(assembly) {
  const names = new Map();
  for (const stack of assembly.stacks) {
    for (const [id, resource] of Object.entries(stack.template.Resources ?? {})) {
      names.set(resource, resourceName(id, resource));
    }
    for (const { Type, Properties } of Object.values(stack.template.Resources ?? {})) {
      const role = Type === 'AWS::Cognito::UserPoolGroup' && stack.template.Resources[Properties.RoleArn?.['Fn::GetAtt']?.[0]];
      if (role) names.set(role, `AWS::IAM::Role[group ${Properties.GroupName}]`);
    }
    nameByFunction(stack.template.Resources ?? {}, names);
  }
  return names;
}

/** What exists for a function of the user's is named after it. */
function nameByFunction(resources, names) {
  const target = (value) => resources[value?.Ref ?? value?.['Fn::GetAtt']?.[0]];
  const functionOf = (resource) =>
    resource?.Type === 'AWS::Lambda::Version' ? target(resource.Properties.FunctionName) : resource;
  for (const resource of Object.values(resources)) {
    const { Type, Properties = {} } = resource;
    const own = friendlyName(resource);
    if (Type === 'AWS::Lambda::Function' && own) {
      const role = target(Properties.Role);
      if (role) names.set(role, `AWS::IAM::Role[function ${own}]`);
      const logs = target(Properties.LoggingConfig?.LogGroup);
      if (logs) names.set(logs, `AWS::Logs::LogGroup[function ${own}]`);
    }
    const called = friendlyName(functionOf(target(Properties.Target?.Arn ?? Properties.FunctionName)) ?? {});
    if (Type === 'AWS::Scheduler::Schedule' && called) {
      names.set(target(Properties.Target.RoleArn), `AWS::IAM::Role[schedules of ${called}]`);
    }
    if (Type === 'AWS::Lambda::Version' && called) names.set(resource, `AWS::Lambda::Version[function ${called}]`);
  }
}

/** The name that the user gave a function; none for those of Amplify's own. */
export function friendlyName({ Properties }) {
  const name = Properties?.Tags?.find?.(({ Key }) => Key === 'amplify:friendly-name')?.Value;
  return ['amplifyAuth', 'amplifyData'].includes(name) ? undefined : name;
}

/** `Type`, or `Type[key]` for a type that a backend has several resources of. */
function resourceName(id, resource) {
  const key = semanticKey(id, resource.Type, resource.Properties ?? {});
  const type = resource.Type === 'Custom::AmplifyDynamoDBTable' ? 'AWS::DynamoDB::Table' : resource.Type;
  return key ? `${type}[${key}]` : type;
}

const single = new Set([
  'AWS::AppSync::ApiKey',
  'AWS::AppSync::GraphQLApi',
  'AWS::AppSync::GraphQLSchema',
  'AWS::Cognito::IdentityPool',
  'AWS::Cognito::IdentityPoolRoleAttachment',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'Custom::AmplifyRefAuth',
]);

function semanticKey(id, type, properties) {
  if (single.has(type)) return undefined;
  switch (type) {
    case 'AWS::IAM::Role': return identityKind(properties) ?? id;
    case 'AWS::Lambda::Function': return friendlyName({ Properties: properties }) ?? id;
    case 'AWS::AppSync::Resolver': return `${properties.TypeName}.${properties.FieldName}`;
    case 'AWS::AppSync::DataSource':
    case 'AWS::AppSync::FunctionConfiguration': return properties.Name;
    case 'AWS::Cognito::UserPoolGroup': return properties.GroupName;
    case 'AWS::Cognito::UserPoolIdentityProvider': return properties.ProviderName;
    case 'AWS::DynamoDB::Table': return modelOfTable(properties.TableName) ?? id;
    case 'Custom::AmplifyDynamoDBTable': return modelOfTable(properties.tableName) ?? id;
    default: return id;
  }
}

/** 'authenticated' or 'unauthenticated' for a role that an identity pool hands out, and Cognito's own. */
export function identityKind(properties) {
  const [statement] = properties.AssumeRolePolicyDocument?.Statement ?? [];
  if (statement?.Principal?.Service === 'cognito-idp.amazonaws.com') return 'text messages';
  return statement?.Condition?.['ForAnyValue:StringLike']?.['cognito-identity.amazonaws.com:amr'];
}

/** Tables are named `<Model>-<api id>-NONE`. */
const modelOfTable = (name) => JSON.stringify(name ?? '').match(/"([A-Za-z0-9_]+)-/)?.[1];
