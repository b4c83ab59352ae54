// SPDX-License-Identifier: Apache-2.0
// `util.time`
import { format, parse } from './date_format.mjs';
import { now } from './invocation.mjs';

const toISO8601 = (milliseconds) => new Date(milliseconds).toISOString();

function parseISO8601(text) {
  const milliseconds = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(milliseconds)) throw new Error(`${text} is no ISO 8601 time`);
  return milliseconds;
}

export const time = {
  nowISO8601: () => toISO8601(now()),
  nowEpochSeconds: () => Math.floor(now() / 1000),
  nowEpochMilliSeconds: () => now(),
  nowFormatted: (pattern, timezone) => format(now(), pattern, timezone),
  parseFormattedToEpochMilliSeconds: parse,
  parseISO8601ToEpochMilliSeconds: parseISO8601,
  epochMilliSecondsToSeconds: (milliseconds) => Math.floor(milliseconds / 1000),
  epochMilliSecondsToISO8601: toISO8601,
  epochMilliSecondsToFormatted: format,
};
