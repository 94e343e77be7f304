/**
 * The message of a finished refresh as a page shows it: the counts, how the portal was read, what further
 * sheets have brought, then one notice a line
 * (see refresh/ending.ts), each invoice that a notice names linked to its card on the portal.
 */

import { isOutcome } from '../texts/outcome-texts';
import { withoutReading } from '../texts/reading-texts';

/** Plain text, or an invoice's name and the address of its card. */
export type Part = string | { readonly text: string; readonly href: string };

export interface MessageParts {
  readonly summary: string;
  /** How the portal was read, without a full stop, where the message tells. */
  readonly reading: readonly string[];
  /** What further sheets have brought. */
  readonly outcome: readonly string[];
  readonly notices: readonly (readonly Part[])[];
}

/** A webhook's mask as the server gives it; anything else gives no links. */
const MASK = /^(https:\/\/[a-z0-9._-]+(?::\d{1,5})?)\/rest\//;
/** An invoice as our sentences name it: `№ 17/5 (id 80)`, or `id 80` for want of a number. */
const INVOICE = /(№ .{1,50}? \(id \d{1,15}\)|\bid \d{1,15})/g;
const ID = /id (\d+)\)?$/;
const BEHIND_NUMBER = / \(id \d+\)$/;

/** Scheme and host of the portal, null where the mask does not tell: a colleague does not get it. */
export const portalOf = (mask: string): string | null => MASK.exec(mask)?.[1] ?? null;

export function messageParts(message: string, portal: string | null): MessageParts {
  const [line = '', ...lines] = message.split('\n');
  const outcome = lines.filter(isOutcome);
  const notices = lines.filter((told) => !isOutcome(told));
  const { result, reading } = withoutReading(line);
  const shown = shortNames(message);
  return {
    summary: result,
    reading,
    outcome,
    notices: notices.map((notice) => linked(notice, portal, shown)),
  };
}

/** How an invoice is shown: by its number, unless the message names another one of that number; then its id stays. */
function shortNames(message: string): (name: string) => string {
  const short = (name: string): string => name.replace(BEHIND_NUMBER, '');
  const times = new Map<string, number>();
  for (const name of new Set(message.match(INVOICE)))
    times.set(short(name), (times.get(short(name)) ?? 0) + 1);
  return (name) => (times.get(short(name)) === 1 ? short(name) : name);
}

function linked(notice: string, portal: string | null, shown: (name: string) => string): Part[] {
  if (portal === null) return [notice.replace(INVOICE, shown)];
  const parts = notice.split(INVOICE).map((text, index) => {
    const isInvoice = index % 2 === 1;
    const href = `${portal}/crm/type/31/details/${ID.exec(text)?.[1] ?? ''}/`;
    return isInvoice ? { text: shown(text), href } : text;
  });
  return parts.filter((part) => part !== '');
}
