/** What helps against each failure: what an unattended refresh may try again, and when a connection counts as broken. */
import type { ErrorTextCode } from '../texts/error-texts';

/**
 * `passing`: may be over within the hour without anybody's doing, as of Google's services and of a portal that is
 * out of reach, overloaded or closed for maintenance. `connection`: the webhook, its owner's rights or the portal's
 * plan; somebody has to act on the portal. `lasting`: everything else, such as a setting.
 */
export type ErrorKind = 'passing' | 'connection' | 'lasting';

export const ERROR_KINDS: Readonly<Record<ErrorTextCode, ErrorKind>> = {
  credentials: 'connection',
  unauthorized: 'passing',
  blocked: 'connection',
  confirmWaiting: 'connection',
  confirmDenied: 'connection',
  userInactive: 'connection',
  scope: 'connection',
  subscription: 'connection',
  accessDenied: 'connection',
  overload: 'passing',
  portalClosed: 'passing',
  portalDeleted: 'connection',
  httpsRequired: 'connection',
  intranetOnly: 'connection',
  invoicesOff: 'connection',
  methodNotFound: 'connection',
  argument: 'lasting',
  refused: 'lasting',
  rateLimit: 'passing',
  operatingLimit: 'passing',
  serverError: 'passing',
  redirect: 'connection',
  redirectLoop: 'connection',
  redirectToHttp: 'connection',
  unreachable: 'passing',
  dns: 'passing',
  timeout: 'passing',
  tls: 'passing',
  tooLarge: 'lasting',
  notJson: 'passing',
  brokenJson: 'passing',
  badAnswer: 'lasting',
  fieldGone: 'lasting',
  fieldNotDate: 'lasting',
  fieldNotSum: 'lasting',
  fieldNotShown: 'lasting',
  invisible: 'connection',
  quota: 'lasting',
  busyGoogle: 'passing',
  googleFailed: 'passing',
  forbiddenHost: 'connection',
  notListed: 'lasting',
  permission: 'lasting',
  noConnection: 'lasting',
};
