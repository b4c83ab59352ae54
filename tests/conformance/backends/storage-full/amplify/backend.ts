// SPDX-License-Identifier: Apache-2.0
import { defineBackend } from '@aws-amplify/backend';
import { auth } from './auth/resource';
import { primary, archive, bare } from './storage/resource';
import { onUpload } from './functions/on-upload/resource';
import { onDelete } from './functions/on-delete/resource';
import { report } from './functions/report/resource';

const backend = defineBackend({ auth, primary, archive, bare, onUpload, onDelete, report });
backend.primary.resources.cfnResources.cfnBucket.accelerateConfiguration = { accelerationStatus: 'Enabled' };
backend.archive.resources.cfnResources.cfnBucket.lifecycleConfiguration = { rules: [{ status: 'Enabled', expirationInDays: 90 }] };
