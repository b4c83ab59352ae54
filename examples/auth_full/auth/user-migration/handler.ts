// SPDX-License-Identifier: Apache-2.0
import type { UserMigrationTriggerEvent } from 'aws-lambda';

// No users to take over yet: Cognito goes on as if there were no trigger.
export const handler = async (event: UserMigrationTriggerEvent) => {
  throw new Error(`No account ${event.userName} elsewhere`);
};
