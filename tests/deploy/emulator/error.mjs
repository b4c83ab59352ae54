// SPDX-License-Identifier: Apache-2.0

/** What a service answers when it refuses a request. */
export class ServiceError extends Error {
  constructor(code, message, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export const invalid = (message) => new ServiceError('ValidationError', message);
