/**
 * The message of a finished refresh as a page shows it: the counts, then one notice a line (see
 * refresh/done-message.ts), each invoice that a notice names linked to its card on the portal.
 */

/** Plain text, or an invoice's name and the address of its card. */
export type Part = string | { readonly text: string; readonly href: string };

export interface MessageParts {
  readonly summary: string;
  readonly notices: readonly (readonly Part[])[];
}

/** A webhook's mask as the server gives it; anything else gives no links. */
const MASK = /^(https:\/\/[a-z0-9._-]+(?::\d{1,5})?)\/rest\//;
/** An invoice as our sentences name it: `№ 17/5 (id 80)`, or `id 80` for want of a number. */
const INVOICE = /(№ .{1,50}? \(id \d{1,15}\)|\bid \d{1,15})/;
const ID = /id (\d+)\)?$/;

/** Scheme and host of the portal, null where the mask does not tell: a colleague does not get it. */
export const portalOf = (mask: string): string | null => MASK.exec(mask)?.[1] ?? null;

export function messageParts(message: string, portal: string | null): MessageParts {
  const [summary = '', ...notices] = message.split('\n');
  return { summary, notices: notices.map((notice) => linked(notice, portal)) };
}

function linked(notice: string, portal: string | null): Part[] {
  if (portal === null) return [notice];
  const parts = notice.split(INVOICE).map((text, index) => {
    const isInvoice = index % 2 === 1;
    return isInvoice ? { text, href: `${portal}/crm/type/31/details/${ID.exec(text)?.[1] ?? ''}/` } : text;
  });
  return parts.filter((part) => part !== '');
}
