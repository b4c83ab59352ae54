// SPDX-License-Identifier: Apache-2.0
import { defineAuth } from '@aws-amplify/backend';

export const auth = defineAuth({
  loginWith: { email: true },
});
