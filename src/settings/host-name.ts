/**
 * Which host names a webhook may have: DNS names, Cyrillic ones in Punycode, dotted IPv4 addresses and `[::1]`.
 */
import { toASCII } from 'punycode/punycode.es6.js';

/** RFC 1035, section 2.3.4. */
const HOST_NAME_MAX_CHARS = 253;

/** RFC 1123, section 2.1: letters, digits and inner hyphens, 63 at most; and `_`, which names within companies have. */
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/**
 * A label of letters of Cyrillic alphabets, in lower case. One with Latin letters too is a look-alike: browsers do not
 * show such names either (Unicode Technical Standard 39, section 5.1).
 */
const CYRILLIC_LABEL =
  /^(?=.*[^0-9-])[0-9\u0430-\u045f\u048b-\u04bf\u04cf-\u052f](?:[0-9\u0430-\u045f\u048b-\u04bf\u04cf-\u052f-]*[0-9\u0430-\u045f\u048b-\u04bf\u04cf-\u052f])?$/;

/** A name whose last label looks like this is read as an IPv4 address (WHATWG URL, "ends in a number"). */
const NUMERIC_LABEL = /^(?:[0-9]+|0x[0-9a-f]*)$/;

/** One part of an IPv4 address; a leading zero would mean octal to some readers. */
const IPV4_PART = /^(?:0|[1-9][0-9]{0,2})$/;

const IPV4_PART_MAX = 255;

/** `name` with its Cyrillic labels as DNS knows them (RFC 3492, RFC 5891); any other label is as it was. */
export function inPunycode(name: string): string {
  const labels = name.split('.').map((label) => {
    const known = label.normalize('NFC').toLowerCase();
    return CYRILLIC_LABEL.test(known) ? toASCII(known) : label;
  });
  return labels.join('.');
}

/** `name` in lower case, without a port. */
export function isHostName(name: string): boolean {
  if (name === '[::1]') return true;
  if (name.length > HOST_NAME_MAX_CHARS) return false;
  const labels = name.split('.');
  if (!labels.every((label) => LABEL.test(label))) return false;
  return NUMERIC_LABEL.test(labels[labels.length - 1] ?? '') ? isIpv4(labels) : true;
}

function isIpv4(parts: readonly string[]): boolean {
  return parts.length === 4 && parts.every((part) => IPV4_PART.test(part) && Number(part) <= IPV4_PART_MAX);
}
