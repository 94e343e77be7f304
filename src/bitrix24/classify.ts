/**
 * From what came back to what it means. The portal's code decides before the status, because source and
 * documentation disagree on the statuses of the authorisation family.
 */
import type { ErrorCode, ErrorDetails } from './Bitrix24Error';
import type { Refusal, Unanswered } from './envelope';
import type { Method } from './methods';

/** Something that went wrong, and how it may be mended by waiting. */
export interface Failure {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  /**
   * `rate`: too many requests; `operating`: the method's time is used up; `fault`: may pass; `once`: hardly, asked
   * once more; `never`: will not.
   */
  readonly retry: 'rate' | 'operating' | 'fault' | 'once' | 'never';
}

export type Meaning = Pick<Failure, 'code' | 'retry'>;

export const never = (code: ErrorCode): Meaning => ({ code, retry: 'never' });
export const fault = (code: ErrorCode): Meaning => ({ code, retry: 'fault' });

/** Bitrix24 REST documentation, system errors; `entityTypeId` 31 is unknown where invoices are switched off. */
const byPortalCode: Readonly<Record<string, Meaning>> = {
  INVALID_CREDENTIALS: never('credentials'),
  NO_AUTH_FOUND: never('credentials'),
  WRONG_AUTH_TYPE: never('credentials'),
  EXPIRED_TOKEN: never('credentials'),
  USER_ACCESS_ERROR: never('credentials'),
  AUTHORIZATION_ERROR: never('userInactive'),
  INSUFFICIENT_SCOPE: never('scope'),
  INVALID_REQUEST: never('httpsRequired'),
  OVERLOAD_LIMIT: never('overload'),
  /** A boxed portal's "public part closed for a while" too (Bitrix24 source, rest/classes/general/rest.php `checkSite`). */
  PORTAL_DELETED: never('portalClosed'),
  METHOD_CONFIRM_WAITING: never('confirmWaiting'),
  METHOD_CONFIRM_DENIED: never('confirmDenied'),
  ALLOWED_ONLY_INTRANET_USER: never('intranetOnly'),
  ERROR_METHOD_NOT_FOUND: never('methodNotFound'),
  NOT_FOUND: never('invoicesOff'),
  ENTITY_TYPE_NOT_SUPPORTED: never('invoicesOff'),
  WRONG_ENCODING: never('badAnswer'),
  QUERY_LIMIT_EXCEEDED: { code: 'rateLimit', retry: 'rate' },
  OPERATION_TIME_LIMIT: { code: 'operatingLimit', retry: 'operating' },
};

/** How a question that is too long may fail besides being refused: it breaks the server, or the line is cut. */
export const TOO_MUCH: ReadonlySet<ErrorCode> = new Set([
  'serverError',
  'brokenJson',
  'unreachable',
  'timeout',
]);

/** The only method whose parameters come from the settings. */
const METHOD_OF_SETTINGS: Method = 'crm.item.list';

/** `reading` of a reply with `status`. */
export function classify(method: Method, status: number, reading: Unanswered): Failure {
  if (reading.kind === 'refusal') return classifyRefusal(method, reading.refusal);
  return { ...classifyText(status, reading.kind), details: { method, status } };
}

function classifyText(status: number, kind: 'html' | 'text' | 'broken'): Meaning {
  const known = byStatus(status);
  if (known) return known;
  // A portal answers unknown methods in JSON: where nothing is found at all, there is no portal any more.
  if (status === 404 || status === 410) return never('portalDeleted');
  // Whatever stands before the portal refuses in words or a page of its own, and would again.
  if (isAboutAccess(status) || (status >= 400 && kind !== 'broken')) return never('blocked');
  return kind === 'html' ? never('notJson') : fault('brokenJson');
}

function classifyRefusal(method: Method, { status, code, description }: Refusal): Failure {
  const known = byPortalCode[code.toUpperCase()];
  if (known) return { ...known, details: { method, status } };
  if (code === 'ACCESS_DENIED') {
    const isPlan = status === 401 || status === 403 || /subscription|commercial plan/i.test(description);
    return { ...never(isPlan ? 'subscription' : 'accessDenied'), details: { method, portalCode: code } };
  }
  // Legacy methods have no codes of their own; their texts are fixed English (crm/classes/general/restservice.php).
  if (['', '0'].includes(code) && /^access denied/i.test(description)) {
    return { ...never('accessDenied'), details: { method } };
  }
  const meant = byStatus(status) ?? byClientStatus(status, code) ?? never(refusalOf(method));
  return { ...meant, details: { method, status, portalCode: showable(code) } };
}

/** What a status says by itself, whatever the body. */
function byStatus(status: number): Meaning | null {
  if (status === 429 || status === 503) return { code: 'rateLimit', retry: 'rate' };
  if (status === 408) return fault('timeout');
  return status >= 500 ? fault('serverError') : null;
}

export const isAboutAccess = (status: number): boolean => status === 401 || status === 403;

function byClientStatus(status: number, code: string): Meaning | null {
  if (!isAboutAccess(status)) return null;
  // The portal itself names a reason; a gateway that speaks JSON has no key `error`.
  if (code === '') return never('blocked');
  // Bitrix24's authorisation server fails now and then, which looks like this.
  return status === 401 ? { code: 'unauthorized', retry: 'once' } : never('accessDenied');
}

const refusalOf = (method: Method): ErrorCode => (method === METHOD_OF_SETTINGS ? 'argument' : 'refused');

/** Of an answer only a code of this alphabet may ever be shown. */
function showable(code: string): string {
  return /^[A-Z0-9_]{1,60}$/.test(code) ? code : '';
}
