/** How an execution ended, as a state and a sentence: the only place that turns an error into a sentence. */
import { Bitrix24Error } from '../bitrix24/Bitrix24Error';
import { sentenceFor } from '../texts/sentence-for';
import { WriterError } from '../sheets/WriterError';
import type { Run } from '../state/run';
import { refreshTexts, type PauseReason } from '../texts/refresh-texts';
import { doneMessage } from './done-message';
import type { ExecutedReport } from './RefreshExecution';
import { mayPass } from './repeats';
import { isHopeless } from './run-course';
import { CancelSignal, pauseReason, PauseSignal } from './signals';

export interface Ending extends Pick<Run, 'state' | 'message' | 'isConnectionBroken'> {
  /** Of a failure: whether the same may succeed within the hour. */
  readonly mayPass?: boolean;
  /** Of a pause. */
  readonly reason?: PauseReason;
}

/** @param isListKept as of `doneMessage` */
export function doneBy(executed: ExecutedReport, run: Run, isListKept: boolean): Ending {
  return { state: 'done', message: doneMessage(executed, run, isListKept) };
}

/** Errors of our own carry their sentence; the text of any other may quote the webhook's address. */
export function endedBy(
  error: unknown,
  { phase, setbacks }: Pick<Run, 'phase' | 'setbacks'>,
  isPublished: boolean,
): Ending {
  if (error instanceof CancelSignal) return { state: 'cancelled', message: refreshTexts.cancelled() };
  const reason = pauseReason(error);
  if (reason !== null) return { state: 'paused', message: refreshTexts.paused(reason, isPublished), reason };
  return {
    state: 'failed',
    message: sentenceFor(error, unknownReason(phase === 'write', isHopeless({ setbacks }))),
    mayPass: mayPass(error),
    isConnectionBroken: error instanceof Bitrix24Error && error.kind === 'connection',
  };
}

function unknownReason(isWriting: boolean, isRepeated: boolean): string {
  if (!isWriting) return refreshTexts.unforeseen();
  return isRepeated ? refreshTexts.writingKeepsFailing() : refreshTexts.writingInterrupted();
}

/** For the log. */
export function errorName(error: unknown): string {
  if (error instanceof Bitrix24Error || error instanceof WriterError) return `${error.name} ${error.code}`;
  if (error instanceof PauseSignal) return `${error.name} ${error.reason}`;
  return error instanceof CancelSignal ? error.name : 'unforeseen';
}
