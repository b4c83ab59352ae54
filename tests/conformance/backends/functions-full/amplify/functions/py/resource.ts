// SPDX-License-Identifier: Apache-2.0
import { defineFunction } from '@aws-amplify/backend';
import { Duration, Size } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';

const dir = path.dirname(fileURLToPath(import.meta.url));
export const py = defineFunction(
  (scope) =>
    new lambda.Function(scope, 'say-hello', {
      handler: 'index.handler',
      runtime: lambda.Runtime.PYTHON_3_12,
      timeout: Duration.seconds(20),
      memorySize: 512,
      ephemeralStorageSize: Size.mebibytes(512),
      architecture: lambda.Architecture.X86_64,
      code: lambda.Code.fromAsset(path.join(dir, 'src')),
      environment: { STAGE: 'dev' },
    }),
  { resourceGroupName: 'data' },
);
