/**
 * An inbound webhook is a key to the CRM. It can be used and recognised, and told only as its mask: whatever prints
 * it, a log, a template string or `JSON.stringify`, gets nothing of the secret.
 */
import { canonical } from '../hash/canonical';
import { sha256Hex } from '../hash/sha256';

/** So much of a secret gives it away; portals make secrets of 16 characters. */
const TELLING_CHARS = 8;
/** A shorter one, or a short number, stands in any sentence by chance: the count of a report, a year, part of a word. */
const LEAST_CHARS = 4;

export interface WebhookParts {
  readonly scheme: string;
  /** In lower case, with the port unless it is the scheme's own. */
  readonly host: string;
  /** The id of the portal's user with whose rights the webhook reads. */
  readonly userId: string;
  /** Letters and digits. */
  readonly secret: string;
}

/** Made by `parseWebhook` alone, so that each is an address that requests may be sent to. */
export class Webhook {
  readonly host: string;
  /** The address without the secret, not even its length: the only form that a page ever gets. */
  readonly mask: string;
  declare private readonly parts: () => WebhookParts;

  constructor(parts: WebhookParts) {
    this.host = parts.host;
    this.mask = addressOf(parts, '********');
    // Neither enumerable nor a value: whatever prints or copies an object passes it over.
    Object.defineProperty(this, 'parts', { value: () => parts });
  }

  /** The whole address as requests use it, `https://<host>[:port]/rest/<user id>/<secret>/`: for them and its own property alone. */
  get base(): string {
    return addressOf(this.parts(), this.parts().secret);
  }

  toString(): string {
    return this.mask;
  }

  toJSON(): string {
    return this.mask;
  }

  isSameAs(other: Webhook | null): boolean {
    return this.base === other?.base;
  }

  /**
   * SHA-256 in hexadecimal digits: tells connections apart where the address may not stand.
   * @param spreadsheetId where one person's store is shared by several spreadsheets
   */
  fingerprint(spreadsheetId?: string): string {
    return sha256Hex(spreadsheetId === undefined ? this.base : canonical([this.base, spreadsheetId]));
  }

  /**
   * Whether a text gives the secret away, in capitals or not: holds eight characters of it in a row, or all of it, however
   * they are set apart. The last look before anybody reads what may quote the portal.
   * @param words `own` are sentences of ours, in which a secret that could not be told from the words around it counts in
   *   its place in the address alone; `foreign` are a portal's or a server's, in which any secret counts
   */
  isToldBy(text: string, words: 'own' | 'foreign' = 'own'): boolean {
    const { userId } = this.parts();
    const secret = this.parts().secret.toLowerCase();
    const shown = text.toLowerCase();
    const isCommon =
      secret.length < LEAST_CHARS || (secret.length < TELLING_CHARS && /^[0-9]+$/.test(secret));
    if (isCommon && words === 'own') return new RegExp(`/${userId}/${secret}(?![a-z0-9])`).test(shown);
    if (shown.replace(/[^a-z0-9]/g, '').includes(secret)) return true;
    for (let start = 0; start + TELLING_CHARS <= secret.length; start += 1) {
      if (shown.includes(secret.slice(start, start + TELLING_CHARS))) return true;
    }
    return false;
  }
}

const addressOf = ({ scheme, host, userId }: WebhookParts, secret: string): string =>
  `${scheme}://${host}/rest/${userId}/${secret}/`;
