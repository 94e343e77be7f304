/** Keeps everything that a finished refresh says needs a look, for «Состояние»: its message tells only some. */
import { attempt } from '../platform/attempt';
import type { Webhook } from '../domain/Webhook';
import type { Platform } from '../platform/platform';
import { KeptRemarks } from '../state/KeptRemarks';
import type { Run } from '../state/run';
import { noticesOf, type ExecutedReport } from './ending';

/** @returns whether they are all there to be read, or as many as there is room for */
export function keepRemarks(
  { documentProperties, codec, log }: Pick<Platform, 'documentProperties' | 'codec' | 'log'>,
  executed: ExecutedReport,
  { startedAt, briefOnly }: Pick<Run, 'startedAt' | 'briefOnly'>,
  webhook: Webhook,
): boolean {
  const kept = new KeptRemarks(documentProperties, codec, briefOnly ? 'brief' : 'both');
  const told = (most: number): string => noticesOf(executed, most).join('\n');
  if (startedAt === null || webhook.isToldBy(told(Infinity))) return false;
  return attempt(log, 'the remarks', () => kept.keep(startedAt, told));
}
