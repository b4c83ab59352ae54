// SPDX-License-Identifier: Apache-2.0

/** The rows of each statement as objects by column, from a result of the RDS Data API. */
export function toJsonObject(result) {
  const { sqlStatementResults } = typeof result === 'string' ? JSON.parse(result) : result;
  return sqlStatementResults.map(({ records = [], columnMetadata = [] }) =>
    (records ?? []).map((record) => Object.fromEntries(record.map((field, index) => [columnMetadata[index].label, valueOf(field)]))));
}

function valueOf(field) {
  if (field.isNull || field.null) return null;
  const [value] = Object.values(field);
  return value?.arrayValues ?? value;
}
