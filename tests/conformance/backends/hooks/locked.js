// SPDX-License-Identifier: Apache-2.0
// Refuses changes of a task that is locked.
import { util } from '@aws-appsync/utils';

export function request(ctx) {
  return { operation: 'GetItem', key: util.dynamodb.toMapValues({ id: ctx.args.input.id }) };
}

export function response(ctx) {
  if (ctx.result?.state === 'locked') {
    util.error('the task is locked', 'Locked');
  }
  return ctx.result;
}
