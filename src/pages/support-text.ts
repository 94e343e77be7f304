/** The text that a user sends to whoever supports the report: counts, states and times, and nothing of the CRM. */
import type { FinishedRun, Progress } from '../state/run';
import type { Status } from '../state/status';
import { PRODUCT_NAME } from '../texts/menu-texts';

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
  const { version, owner, isOwner, generation, lastSuccess, lastAttempt, nextRun, waiting, runs } = status;
  const { state, phase, done, total, requests, cacheHits } = progress;
  return [
    `${PRODUCT_NAME} ${version}`,
    `time: ${now.toISOString()}`,
    `connection: ${owner === null ? 'none' : isOwner ? 'own' : 'of another user'}`,
    `lists of owners: ${generation}`,
    `last success: ${lastSuccess ?? '-'}`,
    `last attempt: ${lastAttempt ?? '-'}`,
    `next run: ${nextRun ?? '-'}`,
    `waiting request: ${waiting?.at ?? '-'}`,
    `now: ${state} ${phase ?? '-'} ${done}/${total} requests ${requests} cache hits ${cacheHits}`,
    ...(state === 'failed' ? [`  ${withoutData(progress.message)}`] : []),
    'runs:',
    ...runs.flatMap(runLines),
  ].join('\n');
}

function runLines({ startedAt, finishedAt, how, state, message, ...counts }: FinishedRun): string[] {
  const { invoices, rows, requests, hits } = counts;
  const line =
    `${startedAt ?? '-'} ${finishedAt ?? '-'} ${how} ${state}` +
    ` invoices ${invoices} rows ${rows} requests ${requests} hits ${hits}`;
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
