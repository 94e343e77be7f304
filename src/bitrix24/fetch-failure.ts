/**
 * What an exception of Google's fetch means. Its text quotes the full URL, secret included, and comes in the
 * user's language: it is only looked at for hints, and nothing of it leaves this function.
 */
import type { Failure } from './classify';

const hints: readonly { readonly pattern: RegExp; readonly failure: Pick<Failure, 'code' | 'retry'> }[] = [
  { pattern: /too many times for one day/i, failure: { code: 'quota', retry: 'never' } },
  { pattern: /script\.external_request|permission/i, failure: { code: 'permission', retry: 'never' } },
  { pattern: /^(Exception: )?DNS error/i, failure: { code: 'dns', retry: 'fault' } },
  { pattern: /^(Exception: )?Timeout/i, failure: { code: 'timeout', retry: 'fault' } },
];

export function fetchFailure(error: unknown): Failure {
  const text = error instanceof Error ? error.message : '';
  const known = hints.find(({ pattern }) => pattern.test(text));
  return { ...(known?.failure ?? { code: 'unreachable', retry: 'fault' }), details: {} };
}
