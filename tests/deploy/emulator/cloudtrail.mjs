// SPDX-License-Identifier: Apache-2.0
// Where the `cdk` CLI looks for the cause of a failure: it finds nothing.
import { UnknownRequest } from './query.mjs';

export function answerCloudTrail({ headers }) {
  const action = headers['x-amz-target']?.split('.').pop();
  if (action !== 'LookupEvents') throw new UnknownRequest(`CloudTrail has no action ${action} here`);
  return { type: 'application/x-amz-json-1.1', body: JSON.stringify({ Events: [] }) };
}
