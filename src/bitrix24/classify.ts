/**
 * From what came back to what it means. The portal's code decides before the status, because source and
 * documentation disagree on the statuses of the authorisation family.
 */
import type { ErrorCode, ErrorDetails } from './Bitrix24Error';
import type { Reading, Refusal } from './envelope';
import type { Method } from './methods';

/** Something that went wrong, and how it may be mended by waiting. */
export interface Failure {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  /** `rate`: too many requests; `operating`: the method's time is used up; `fault`: may pass; `never`: will not. */
  readonly retry: 'rate' | 'operating' | 'fault' | 'never';
}

const byPortalCode: Readonly<Record<string, Pick<Failure, 'code' | 'retry'>>> = {
  INVALID_CREDENTIALS: { code: 'credentials', retry: 'never' },
  NO_AUTH_FOUND: { code: 'credentials', retry: 'never' },
  AUTHORIZATION_ERROR: { code: 'credentials', retry: 'never' },
  USER_ACCESS_ERROR: { code: 'credentials', retry: 'never' },
  INSUFFICIENT_SCOPE: { code: 'scope', retry: 'never' },
  INVALID_REQUEST: { code: 'httpsRequired', retry: 'never' },
  OVERLOAD_LIMIT: { code: 'overload', retry: 'never' },
  PORTAL_DELETED: { code: 'portalDeleted', retry: 'never' },
  ALLOWED_ONLY_INTRANET_USER: { code: 'intranetOnly', retry: 'never' },
  ERROR_METHOD_NOT_FOUND: { code: 'methodNotFound', retry: 'never' },
  QUERY_LIMIT_EXCEEDED: { code: 'rateLimit', retry: 'rate' },
  OPERATION_TIME_LIMIT: { code: 'operatingLimit', retry: 'operating' },
};

/** `reading` of an answer with `status`, null when it is a usable answer. */
export function classify(method: Method, status: number, reading: Reading): Failure | null {
  switch (reading.kind) {
    case 'answer':
      return null;
    case 'refusal':
      return classifyRefusal(method, reading.refusal);
    case 'html':
    case 'broken':
      if (status === 429 || status === 503) return { code: 'rateLimit', details: { method }, retry: 'rate' };
      if (status >= 500) return { code: 'serverError', details: { method, status }, retry: 'fault' };
      if (reading.kind === 'html' || status >= 400)
        return { code: 'notJson', details: { method }, retry: 'never' };
      return { code: 'brokenJson', details: { method }, retry: 'fault' };
  }
}

function classifyRefusal(method: Method, refusal: Refusal): Failure {
  const { status, code } = refusal;
  const known = byPortalCode[code.toUpperCase()];
  if (known) return { ...known, details: { method, status } };
  if (code === 'ACCESS_DENIED') {
    const isPlan = status === 401 || status === 403;
    return {
      code: isPlan ? 'subscription' : 'accessDenied',
      details: { method, portalCode: code },
      retry: 'never',
    };
  }
  // Legacy methods have no codes of their own; their texts are fixed English (crm/classes/general/restservice.php).
  if (['', '0'].includes(code) && /^access denied/i.test(refusal.description)) {
    return { code: 'accessDenied', details: { method }, retry: 'never' };
  }
  if (status === 429 || status === 503) return { code: 'rateLimit', details: { method }, retry: 'rate' };
  if (status >= 500) return { code: 'serverError', details: { method, status }, retry: 'fault' };
  if (status === 401) return { code: 'credentials', details: { method, status }, retry: 'never' };
  return { code: 'argument', details: { method, status, portalCode: showable(code) }, retry: 'never' };
}

/** Of an answer only a code of this alphabet may ever be shown. */
function showable(code: string): string {
  return /^[A-Z0-9_]{1,60}$/.test(code) ? code : '';
}
