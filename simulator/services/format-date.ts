/** `Utilities.formatDate`: the letters of Java's SimpleDateFormat that mean the same everywhere. */
import { zoneForIntl } from '../fixed-offset';
import { NotSimulatedError } from '../service';
import type { TimeFormats } from './TimeFormats';

const FIELDS: Readonly<Record<string, Intl.DateTimeFormatPartTypes>> = {
  yyyy: 'year',
  MM: 'month',
  dd: 'day',
  HH: 'hour',
  mm: 'minute',
  ss: 'second',
};

/** `timeZone` as in the IANA database or `GMT+3`. Text between apostrophes stands for itself. */
export function formatDate(time: number, timeZone: string, pattern: string, formats: TimeFormats): string {
  const parts = new Map(partsOf(time, timeZone, formats).map(({ type, value }) => [type, value]));
  return pattern.replace(/'([^']*)'|([A-Za-z])\2*/g, (token: string, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted;
    if (token === 'SSS') return String(time % 1000).padStart(3, '0');
    const field = FIELDS[token];
    if (field === undefined) throw new NotSimulatedError(`Utilities.formatDate with ${token}`);
    return parts.get(field) ?? '';
  });
}

export function partsOf(time: number, timeZone: string, formats: TimeFormats): Intl.DateTimeFormatPart[] {
  const known = zoneForIntl(timeZone);
  return formats.of(known.timeZone).formatToParts(time + known.shift);
}
