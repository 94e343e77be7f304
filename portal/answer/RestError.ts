/** A refusal that the portal answers with `error` and `error_description`. */
export class RestError extends Error {
  override readonly name = 'RestError';

  constructor(
    readonly status: number,
    /** A word, `''`, or 0 and 100 as text or number, depending on the generation. */
    readonly code: string | number,
    description: string,
  ) {
    super(description);
  }
}

/** Errors of CRM controllers: HTTP 400 with a word (Bitrix24 source, crm/lib/controller/errorcode.php). */
export const invalidArgument = (text: string): RestError => new RestError(400, 'INVALID_ARG_VALUE', text);
export const accessDenied = (): RestError => new RestError(400, 'ACCESS_DENIED', 'Доступ запрещен');
export const missingArgument = (name: string): RestError =>
  new RestError(400, 'REQUIRED_ARG_MISSING', `Argument '${name}' is required`);

/** Errors of legacy CRM proxies carry an empty code (Bitrix24 source, crm/classes/general/restservice.php). */
export const legacyError = (text: string): RestError => new RestError(400, '', text);
export const legacyAccessDenied = (): RestError => legacyError('Access denied.');
