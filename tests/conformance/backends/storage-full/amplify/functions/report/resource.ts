// SPDX-License-Identifier: Apache-2.0
import { defineFunction } from '@aws-amplify/backend';
export const report = defineFunction({ name: 'report', entry: './handler.ts' });
