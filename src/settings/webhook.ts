/**
 * Inbound webhooks: the only way an address to send requests to comes into being. Parsing is by hand, since
 * Apps Script has no URL class, and strict, since the address is a key to the CRM: what is not plainly right
 * is refused.
 */
import { settingsTexts } from '../texts/settings-texts';
import { isHostName } from './host-name';

/** An inbound webhook. `base` is secret: it never goes into a message, log line, cell, page or cache key. */
export interface Webhook {
  /** The whole address as requests use it, `https://<host>[:port]/rest/<user id>/<secret>/`. */
  readonly base: string;
  /** Scheme, host and port, without a slash at the end. */
  readonly origin: string;
  /** In lower case, with the port unless it is the scheme's own. */
  readonly host: string;
  /** The id of the portal's user with whose rights the webhook reads. */
  readonly userId: string;
}

export type ParsedWebhook =
  { readonly ok: true; readonly webhook: Webhook } | { readonly ok: false; readonly problem: string };

/** UrlFetchApp takes URLs up to 2,082 characters (Google, UrlFetchApp reference); method names need the rest. */
export const WEBHOOK_MAX_CHARS = 2_000;

const PORT_MAX = 65_535;

const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: '80', https: '443' };

/** The hosts whose requests do not leave the machine; as typed, so that `LOCALHOST` is not one of them. */
const PLAIN_HTTP_HOSTS: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

const PRINTABLE_ASCII = /^[\x21-\x7e]*$/;
const ADDRESS = /^(https?):\/\/([^/]*)(.*)$/;
const AUTHORITY = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/;
const PORT = /^[1-9][0-9]{0,4}$/;
/** User id, secret, then a tolerated method and `.json` (Bitrix24 REST documentation, local webhooks). */
const PATH = /^\/rest\/([0-9]+)\/([A-Za-z0-9]+)(?:\/\w+(?:\.\w+)*)?(?:\.json)?\/?$/;

/**
 * Reads `https://<host>[:port]/rest/<digits>/<letters and digits>/`; a method, `.json` and a missing last
 * slash are tolerated. `problem` is one sentence for the user and quotes nothing of the text.
 */
export function parseWebhook(text: string): ParsedWebhook {
  if (text.length > WEBHOOK_MAX_CHARS) return refused(settingsTexts.webhookTooLong);
  if (!PRINTABLE_ASCII.test(text)) return refused(settingsTexts.webhookCharacters);
  const [, scheme = '', authority = '', path = ''] = ADDRESS.exec(text) ?? [];
  if (scheme === '') return refused(settingsTexts.webhookScheme);
  if (authority.includes('@')) return refused(settingsTexts.webhookUserInfo);
  if (/[?#]/.test(text)) return refused(settingsTexts.webhookQuery);

  const [, typedName = '', port] = AUTHORITY.exec(authority) ?? [];
  const name = typedName.toLowerCase();
  if (!isHostName(name)) return refused(settingsTexts.webhookHost);
  if (scheme === 'http' && !PLAIN_HTTP_HOSTS.includes(typedName))
    return refused(settingsTexts.webhookPlainHttp);
  if (port !== undefined && !isPort(port)) return refused(settingsTexts.webhookPort);

  const [, userId, secret] = PATH.exec(path) ?? [];
  if (userId === undefined || secret === undefined) {
    return refused(path.includes('*') ? settingsTexts.webhookMask : settingsTexts.webhookPath);
  }
  const host = port === undefined || port === DEFAULT_PORTS[scheme] ? name : `${name}:${port}`;
  const origin = `${scheme}://${host}`;
  return { ok: true, webhook: { base: `${origin}/rest/${userId}/${secret}/`, origin, host, userId } };
}

/** The only form of a webhook that a page ever gets: it tells nothing of the secret, not even its length. */
export function maskWebhook(webhook: Webhook): string {
  return `${webhook.origin}/rest/${webhook.userId}/********/`;
}

function isPort(text: string): boolean {
  return PORT.test(text) && Number(text) <= PORT_MAX;
}

function refused(problem: string): ParsedWebhook {
  return { ok: false, problem };
}
