// SPDX-License-Identifier: Apache-2.0
import { defineFunction } from '@aws-amplify/backend';
export const onUpload = defineFunction({ name: 'on-upload', resourceGroupName: 'storage' });
