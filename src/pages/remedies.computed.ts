/**
 * How the sentences begin that a remedy is known for. Runs when the page is built (see bundler/page.ts): the sentences
 * themselves are the script's, and a page that carried them once more would be a tenth larger.
 */
import { endingTexts } from '../texts/ending-texts';
import { errorTexts, type ErrorTextCode } from '../texts/error-texts';

/**
 * `webhook`: another one is to be entered; `settings`: one is to be changed; `again`: it may pass by itself; `admin`:
 * what only an administrator can mend.
 */
export type SentenceRemedy = 'webhook' | 'settings' | 'again' | 'admin';

/** Where a sentence advises more than one thing, what it advises first. */
const OF_ERRORS: Readonly<Record<ErrorTextCode, SentenceRemedy>> = {
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
} as const satisfies Partial<Record<keyof typeof endingTexts, SentenceRemedy>>;

type Sentence = (...values: never[]) => string;

/** What every such sentence begins with: all before the first letter that depends on what it is given. */
function opening(sentence: Sentence): string {
  const [one = '', other = ''] = ['rows', 'links'].map((value) => sentence(...([value, value] as never[])));
  let end = 0;
  while (end < one.length && one[end] === other[end]) end += 1;
  return one.slice(0, end);
}

type Opening = readonly [begin: string, remedy: SentenceRemedy];

const openings = (
  texts: Readonly<Record<string, unknown>>,
  remedies: Readonly<Record<string, SentenceRemedy>>,
): Opening[] => Object.entries(remedies).map(([name, remedy]) => [opening(texts[name] as Sentence), remedy]);

const WHOLE: readonly Opening[] = [
  ...openings(errorTexts, OF_ERRORS),
  ...openings(endingTexts, OF_REFRESHES),
  [endingTexts.stalled('limits'), OF_REFRESHES.stalled],
];

/** Characters by which no two sentences of the catalogue are taken for one another by chance. */
const ENOUGH = 32;

/** As much of it as tells it from those with another remedy. */
function told([begin, remedy]: Opening): Opening {
  const others = WHOLE.filter(([, other]) => other !== remedy).map(([other]) => other);
  let end = ENOUGH;
  while (end < begin.length && others.some((other) => other.startsWith(begin.slice(0, end)))) end += 1;
  return [begin.slice(0, end), remedy];
}

/** The longer first: a sentence may begin as another one does and go on differently. */
export const OPENINGS: readonly Opening[] = WHOLE.map(told).sort(
  ([one], [other]) => other.length - one.length,
);

/** What a sentence begins with where several attempts have failed. */
export const AFTER_MANY = endingTexts.gaveUp('');
