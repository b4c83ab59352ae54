// SPDX-License-Identifier: Apache-2.0
// Where the `cdk` CLI looks for the cause of some failures, for a minute. It may not, here.
import { ServiceError } from './error.mjs';
import { UnknownRequest } from './query.mjs';

export function answerCloudTrail({ headers }) {
  const action = headers['x-amz-target']?.split('.').pop();
  if (action !== 'LookupEvents') throw new UnknownRequest(`CloudTrail has no action ${action} here`);
  throw new ServiceError('AccessDeniedException', 'not authorized to perform: cloudtrail:LookupEvents', 400);
}
