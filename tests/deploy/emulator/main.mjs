// SPDX-License-Identifier: Apache-2.0
// node main.mjs [PORT]   runs the emulator until it is interrupted
import { startEmulator } from './server.mjs';

const { url } = await startEmulator(Number(process.argv[2] ?? 5566));
console.log(`export AWS_ENDPOINT_URL=${url} AWS_REGION=us-east-1 AWS_ACCESS_KEY_ID=tester AWS_SECRET_ACCESS_KEY=secret`);
