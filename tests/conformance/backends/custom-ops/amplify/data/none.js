// SPDX-License-Identifier: Apache-2.0
export const request = (ctx) => ({ payload: ctx.args });
export const response = (ctx) => ctx.result;
