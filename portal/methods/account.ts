/** Methods of the global scope, which no tick-box guards (Bitrix24 source, rest_provider.php, rest/lib/api/user.php). */
import type { Call, MethodResult } from '../call';

/** An inactive user's profile is empty. */
export function profile({ user }: Call): MethodResult {
  if (!user.active) return { result: {} };
  const { id, admin, name, lastName, timeZone } = user;
  const result = {
    ID: String(id),
    ADMIN: admin,
    NAME: name,
    LAST_NAME: lastName,
    PERSONAL_GENDER: '',
    TIME_ZONE: timeZone,
  };
  return { result };
}

const ALL_SCOPES = ['crm', 'user', 'task', 'disk', 'catalog', 'sale'];

export const scope = ({ scopes, params }: Call): MethodResult => ({
  result: params['full'] === true || params['full'] === 'true' ? ALL_SCOPES : scopes,
});

export const serverTime = ({ clock, zone }: Call): MethodResult => ({ result: zone.printTime(clock.now()) });

export const appInfo = ({ scopes }: Call): MethodResult => ({
  result: { SCOPE: scopes, LICENSE: 'ru_basic' },
});

export function currentUser({ user }: Call): MethodResult {
  return { result: { ID: String(user.id), ACTIVE: user.active, NAME: user.name, LAST_NAME: user.lastName } };
}
