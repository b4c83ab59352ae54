// SPDX-License-Identifier: Apache-2.0
export const request = () => ({ payload: 1 });
export const response = (ctx) => ctx.result;
