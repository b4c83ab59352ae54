// SPDX-License-Identifier: Apache-2.0

/** What a data source answers instead of a result; resolvers find it as `ctx.error`. */
export class DataSourceError extends Error {
  constructor(type, message) {
    super(message);
    this.type = type;
  }
}
