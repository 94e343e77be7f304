/**
 * What an exception of Google's fetch means. Its text quotes the full URL, secret included, and comes in the
 * user's language: it is only looked at for hints, and nothing of it leaves this function.
 */
import { messageOf } from '../domain/message-of';
import { fault, never, type Failure, type Meaning } from './classify';

/** English as Google's scripts report it; Russian by the words that any wording of it must have. */
const hints: readonly { readonly pattern: RegExp; readonly failure: Meaning }[] = [
  { pattern: /too many times for one day|слишком много раз.*(за день|дн[яь]|сут)/i, failure: never('quota') },
  { pattern: /too many times|слишком много раз/i, failure: fault('busyGoogle') },
  { pattern: /bandwidth|пропускн|объ[её]м.* данных|передачи данных/i, failure: fault('busyGoogle') },
  { pattern: /not permitted by your admin|администратор/i, failure: never('forbiddenHost') },
  { pattern: /white-?list|allow-?list|бел(ый|ого|ом) спис/i, failure: never('notListed') },
  { pattern: /permission|разрешени|авториз/i, failure: never('permission') },
  { pattern: /^Limit Exceeded: URLFetch Response|превышен.*размер.*ответ/i, failure: never('tooLarge') },
  { pattern: /\bDNS\b/, failure: fault('dns') },
  { pattern: /\b(SSL|TLS)\b|certificate|сертификат/i, failure: { code: 'tls', retry: 'once' } },
  { pattern: /^Timeout|timed out|время ожидания|тайм-?аут/i, failure: fault('timeout') },
  { pattern: /a server error occurred|ошибка на сервере|ошибка сервера/i, failure: fault('googleFailed') },
];

/** Addresses, quoted names of hosts among them, and the prefix that Google puts before its texts. */
const NOT_ITS_WORDS = /https?:\/\/\S*|^Exception: /gi;

export function fetchFailure(error: unknown): Failure {
  const text = messageOf(error).replace(NOT_ITS_WORDS, '');
  const known = hints.find(({ pattern }) => pattern.test(text));
  return { ...(known?.failure ?? fault('unreachable')), details: {} };
}
