// SPDX-License-Identifier: Apache-2.0
export const handler = async (event: { authorizationToken: string }) => ({ isAuthorized: event.authorizationToken === 'open' });
