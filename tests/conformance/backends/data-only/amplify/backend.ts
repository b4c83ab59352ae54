// SPDX-License-Identifier: Apache-2.0
import { defineBackend } from '@aws-amplify/backend';
import { data } from './data/resource';

defineBackend({ data });
