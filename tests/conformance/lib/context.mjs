// SPDX-License-Identifier: Apache-2.0
// The identity that every backend is synthesized with, on both sides.

export const context = {
  'amplify-backend-namespace': 'app',
  'amplify-backend-name': 'main',
  'amplify-backend-type': 'sandbox',
};

export const contextJson = JSON.stringify(context);
