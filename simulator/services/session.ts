/** `Session` (Google, Session reference). */
import { makeService, type Gate } from '../service';
import { methodsOf } from '../signature';

export interface SessionOptions {
  /** E-mail address of the person at the keyboard; '' where the platform does not tell. */
  readonly activeEmail: string;
  readonly effectiveEmail: string;
  /** Language of the person: `ru`. */
  readonly locale: string;
  readonly scriptTimeZone: string;
  /** A pseudonym that stands for the person in this script. */
  readonly temporaryKey: string;
}

export function makeSession(gate: Gate, options: SessionOptions) {
  const method = methodsOf('Session');
  const person = (email: string) =>
    makeService('User', gate, { getEmail: () => email, getUserLoginId: () => email });
  return makeService('Session', gate, {
    getActiveUser: method('getActiveUser', [], () => person(options.activeEmail)),
    getEffectiveUser: method('getEffectiveUser', [], () => person(options.effectiveEmail)),
    getActiveUserLocale: method('getActiveUserLocale', [], () => options.locale),
    getScriptTimeZone: method('getScriptTimeZone', [], () => options.scriptTimeZone),
    getTemporaryActiveUserKey: method('getTemporaryActiveUserKey', [], () => options.temporaryKey),
  });
}
