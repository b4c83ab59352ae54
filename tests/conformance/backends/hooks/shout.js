// SPDX-License-Identifier: Apache-2.0
// Gives the title in capitals.
export function request() {
  return { payload: null };
}

export function response(ctx) {
  return { ...ctx.prev.result, title: ctx.prev.result.title.toUpperCase() };
}
