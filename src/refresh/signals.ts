/** Two ways for a refresh to end early that are no errors: thrown between two requests, caught by its execution. */

/** The execution's time is nearly up; what was fetched is kept, and another execution goes on. */
export class PauseSignal extends Error {
  override readonly name = 'PauseSignal';
}

/** Someone asked for it. */
export class CancelSignal extends Error {
  override readonly name = 'CancelSignal';
}
