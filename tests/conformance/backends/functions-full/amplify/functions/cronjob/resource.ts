// SPDX-License-Identifier: Apache-2.0
import { defineFunction } from '@aws-amplify/backend';
export const cronjob = defineFunction({ schedule: ['0 9 * * ?', { cron: '0/15 8-17 ? * 2-6 *', timezone: 'America/New_York', description: 'office hours' }, { rate: 'every 1h', timezone: 'Europe/London' }] });
