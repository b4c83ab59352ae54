// SPDX-License-Identifier: Apache-2.0
// Writes and reads times by patterns of Java's DateTimeFormatter, whose syntax `util.time` documents.

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const minute = 60_000;

/** Runs of one letter, quoted text, or any other character. */
const parts = (pattern) => pattern.match(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']/g) ?? [];
const isField = (part) => /^[A-Za-z]/.test(part);
const literal = (part) => (part === "''" ? "'" : part.replace(/^'|'$/g, '').replaceAll("''", "'"));

const unsupported = (part) => {
  throw new Error(`the date pattern ${part} is not supported`);
};

/** The time in `timezone`: UTC, an offset such as `+02:00`, or a name such as `Europe/Berlin` where the engine knows it. */
export function format(milliseconds, pattern, timezone = 'UTC') {
  const offset = offsetOf(milliseconds, timezone);
  const local = new Date(milliseconds + offset * minute);
  return parts(pattern).map((part) => (isField(part) ? text(part, local, offset) : literal(part))).join('');
}

function text(part, local, offset) {
  const padded = (value) => String(value).padStart(part.length, '0');
  const named = (names, index) => (part.length === 4 ? names[index] : names[index].slice(0, 3));
  const hour = local.getUTCHours();
  switch (part[0]) {
    case 'y':
    case 'u': return part.length === 2 ? String(local.getUTCFullYear() % 100).padStart(2, '0') : padded(local.getUTCFullYear());
    case 'M':
    case 'L': return part.length > 2 ? named(months, local.getUTCMonth()) : padded(local.getUTCMonth() + 1);
    case 'd': return padded(local.getUTCDate());
    case 'D': return padded((Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()) - Date.UTC(local.getUTCFullYear(), 0, 0)) / (1440 * minute));
    case 'E': return named(days, local.getUTCDay());
    case 'a': return hour < 12 ? 'AM' : 'PM';
    case 'H': return padded(hour);
    case 'k': return padded(hour || 24);
    case 'K': return padded(hour % 12);
    case 'h': return padded(hour % 12 || 12);
    case 'm': return padded(local.getUTCMinutes());
    case 's': return padded(local.getUTCSeconds());
    case 'S': return String(local.getUTCMilliseconds()).padStart(3, '0').padEnd(9, '0').slice(0, part.length);
    case 'n': return padded(local.getUTCMilliseconds() * 1_000_000);
    case 'X': return offset === 0 ? 'Z' : zone(offset, part.length);
    case 'x': return zone(offset, part.length);
    case 'Z': return zone(offset, part.length === 5 ? 3 : 2);
    default: return unsupported(part);
  }
}

/** `+01`, `+0130` or `+01:30`, by the number of letters. */
function zone(offset, letters) {
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((value) => String(value).padStart(2, '0'));
  const tail = letters === 1 ? (minutes === '00' ? '' : minutes) : letters === 2 ? minutes : `:${minutes}`;
  return `${offset < 0 ? '-' : '+'}${hours}${tail}`;
}

/** Minutes east of UTC. */
function offsetOf(milliseconds, timezone) {
  if (['UTC', 'Z', 'GMT'].includes(timezone)) return 0;
  const fixed = timezone.match(/^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0));
  if (typeof Intl === 'undefined') throw new Error(`the time zone ${timezone} is not known here: write an offset such as +02:00`);
  const zoned = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  });
  const local = Object.fromEntries(zoned.formatToParts(milliseconds).map(({ type, value }) => [type, Number(value)]));
  const shifted = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second);
  return Math.round((shifted - Math.floor(milliseconds / 1000) * 1000) / minute);
}

const numbers = { y: 'year', u: 'year', M: 'month', L: 'month', d: 'day', H: 'hour', k: 'hour', K: 'hour', h: 'hour', m: 'minute', s: 'second' };

/** Milliseconds since 1970; a zone in the text wins over `timezone`. */
export function parse(timestamp, pattern, timezone = 'UTC') {
  const found = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 };
  let rest = timestamp;
  const take = (expression, part) => {
    const match = rest.match(expression);
    if (!match) throw new Error(`can't parse ${timestamp} as ${pattern}: expected ${part} at ${rest || 'the end'}`);
    rest = rest.slice(match[0].length);
    return match[0];
  };
  const name = (names, part) => {
    const start = take(/^[A-Za-z]{3}/, part);
    return names.findIndex((item) => item.startsWith(start)) + 1;
  };
  const list = parts(pattern);
  list.forEach((part, index) => {
    if (!isField(part)) {
      take(new RegExp(`^${literal(part).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`), part);
      return;
    }
    // Digits of the next field must be left to it.
    const adjacent = index + 1 < list.length && isField(list[index + 1]);
    const digits = part.length === 1 && !adjacent ? /^\d+/ : new RegExp(`^\\d{${part.length}}`);
    switch (part[0]) {
      case 'M':
      case 'L':
        if (part.length < 3) found.month = Number(take(digits, part));
        else {
          found.month = name(months, part);
          if (part.length === 4) rest = rest.slice(months[found.month - 1].length - 3);
        }
        break;
      case 'E':
        take(/^[A-Za-z]+/, part);
        break;
      case 'a':
        found.half = take(/^[AaPp][Mm]/, part).toUpperCase();
        break;
      case 'S':
        found.millisecond = Math.floor(Number(`0.${take(digits, part)}`) * 1000 + 1e-6);
        break;
      case 'X':
      case 'x':
      case 'Z':
        found.zone = take(/^(?:Z|[+-]\d{2}(?::?\d{2})?)/, part);
        break;
      default:
        if (!numbers[part[0]]) unsupported(part);
        found[numbers[part[0]]] = Number(take(digits, part));
        if (part === 'yy' || part === 'uu') found.year += 2000;
    }
  });
  if (rest) throw new Error(`can't parse ${timestamp} as ${pattern}: ${rest} is left over`);
  const hour = found.half ? (found.hour % 12) + (found.half === 'PM' ? 12 : 0) : found.hour % 24;
  const local = Date.UTC(found.year, found.month - 1, found.day, hour, found.minute, found.second, found.millisecond);
  const zoneOf = found.zone ?? timezone;
  // The offset is that of the time itself, which a first guess comes near enough to.
  return local - offsetOf(local - offsetOf(local, zoneOf) * minute, zoneOf) * minute;
}
