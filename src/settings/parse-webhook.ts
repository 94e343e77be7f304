/**
 * Inbound webhooks: the only way an address to send requests to comes into being. Parsing is by hand, since
 * Apps Script has no URL class, and strict, since the address is a key to the CRM: what is not plainly right
 * is refused.
 */
import { Webhook } from '../domain/Webhook';
import { URL_MAX_CHARS } from '../platform/limits';
import { settingsTexts } from '../texts/settings-texts';
import { inPunycode, isHostName } from './host-name';

export type ParsedWebhook =
  { readonly ok: true; readonly webhook: Webhook } | { readonly ok: false; readonly problem: string };

/** Characters that a method's name may add. */
const METHOD_CHARS = 82;
export const WEBHOOK_MAX_CHARS = URL_MAX_CHARS - METHOD_CHARS;

const PORT_MAX = 65_535;

const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: '80', https: '443' };

/** The hosts whose requests do not leave the machine; as typed, so that `LOCALHOST` is not one of them. */
const PLAIN_HTTP_HOSTS: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

/** What a copy may bring along on either side: white space of any kind, and signs without width or of direction. */
const SPACE = /[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const NAME = /^(https?:\/\/)([^/?#\\@:[\]]*)/;
const CYRILLIC = /[\u0400-\u052f]/;
const PRINTABLE_ASCII = /^[\x21-\x7e]*$/;
const ADDRESS = /^(https?):\/\/([^/]*)(.*)$/;
const AUTHORITY = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/;
const PORT = /^[1-9][0-9]{0,4}$/;
/** User id, secret, then a tolerated method and `.json` (Bitrix24 REST documentation, local webhooks). */
const PATH = /^\/rest\/([0-9]+)\/([A-Za-z0-9]+)(?:\/\w+(?:\.\w+)*)?(?:\.json)?\/?$/;

/**
 * Reads `https://<host>[:port]/rest/<digits>/<letters and digits>/`; a method, `.json`, a missing last slash and white
 * space around it are tolerated, a Cyrillic host is taken in Punycode. `problem` is one sentence for the user and quotes
 * nothing of the text.
 */
export function parseWebhook(typed: string): ParsedWebhook {
  const bare = withoutSpaceAround(typed);
  if (bare.length > WEBHOOK_MAX_CHARS) return refused(settingsTexts.webhookTooLong);
  const text = bare.replace(NAME, (_, scheme: string, name: string) => scheme + inPunycode(name));
  if (!PRINTABLE_ASCII.test(text)) {
    const isMixed = CYRILLIC.test(NAME.exec(text)?.[2] ?? '');
    return refused(isMixed ? settingsTexts.webhookMixedHost : settingsTexts.webhookCharacters);
  }
  const [, scheme = '', authority = '', path = ''] = ADDRESS.exec(text) ?? [];
  if (scheme === '') return refused(settingsTexts.webhookScheme);
  if (authority.includes('@')) return refused(settingsTexts.webhookUserInfo);
  if (/[?#]/.test(text)) return refused(settingsTexts.webhookQuery);

  const [, typedName = '', port] = AUTHORITY.exec(authority) ?? [];
  const name = typedName.toLowerCase();
  if (!isHostName(name)) return refused(settingsTexts.webhookHost);
  if (scheme === 'http' && !PLAIN_HTTP_HOSTS.includes(typedName))
    return refused(settingsTexts.webhookPlainHttp);
  if (port !== undefined && !(PORT.test(port) && Number(port) <= PORT_MAX))
    return refused(settingsTexts.webhookPort);

  const [, userId, secret] = PATH.exec(path) ?? [];
  if (userId === undefined || secret === undefined) {
    return refused(path.includes('*') ? settingsTexts.webhookMask : settingsTexts.webhookPath);
  }
  const host = port === undefined || port === DEFAULT_PORTS[scheme] ? name : `${name}:${port}`;
  return { ok: true, webhook: new Webhook({ scheme, host, userId, secret }) };
}

function withoutSpaceAround(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && SPACE.test(text.charAt(start))) start += 1;
  while (end > start && SPACE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function refused(problem: string): ParsedWebhook {
  return { ok: false, problem };
}
