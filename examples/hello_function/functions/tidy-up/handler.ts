// SPDX-License-Identifier: Apache-2.0
// [handler]
import { env } from '$amplify/env/tidy-up';

export const handler = async (event: { time: string }) => {
  console.log(`Tidying up the ${env.STAGE} stage at ${event.time}`);
};
// [/handler]
