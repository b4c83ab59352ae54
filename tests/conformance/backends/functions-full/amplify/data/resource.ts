// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';
import { kitchen } from '../functions/kitchen/resource';
import { py } from '../functions/py/resource';

export const schema = a
  .schema({
    Job: a.model({ name: a.string() }).authorization((allow) => [allow.authenticated()]),
    hello: a.query().returns(a.json()).authorization((allow) => [allow.authenticated()]).handler(a.handler.function(py as any)),
  })
  .authorization((allow) => [allow.resource(kitchen).to(['query', 'listen'])]);
export const data = defineData({ schema });
