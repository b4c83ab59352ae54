// SPDX-License-Identifier: Apache-2.0
export const contexts = { dev: {}, prod: { stage: 'prod' } };
