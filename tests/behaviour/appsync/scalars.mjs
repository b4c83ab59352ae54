// SPDX-License-Identifier: Apache-2.0
// AppSync's scalars: what they take, as the developer guide's "Scalar types in AWS AppSync" says.
import { isIP } from 'node:net';
import { graphql } from '../packages.mjs';

const { GraphQLError, GraphQLScalarType, Kind } = graphql;

const matches = (pattern) => (value) => typeof value === 'string' && pattern.test(value);
const day = '-?\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const clock = '(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?';
const zone = '(?:Z|[+-]\\d{2}:\\d{2}(?::\\d{2})?)';

function isDay(text) {
  const [, year, month, date] = text.match(/^(-?\d{4})-(\d\d)-(\d\d)/).map(Number);
  return new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date;
}
const isDate = (pattern) => (value) => matches(pattern)(value) && isDay(value);

const isAddress = (value) => typeof value === 'string' && isIP(value.replace(/\/\d{1,3}$/, '')) > 0;

const accepts = {
  AWSDate: isDate(new RegExp(`^${day}${zone}?$`)),
  AWSTime: matches(new RegExp(`^${clock}${zone}?$`)),
  AWSDateTime: isDate(new RegExp(`^${day}T${clock}${zone}$`)),
  AWSTimestamp: Number.isInteger,
  AWSEmail: matches(/^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/),
  AWSPhone: matches(/^\+?\d[\d ()-]{3,}\d$/),
  AWSURL: (value) => typeof value === 'string' && URL.canParse(value),
  AWSIPAddress: isAddress,
};

function scalar(name, accept) {
  const parseValue = (value) => {
    if (!accept(value)) throw new GraphQLError(`Variable value or argument '${value}' is no ${name}`);
    return value;
  };
  return new GraphQLScalarType({
    name,
    parseValue,
    parseLiteral: (node) => parseValue(node.kind === Kind.INT ? Number(node.value) : node.value),
    serialize(value) {
      if (!accept(value)) throw new GraphQLError(`Can't serialize value : Unable to serialize \`${value}\` as a valid ${name}.`);
      return value;
    },
  });
}

function parseJson(value) {
  try {
    return JSON.parse(value);
  } catch {
    throw new GraphQLError(`Unable to parse \`${value}\` as AWSJSON.`);
  }
}

/** Resolvers get what the text stands for. */
const json = new GraphQLScalarType({
  name: 'AWSJSON',
  parseValue: parseJson,
  parseLiteral: (node) => parseJson(node.kind === Kind.STRING ? node.value : undefined),
  serialize: (value) => JSON.stringify(value),
});

export const scalars = Object.fromEntries([...Object.entries(accepts).map(([name, accept]) => [name, scalar(name, accept)]), ['AWSJSON', json]]);

/** AppSync takes numbers for `ID` and gives text, as graphql-js does; what it has besides is declared here. */
export const prelude = `
  ${Object.keys(scalars).map((name) => `scalar ${name}`).join(' ')}
  directive @aws_api_key on OBJECT | FIELD_DEFINITION
  directive @aws_iam on OBJECT | FIELD_DEFINITION
  directive @aws_oidc on OBJECT | FIELD_DEFINITION
  directive @aws_lambda on OBJECT | FIELD_DEFINITION
  directive @aws_auth(cognito_groups: [String!]) on FIELD_DEFINITION
  directive @aws_cognito_user_pools(cognito_groups: [String!]) on OBJECT | FIELD_DEFINITION
  directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION
`;
