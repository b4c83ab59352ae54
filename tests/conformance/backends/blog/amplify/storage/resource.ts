// SPDX-License-Identifier: Apache-2.0
import { defineStorage } from '@aws-amplify/backend';

export const storage = defineStorage({
  name: 'blogMedia',
  access: (allow) => ({
    'covers/*': [
      allow.guest.to(['read']),
      allow.authenticated.to(['read']),
      allow.groups(['EDITORS', 'ADMINS']).to(['read', 'write', 'delete']),
    ],
    'avatars/{entity_id}/*': [
      allow.guest.to(['get']),
      allow.authenticated.to(['get', 'list']),
      allow.entity('identity').to(['read', 'write', 'delete']),
    ],
  }),
});
