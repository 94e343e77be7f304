/** What helps against a failure. A page knows of it only the sentence, so it is told by how that begins. */
import { endingTexts } from '../texts/ending-texts';
import { errorTexts, type ErrorTextCode } from '../texts/error-texts';
import type { Viewer } from './refresh-view';
import type { Watched } from './RefreshWatch';

/**
 * `own`: a webhook of the reader's own in the place of a broken one of somebody else's; `trigger`: one that Google has
 * stopped is to be made anew; `webhook`: another one is to be entered; `settings`: one is to be changed; `again`: it may
 * pass by itself; `admin`: what only an administrator can mend.
 */
export type Remedy = 'own' | 'trigger' | 'webhook' | 'settings' | 'again' | 'admin';

/** Those that are something to enter. */
export type EnteredRemedy = Extract<Remedy, 'own' | 'webhook' | 'settings'>;

/** Where a sentence advises more than one thing, what it advises first. */
const OF_ERRORS: Readonly<Record<ErrorTextCode, Remedy>> = {
  credentials: 'webhook',
  unauthorized: 'again',
  blocked: 'admin',
  confirmWaiting: 'admin',
  confirmDenied: 'admin',
  userInactive: 'webhook',
  scope: 'admin',
  subscription: 'admin',
  accessDenied: 'admin',
  overload: 'admin',
  portalClosed: 'again',
  portalDeleted: 'webhook',
  httpsRequired: 'webhook',
  intranetOnly: 'webhook',
  invoicesOff: 'admin',
  methodNotFound: 'admin',
  argument: 'settings',
  refused: 'again',
  rateLimit: 'again',
  operatingLimit: 'again',
  serverError: 'again',
  redirect: 'webhook',
  redirectToHttp: 'admin',
  redirectLoop: 'webhook',
  unreachable: 'again',
  dns: 'webhook',
  timeout: 'again',
  tls: 'admin',
  tooLarge: 'settings',
  notJson: 'again',
  brokenJson: 'again',
  badAnswer: 'again',
  fieldGone: 'settings',
  fieldNotDate: 'settings',
  fieldNotSum: 'settings',
  fieldNotShown: 'settings',
  invisible: 'admin',
  quota: 'again',
  busyGoogle: 'again',
  googleFailed: 'again',
  forbiddenHost: 'admin',
  notListed: 'admin',
  permission: 'again',
  noConnection: 'settings',
};

/** What else ends a refresh. Where its sheets refuse it, the sentence says what to do there. */
const OF_REFRESHES = {
  unforeseen: 'again',
  stalled: 'again',
  interrupted: 'again',
  writingInterrupted: 'again',
  withheld: 'webhook',
  webhookGone: 'webhook',
} as const satisfies Partial<Record<keyof typeof endingTexts, Remedy>>;

type Sentence = (...values: never[]) => string;

/** What every such sentence begins with: all before the first letter that depends on what it is given. */
function opening(sentence: Sentence): string {
  const [one = '', other = ''] = ['rows', 'links'].map((value) => sentence(...([value, value] as never[])));
  let end = 0;
  while (end < one.length && one[end] === other[end]) end += 1;
  return one.slice(0, end);
}

const openings = (texts: Readonly<Record<string, unknown>>, remedies: Readonly<Record<string, Remedy>>) =>
  Object.entries(remedies).map(([name, remedy]) => [opening(texts[name] as Sentence), remedy] as const);

/** The longer first: a sentence may begin as another one does and go on differently. */
const OPENINGS = [
  ...openings(errorTexts, OF_ERRORS),
  ...openings(endingTexts, OF_REFRESHES),
  [endingTexts.stalled('limits'), OF_REFRESHES.stalled] as const,
].sort(([one], [other]) => other.length - one.length);
const AFTER_MANY = endingTexts.gaveUp('');

/** @returns null where no other button helps than the one that refreshes */
export function remedyOf(message: string): Remedy | null {
  const sentence = message.startsWith(AFTER_MANY) ? message.slice(AFTER_MANY.length) : message;
  return OPENINGS.find(([begin]) => sentence.startsWith(begin))?.[1] ?? null;
}

/** What helps where nothing is under way: a colleague is asked for a webhook only where the owner's is known to be broken. */
export function remedyFor(
  { progress, notice, answer }: Pick<Watched, 'progress' | 'notice' | 'answer'>,
  {
    isConnected,
    isOwner,
    waiting,
    refusal,
    stopped,
  }: Pick<Viewer, 'isConnected' | 'isOwner' | 'waiting' | 'refusal' | 'stopped'>,
): Remedy | null {
  if (!isConnected) return 'settings';
  if (!isOwner && (refusal !== null || answer === 'refused')) return 'own';
  if (stopped !== null && notice === null) return isOwner ? 'trigger' : null;
  const remedy = remedyOf(notice ?? (progress?.state === 'failed' ? progress.message : ''));
  if (remedy === 'again' && isOwner && waiting !== null) return null;
  return remedy === 'webhook' && !isOwner ? null : remedy;
}
