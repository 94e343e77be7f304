/** How often the owner's trigger fires in each form, and what follows from it. */

import { MINUTE_MILLISECONDS } from '../domain/durations';

/** Google, ClockTriggerBuilder: 1, 5, 10, 15 or 30. */
const BOUND_TICK_MINUTES = 5;
/** Google, "Triggers for editor add-ons": once an hour at most. */
const PUBLISHED_TICK_MINUTES = 60;

export const tickMinutes = (isPublished: boolean): number =>
  isPublished ? PUBLISHED_TICK_MINUTES : BOUND_TICK_MINUTES;

export const tickMilliseconds = (isPublished: boolean): number =>
  tickMinutes(isPublished) * MINUTE_MILLISECONDS;

/**
 * A refresh notes its start some time after its tick began, and ticks are some seconds off their minute. So the tick
 * that is meant for the next refresh may come a little too early by the clock, and must not leave it to the next one.
 */
export const tickTolerance = (isPublished: boolean): number => tickMilliseconds(isPublished) / 4;

/** After so many ticks that did not come, the platform has stopped the trigger. */
const MISSED_TICKS = 3;

/** Whether the trigger has stopped, by when it was made or fired last. */
export const hasStoppedFiring = (tickAt: number | null, now: number, isPublished: boolean): boolean =>
  tickAt !== null && now - tickAt > tickMilliseconds(isPublished) * MISSED_TICKS;
