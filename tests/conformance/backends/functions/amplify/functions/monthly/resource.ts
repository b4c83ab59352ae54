// SPDX-License-Identifier: Apache-2.0
import { defineFunction } from '@aws-amplify/backend';
export const monthly = defineFunction({ schedule: ['every month', 'every year', 'every 5m', 'every 2h'] });
