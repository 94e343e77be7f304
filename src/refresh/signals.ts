/** Two ways for a refresh to end early that are no errors: thrown between two requests, caught by its execution. */
import { Bitrix24Error } from '../bitrix24/Bitrix24Error';
import type { PauseReason } from '../texts/refresh-texts';

/** The execution's time is nearly up; what was fetched is kept, and another execution goes on. */
export class PauseSignal extends Error {
  override readonly name = 'PauseSignal';

  constructor(readonly reason: PauseReason) {
    super();
  }
}

/** Someone asked for it. */
export class CancelSignal extends Error {
  override readonly name = 'CancelSignal';
}

/** The portal forgives within ten minutes what it refuses so; a later execution goes on then. */
const isThrottled = (error: unknown): boolean =>
  error instanceof Bitrix24Error && error.code === 'operatingLimit';

/** Why another execution shall go on; null where none shall. */
export function pauseReason(error: unknown): PauseReason | null {
  if (error instanceof PauseSignal) return error.reason;
  return isThrottled(error) ? 'limits' : null;
}
