// SPDX-License-Identifier: Apache-2.0
// Gives an item as it is stored.
import { util } from '@aws-appsync/utils';

export function request(ctx) {
  return { operation: 'GetItem', key: util.dynamodb.toMapValues({ id: ctx.args.id }) };
}

export function response(ctx) {
  return ctx.result;
}
