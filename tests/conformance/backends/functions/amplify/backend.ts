// SPDX-License-Identifier: Apache-2.0
import { defineBackend, secret } from '@aws-amplify/backend';
import { bare } from './functions/bare/resource';
import { cronjob } from './functions/cronjob/resource';
import { durable, kitchen } from './functions/kitchen/resource';
import { monthly } from './functions/monthly/resource';
import { preSignUp } from './functions/pre-sign-up/resource';
import { py } from './functions/py/resource';
import { weekly } from './functions/weekly/resource';

const backend = defineBackend({ preSignUp, py, bare, cronjob, durable, kitchen, monthly, weekly });
backend.bare.addEnvironment('LATE', 'yes');
backend.bare.addEnvironment('LATE_SECRET', secret('LATE_SECRET'));
backend.bare.resources.cfnResources.cfnFunction.reservedConcurrentExecutions = 2;
