// SPDX-License-Identifier: Apache-2.0
import { env } from '$amplify/env/kitchen-sink';
export const handler = async () => env.PLAIN;
