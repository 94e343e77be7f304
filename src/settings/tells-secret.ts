/**
 * The last look at a text that may quote the portal, before anybody reads it. What the portal or the platform says
 * does not get into messages as it is; this is for the day when a code, a host or a title is the secret itself.
 */
import type { Webhook } from './parse-webhook';

/** So much of a secret gives it away; portals make secrets of 16 characters. */
const TELLING_CHARS = 8;
/** A shorter one, or a short number, stands in any sentence by chance: the count of a report, a year, part of a word. */
const LEAST_CHARS = 4;

/**
 * Whether the text holds the webhook's secret or a telling piece of it, in capitals or not; of a secret that could not be
 * told from the words around it, whether it stands in its place in the address.
 */
export function tellsSecret(text: string, { base, origin, userId }: Webhook): boolean {
  const secret = base.slice(`${origin}/rest/${userId}/`.length, -1).toLowerCase();
  const shown = text.toLowerCase();
  if (secret.length < LEAST_CHARS || (secret.length < TELLING_CHARS && /^[0-9]+$/.test(secret)))
    return new RegExp(`/${userId}/${secret}(?![a-z0-9])`).test(shown);
  const last = Math.max(0, secret.length - TELLING_CHARS);
  for (let start = 0; start <= last; start += 1) {
    if (shown.includes(secret.slice(start, start + TELLING_CHARS))) return true;
  }
  return false;
}
