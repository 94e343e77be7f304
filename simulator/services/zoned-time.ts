/** Between instants and the clock on the wall of a time zone. Wall times are counted as if they were UTC. */
import { PlatformException } from '../service';
import { partsOf } from './format-date';
import { TimeFormats } from './TimeFormats';

const DAY = 86_400_000;

/** Throws where the zone is unknown. */
export function localTime(time: number, zone: string): number {
  const parts = new Map(
    partsOf(time, zone, new TimeFormats()).map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** Midnight of the day on the wall. */
export const localDate = (time: number, zone: string): number => {
  const local = localTime(time, zone);
  return local - (((local % DAY) + DAY) % DAY);
};

/** The instant at which the wall shows that time. */
export function timeOfLocal(local: number, zone: string): number {
  const guess = local - (localTime(local, zone) - local);
  // Round a change of the clocks the offset at the guess is the right one.
  return local - (localTime(guess, zone) - guess);
}

export function checkZone(zone: string): void {
  try {
    localTime(0, zone);
  } catch {
    throw new PlatformException('Invalid argument: timezone');
  }
}
