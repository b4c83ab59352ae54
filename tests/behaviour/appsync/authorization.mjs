// SPDX-License-Identifier: Apache-2.0
// Which callers AppSync lets through to a field: the directives of the schema, the groups they name, IAM's policies,
// and what a Lambda authorizer denies.
import { graphql } from '../packages.mjs';

const modeOf = {
  aws_api_key: 'API_KEY',
  aws_iam: 'AWS_IAM',
  aws_oidc: 'OPENID_CONNECT',
  aws_lambda: 'AWS_LAMBDA',
  aws_cognito_user_pools: 'AMAZON_COGNITO_USER_POOLS',
  aws_auth: 'AMAZON_COGNITO_USER_POOLS',
};

/** Mode → the groups of which a caller has to be in one; undefined for no such list. */
function grants(node) {
  const given = (node?.directives ?? []).filter(({ name }) => modeOf[name.value]);
  return new Map(given.map(({ name, arguments: list }) => {
    const groups = list.find((argument) => argument.name.value === 'cognito_groups');
    return [modeOf[name.value], groups && graphql.valueFromASTUntyped(groups.value)];
  }));
}

/** A field's directives stand in place of its type's, and those in place of the default mode. */
export function permissionOf(type, field, defaultMode) {
  const own = grants(field.astNode);
  const inherited = own.size > 0 ? own : grants(type.astNode);
  const modes = inherited.size > 0 ? inherited : new Map([[defaultMode, undefined]]);
  return ({ mode, groups = [], statements, deniedFields = [] }) => {
    if (!modes.has(mode)) return false;
    const required = modes.get(mode);
    if (mode === 'AMAZON_COGNITO_USER_POOLS' && required?.length > 0 && !required.some((group) => groups.includes(group))) return false;
    if (statements && !isEnvelope(type) && !isAllowed(statements, type.name, field.name)) return false;
    return !deniedFields.some((denied) => denied === `${type.name}.${field.name}` || denied.endsWith(`types/${type.name}/fields/${field.name}`));
  };
}

/**
 * The page around a list of items. Amplify's policies name it only where a relation leads to it, and lists of models
 * without relations work all the same.
 */
const isEnvelope = (type) => /^Model.*Connection$/.test(type.name);

const list = (value) => (value === undefined ? [] : [value].flat());
const like = (pattern, text) => new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(text);

/** Whether IAM statements allow a field; resources may name it, or all fields of the type. */
function isAllowed(statements, typeName, fieldName) {
  const applies = ({ Action, Resource }) =>
    list(Action).some((action) => like(action, 'appsync:GraphQL')) &&
    list(Resource).some((resource) => like(resource.replace(/^.*\/types\//, ''), `${typeName}/fields/${fieldName}`));
  const found = statements.filter(applies);
  return found.length > 0 && found.every(({ Effect }) => Effect === 'Allow');
}
