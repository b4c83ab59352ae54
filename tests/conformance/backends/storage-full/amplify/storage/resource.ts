// SPDX-License-Identifier: Apache-2.0
import { defineStorage } from '@aws-amplify/backend';
import { onUpload } from '../functions/on-upload/resource';
import { onDelete } from '../functions/on-delete/resource';
import { report } from '../functions/report/resource';

export const primary = defineStorage({
  name: 'primaryBucket',
  isDefault: true,
  versioned: true,
  triggers: { onUpload, onDelete },
  access: (allow) => ({
    // parent/child conflict: parent grants guest+auth read; child only admin
    'public/*': [
      allow.guest.to(['read']),
      allow.authenticated.to(['read', 'write']),
      allow.groups(['admin']).to(['read', 'write', 'delete']),
      allow.resource(report).to(['read', 'write']),
    ],
    'public/restricted/*': [allow.groups(['admin']).to(['read']), allow.authenticated.to(['get'])],
    // entity
    'profile/{entity_id}/*': [
      allow.guest.to(['get']),
      allow.authenticated.to(['read']),
      allow.entity('identity').to(['read', 'write', 'delete']),
    ],
    'private/{entity_id}/*': [allow.entity('identity').to(['read', 'write', 'delete'])],
    'reports/*': [allow.groups(['auditor', 'admin']).to(['list', 'get']), allow.resource(report).to(['read', 'write', 'delete'])],
    'uploads/*': [allow.resource(onUpload).to(['read'])],
  }),
});

export const archive = defineStorage({
  name: 'archive-bucket',
  keepOnDelete: true,
  access: (allow) => ({
    'a/*': [allow.authenticated.to(['list'])],
    'a/b/*': [allow.guest.to(['write'])],
    'a/c/*': [allow.authenticated.to(['read']), allow.groups(['auditor']).to(['read'])],
  }),
});

export const bare = defineStorage({ name: 'bare' });
