/** Two ways for a refresh to end early that are no errors: thrown between two requests, caught by its execution. */
import { Bitrix24Error } from '../bitrix24/Bitrix24Error';

/** The execution's time is nearly up; what was fetched is kept, and another execution goes on. */
export class PauseSignal extends Error {
  override readonly name = 'PauseSignal';
}

/** Someone asked for it. */
export class CancelSignal extends Error {
  override readonly name = 'CancelSignal';
}

/** The portal forgives within ten minutes what it refuses so; a later execution goes on then. */
export const isThrottled = (error: unknown): boolean =>
  error instanceof Bitrix24Error && error.code === 'operatingLimit';

/** Whether another execution shall go on. */
export const isPause = (error: unknown): boolean => error instanceof PauseSignal || isThrottled(error);
