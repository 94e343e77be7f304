/** When a clock trigger fires: what its builder was told, and the first time that follows from it. */
import { PlatformException } from '../service';
import { localDate, timeOfLocal } from './zoned-time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface Schedule {
  /** Milliseconds from run to run; null for a trigger that fires once. */
  readonly everyMilliseconds: number | null;
  /** The one time of a trigger that fires once, milliseconds since 1970, or how long it waits. */
  readonly once: { readonly at: number } | { readonly after: number } | null;
  /** 0–23, in the zone; for triggers by days and weeks. */
  readonly hour: number | null;
  /** 0–59. */
  readonly minute: number | null;
  /** 0 = Sunday; null for any day. */
  readonly weekDay: number | null;
  /** IANA name. */
  readonly zone: string;
}

/** The first time after `now`. Where something is left open the platform chooses; `random` is from 0 to below 1. */
export function firstTime(schedule: Schedule, now: number, random: () => number): number {
  const { everyMilliseconds, once } = schedule;
  if (once) return 'at' in once ? once.at : now + once.after;
  if (everyMilliseconds === null) throw new PlatformException('The trigger has no schedule.');
  if (everyMilliseconds < DAY) return now + Math.ceil(random() * everyMilliseconds);
  return nextLocalTime(schedule, now, random);
}

/** A quarter of an hour about `nearMinute`, anywhere in the hour without it (Google, ClockTriggerBuilder reference). */
const NEAR_MINUTES = 15;

function nextLocalTime({ hour, minute, weekDay, zone }: Schedule, now: number, random: () => number): number {
  const chosenHour = hour ?? Math.floor(random() * 24);
  const chosenMinute = minute === null ? random() * 60 : minute + (random() * 2 - 1) * NEAR_MINUTES;
  const today = localDate(now, zone);
  for (let ahead = 0; ; ahead++) {
    const day = today + ahead * DAY;
    const time = timeOfLocal(day + chosenHour * HOUR + Math.round(chosenMinute * MINUTE), zone);
    if (time > now && (weekDay === null || new Date(day).getUTCDay() === weekDay)) return time;
  }
}
