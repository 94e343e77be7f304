/**
 * What can go wrong between the add-on and the portal, as a code and harmless details. The message is the
 * project's own sentence; the portal's text and the platform's, which quotes the full URL, never get in.
 */
import { SentenceError } from '../domain/SentenceError';
import { errorTexts, type ErrorTextCode, type Readable } from '../texts/error-texts';
import { ERROR_KINDS, type ErrorKind } from './error-kinds';
import type { Method } from './methods';

export type ErrorCode = ErrorTextCode;

export interface ErrorDetails {
  readonly method?: Method;
  readonly status?: number;
  /** The portal's error code, of `[A-Z0-9_]` only. */
  readonly portalCode?: string;
  /** Where a redirect leads. */
  readonly host?: string;
  /** The title or name of a field of the settings. */
  readonly field?: string;
}

export class Bitrix24Error extends SentenceError {
  override readonly name = 'Bitrix24Error';

  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(sentence(code, details));
  }

  /** Whose matter it is, and so what helps: time, another connection, or neither. */
  get kind(): ErrorKind {
    return ERROR_KINDS[this.code];
  }
}

/** The portal frees operating time within ten minutes; whoever asks again then goes on. */
export const isThrottled = (error: unknown): boolean =>
  error instanceof Bitrix24Error && error.code === 'operatingLimit';

const readable: Readonly<Partial<Record<Method, Readable>>> = {
  'crm.item.productrow.list': 'rows',
  'crm.requisite.link.list': 'links',
  'crm.requisite.list': 'requisites',
  'crm.status.list': 'stages',
  'crm.item.fields': 'fields',
  profile: 'profile',
};

function sentence(code: ErrorCode, details: ErrorDetails): string {
  const { method = 'crm.item.list', status = 0, portalCode = '', host = '', field = '' } = details;
  switch (code) {
    case 'accessDenied':
      return errorTexts.accessDenied(readable[method] ?? 'invoices');
    case 'argument':
    case 'refused':
      return errorTexts[code](portalCode, method);
    case 'methodNotFound':
    case 'badAnswer':
      return errorTexts[code](method);
    case 'serverError':
    case 'blocked':
      return errorTexts[code](status);
    case 'redirect':
      return errorTexts.redirect(host);
    case 'fieldGone':
    case 'fieldNotDate':
    case 'fieldNotSum':
    case 'fieldNotShown':
      return errorTexts[code](field);
    default:
      return errorTexts[code]();
  }
}
