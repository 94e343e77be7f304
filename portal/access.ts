/** Who is let in, in the portal's own order of checks (Bitrix24 source, rest.php, processExecution; apauth/auth.php). */
import { RestError } from './answer/RestError';
import { mayCall, type CatalogueEntry } from './methods/catalogue';
import type { Route } from './request/route';

/** `closed`: portal deleted; `overloaded`: blocked by Bitrix staff; `unpaid`: no subscription; `https`: plain http refused. */
export type PortalState = 'open' | 'closed' | 'overloaded' | 'unpaid' | 'https';

export interface Admission {
  readonly state: PortalState;
  readonly userId: number;
  readonly secret: string;
  /** A deleted or expired webhook, or one that Bitrix blocked. */
  readonly revoked: boolean;
  readonly scopes: readonly string[];
  /** Source and documentation disagree on the statuses of these refusals. */
  readonly statuses: 'source' | 'documentation';
}

const STATUSES = {
  source: { credentials: 401, scope: 401, unpaid: 401, overloaded: 401, closed: 403, https: 401 },
  documentation: { credentials: 403, scope: 403, unpaid: 403, overloaded: 503, closed: 500, https: 400 },
} as const;

/** Checked before the method is looked up. */
export function checkOpen({ state, statuses }: Admission): void {
  if (state === 'closed')
    throw new RestError(STATUSES[statuses].closed, 'PORTAL_DELETED', 'Portal was deleted');
}

/** Checked after the method was found: secret, scope, overload, subscription. */
export function authorize(route: Route, entry: CatalogueEntry, admission: Admission): void {
  const status = STATUSES[admission.statuses];
  if (admission.state === 'https') throw new RestError(status.https, 'INVALID_REQUEST', 'Https required.');
  if (!route.credentials) throw new RestError(401, 'NO_AUTH_FOUND', 'Wrong authorization data');
  const { userId, secret } = route.credentials;
  if (admission.revoked || userId !== String(admission.userId) || secret !== admission.secret) {
    throw new RestError(status.credentials, 'INVALID_CREDENTIALS', 'Invalid request credentials');
  }
  checkScope(entry, admission);
  if (admission.state === 'overloaded') {
    throw new RestError(status.overloaded, 'OVERLOAD_LIMIT', 'REST API is blocked due to overload.');
  }
  if (admission.state === 'unpaid') {
    const text = 'REST is available only by subscription.';
    throw new RestError(status.unpaid, 'ACCESS_DENIED', text);
  }
}

export function checkScope(entry: CatalogueEntry, { scopes, statuses }: Admission): void {
  if (mayCall(entry, scopes)) return;
  const text = 'The request requires higher privileges than provided by the webhook token';
  throw new RestError(STATUSES[statuses].scope, 'insufficient_scope', text);
}
