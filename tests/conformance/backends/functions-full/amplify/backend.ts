// SPDX-License-Identifier: Apache-2.0
import { defineBackend, secret } from '@aws-amplify/backend';
import { auth } from './auth/resource';
import { data } from './data/resource';
import { storage } from './storage/resource';
import { preSignUp } from './functions/pre-sign-up/resource';
import { bareFn } from './functions/bare/resource';
import { weeklyFn } from './functions/weekly/resource';
import { monthlyFn } from './functions/monthly/resource';
import { cronjob } from './functions/cronjob/resource';
import { kitchen, durable } from './functions/kitchen/resource';
import { py } from './functions/py/resource';

const backend = defineBackend({ auth, data, storage, preSignUp, bareFn, weeklyFn, monthlyFn, cronjob, kitchen, durable, py });
backend.bareFn.addEnvironment('LATE', 'yes');
backend.bareFn.addEnvironment('LATE_SECRET', secret('LATE_SECRET'));
backend.bareFn.resources.cfnResources.cfnFunction.reservedConcurrentExecutions = 2;
