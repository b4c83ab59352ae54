// SPDX-License-Identifier: Apache-2.0
// What making and deleting a resource does to the account beyond being listed, and what stands in the way.
import { invalid } from '../error.mjs';
import { nameProperty } from './identity.mjs';
import { checkProperties, resourceType } from './spec.mjs';

/** Throws when the service would refuse these properties. */
export function checkResource(region, type, properties) {
  const specification = resourceType(type);
  if (specification) {
    const faults = checkProperties(specification, properties);
    if (faults.length) throw invalid(`Properties validation failed for resource with message: ${faults.join('\n')}`);
  }
  for (const { bucket, key } of objectsIn(properties)) {
    if (!region.account.buckets.get(bucket)?.has(key)) {
      throw invalid(`Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: there is no s3://${bucket}/${key}`);
    }
  }
  for (const [place, value] of rolesIn(properties)) {
    if (!/^arn:[^:]+:iam::\d{12}:role\/.+$/.test(value)) throw invalid(`${place}: ${value} is no ARN of a role`);
  }
}

/** Throws when the service can't come from one set of properties to the other in place. */
export function checkUpdate(type, before, after) {
  if (type !== 'AWS::DynamoDB::Table') return;
  const keys = (properties) => new Map((properties.GlobalSecondaryIndexes ?? []).map((index) => [index.IndexName, JSON.stringify([index.KeySchema, index.Projection])]));
  const [old, now] = [keys(before), keys(after)];
  for (const [name, key] of now) {
    if (old.has(name) && old.get(name) !== key) throw invalid(`GSI ${name}: a key or projection can't change in place`);
  }
  const added = [...now.keys()].filter((name) => !old.has(name));
  const removed = [...old.keys()].filter((name) => !now.has(name));
  if (added.length + removed.length > 1) throw invalid('Cannot perform more than one GSI creation or deletion in a single update');
}

/** Objects that the properties name: `{S3Bucket, S3Key}`, and `s3://bucket/key`. */
function objectsIn(value) {
  if (value === null || typeof value !== 'object') return [];
  const inside = Object.values(value).flatMap(objectsIn);
  if (typeof value.S3Bucket === 'string' && typeof value.S3Key === 'string') return [{ bucket: value.S3Bucket, key: value.S3Key }, ...inside];
  const locations = Object.entries(value)
    .filter(([name, item]) => name.endsWith('S3Location') && typeof item === 'string')
    .map(([, item]) => /^s3:\/\/([^/]+)\/(.*)$/.exec(item) ?? [, '', item]);
  return [...locations.map(([, bucket, key]) => ({ bucket, key })), ...inside];
}

function rolesIn(properties) {
  return Object.entries(properties).filter(([name, value]) => /^(Role|RoleArn|RoleARN|ServiceRoleArn)$/.test(name) && typeof value === 'string');
}

/** What a template gives its name can be there once. */
const claimOf = (type, properties) => {
  const name = properties[nameProperty(type)];
  return name === undefined || !unique.includes(type) ? undefined : `${type} ${name}`;
};
const unique = [
  'AWS::DynamoDB::Table', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::Role', 'AWS::Kinesis::Stream', 'AWS::Lambda::Function',
  'AWS::Logs::LogGroup', 'AWS::S3::Bucket', 'AWS::SNS::Topic', 'AWS::SQS::Queue', 'AWS::SSM::Parameter',
];

/** Throws when what replaces a resource would have its name, while the old one is there. */
export function checkRename(type, { properties: before, physicalId }, after) {
  const claim = claimOf(type, after);
  if (claim === undefined || claim !== claimOf(type, before)) return;
  throw invalid(`CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${physicalId} and update the stack again.`);
}

export function afterCreate(region, { type, properties, physicalId }) {
  const { account } = region;
  const claim = claimOf(type, properties);
  if (claim && account.names.has(claim)) throw invalid(`${physicalId} already exists`);
  if (claim) account.names.add(claim);
  if (type === 'AWS::S3::Bucket') account.buckets.set(physicalId, new Map());
  if (type === 'AWS::IAM::Role') account.roles.add(physicalId);
  if (type === 'AWS::SSM::Parameter') region.parameters.set(physicalId, properties.Value);
}

export function afterUpdate(region, { type, properties, physicalId }) {
  if (type === 'AWS::SSM::Parameter') region.parameters.set(physicalId, properties.Value);
}

export function beforeDelete(region, { type, properties, physicalId }) {
  const { account } = region;
  if (type === 'AWS::S3::Bucket') {
    if (account.buckets.get(physicalId)?.size) throw invalid('The bucket you tried to delete is not empty');
    account.buckets.delete(physicalId);
  }
  if (type === 'AWS::IAM::Role') account.roles.delete(physicalId);
  if (type === 'AWS::SSM::Parameter') region.parameters.delete(physicalId);
  const claim = claimOf(type, properties);
  if (claim) account.names.delete(claim);
}
