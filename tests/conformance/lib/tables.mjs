// SPDX-License-Identifier: Apache-2.0
// The peer creates tables with a custom resource that speaks the DynamoDB API's spelling.

/** Properties that steer the custom resource itself and say nothing about the table. */
const steering = ['ServiceToken', 'allowDestructiveGraphqlSchemaUpdates', 'replaceTableUponGsiUpdate'];

const capitalized = (value) => {
  if (Array.isArray(value)) return value.map(capitalized);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key[0].toUpperCase() + key.slice(1), capitalized(item)]),
  );
};

const byName = (name) => (a, b) => (a[name] < b[name] ? -1 : 1);

/** The properties of `Custom::AmplifyDynamoDBTable` as those of `AWS::DynamoDB::Table`. */
export function asDynamoDbTable(properties) {
  const kept = Object.entries(properties).filter(([key]) => !steering.includes(key));
  const table = capitalized(Object.fromEntries(kept));
  const { SseSpecification, TimeToLiveSpecification, ...rest } = table;
  if (SseSpecification) rest.SSESpecification = { SSEEnabled: SseSpecification.SseEnabled };
  if (TimeToLiveSpecification) rest.TimeToLiveSpecification = TimeToLiveSpecification;
  return rest;
}

/** Without what only states a default, and with lists whose order means nothing in order. */
export function canonicalTable(properties) {
  const table = { ...properties };
  if (table.SSESpecification?.SSEEnabled === false) delete table.SSESpecification;
  if (table.DeletionProtectionEnabled === false) delete table.DeletionProtectionEnabled;
  if (table.PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled === false) {
    delete table.PointInTimeRecoverySpecification;
  }
  table.AttributeDefinitions = [...(table.AttributeDefinitions ?? [])].sort(byName('AttributeName'));
  if (table.GlobalSecondaryIndexes) {
    table.GlobalSecondaryIndexes = [...table.GlobalSecondaryIndexes].sort(byName('IndexName'));
  }
  return table;
}
