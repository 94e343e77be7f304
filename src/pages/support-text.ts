/** The text that a user sends to whoever supports the report: counts, states and times, and nothing of the CRM. */
import type { FinishedRun, Progress } from '../state/run';
import type { Status } from '../state/status';
import { PRODUCT_NAME } from '../texts/menu-texts';
import { progressTexts } from '../texts/progress-texts';
import { counted, INVOICES, PRODUCT_ROWS } from '../texts/russian';
import { statusTexts, supportTexts } from '../texts/status-texts';
import { messageParts } from './message-parts';

/** Latin words of our own sentences that tell nothing of a portal. */
const HARMLESS: readonly string[] =
  'REST API CRM HTTPS JSON Google Bitrix24 id BEGINDATE CLOSEDATE https://'.split(' ');

const QUOTED = /«[^»]*(?:»|$)/g;
const INVOICE_NUMBER = /№ .*?(?=\(id)/g;
/** A method stands behind its word; whatever else is written in Latin letters may be a host or a name. */
const LATIN = /(метода? )?([A-Za-z0-9[](?:[A-Za-z0-9_.:/[\]-]*[A-Za-z0-9_\]/])?)/g;
const METHOD = /^[a-z]+(?:\.[a-z]+)*$/;
const NUMBER_OR_CODE = /^(?:\d+|[A-Z0-9]*_[A-Z0-9_]*)$/;

export function supportText(status: Status, progress: Progress, now: Date): string {
  const { version, owner, isOwner, generation, reconcile, waiting, runs } = status;
  const { lastSuccess, lastAttempt, nextRun } = status;
  const { state, phase, done, total, message, requests, cacheHits } = progress;
  const { states } = statusTexts;
  const { connections, ownerLists } = supportTexts;
  const course = [states[state], ...(phase === null ? [] : [progressTexts.phases[phase]])];
  return [
    `${PRODUCT_NAME} ${version}`,
    ...facts([
      [supportTexts.madeAt, moment(now.toISOString())],
      [statusTexts.owner, connections[owner === null ? 'none' : isOwner ? 'own' : 'other']],
      [supportTexts.asksTogether, ownerLists[generation]],
      [statusTexts.lastSuccess, moment(lastSuccess)],
      [statusTexts.lastAttempt, moment(lastAttempt)],
      [supportTexts.nextRun, moment(nextRun)],
      [statusTexts.waiting, moment(waiting?.at ?? null)],
      [
        supportTexts.now,
        [...course, progressTexts.invoices(done, total), ...sent(requests, cacheHits)].join(', '),
      ],
    ]),
    ...(state === 'failed' ? [`  ${withoutData(message)}`] : []),
    ...(reconcile === null ? [] : [statusTexts.reconciled(moment(reconcile.at), reconcile.differences)]),
    `${statusTexts.runs}:`,
    ...runs.flatMap(runLines),
  ].join('\n');
}

const facts = (told: readonly (readonly [name: string, value: string])[]): string[] =>
  told.map(([name, value]) => `${name}: ${value}`);

/** In UTC, as a person reads it; `time` as ISO text. */
const moment = (time: string | null): string =>
  time === null ? supportTexts.none : time.replace(/^(.*)T(.*)\.\d+Z$/, '$1 $2 UTC');

const sent = (requests: number, hits: number): string[] => [
  statusTexts.requests(requests),
  statusTexts.fromCache(hits),
];

function runLines({ startedAt, finishedAt, how, state, message, ...counts }: FinishedRun): string[] {
  const { invoices, rows, requests, hits } = counts;
  const line = [
    `${moment(startedAt)} – ${moment(finishedAt)}`,
    statusTexts.causes[how],
    statusTexts.states[state],
    counted(invoices, INVOICES),
    counted(rows, PRODUCT_ROWS),
    ...sent(requests, hits),
    ...messageParts(message, null).reading.map((text) => text.toLowerCase()),
  ].join(', ');
  return state === 'failed' ? [line, `  ${withoutData(message)}`] : [line];
}

/** A sentence of the catalogue with everything taken out that it may quote. */
function withoutData(sentence: string): string {
  return sentence
    .replace(INVOICE_NUMBER, '')
    .replace(QUOTED, '«…»')
    .replace(LATIN, (found, before: string | undefined, word: string) => {
      if (before !== undefined && METHOD.test(word)) return found;
      const isHarmless = HARMLESS.includes(word) || NUMBER_OR_CODE.test(word);
      return isHarmless ? found : `${before ?? ''}…`;
    });
}
