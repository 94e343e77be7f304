/** Days as a portal prints them, read back: whatever zone its server keeps, whatever season it is asked in. */
import fc from 'fast-check';
import { Zone } from '../../../portal/answer/Zone';
import { calendarDay } from '../../../src/domain/calendar-day';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const YEAR = 2026;

const dayAt = (index: number): string =>
  new Date(Date.UTC(YEAR, 0, 1) + index * DAY).toISOString().slice(0, 10);
const noonOf = (index: number): number => Date.UTC(YEAR, 0, 1, 12) + index * DAY;

/** Days of the year on which the clock is changed, the days beside them, and one a fortnight. */
function daysWorthAsking({ offsetAt }: Zone): string[] {
  const days = new Set<number>();
  for (let index = 0; index < 365; index++) {
    const isChanged = offsetAt(noonOf(index)) !== offsetAt(noonOf(index + 1));
    if (isChanged) for (let beside = -1; beside <= 2; beside++) days.add(index + beside);
    if (index % 14 === 0) days.add(index);
  }
  return [...days].map(dayAt);
}

/** Moments of asking, one for each offset that the zone has in the year. */
function seasons({ offsetAt }: Zone): number[] {
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(YEAR, month, 15));
  return months.filter(
    (moment, index) => months.findIndex((m) => offsetAt(m) === offsetAt(moment)) === index,
  );
}

const misread = (name: string): string[] =>
  seasons(new Zone(name)).flatMap((now) => {
    const zone = new Zone(name, now);
    return daysWorthAsking(zone)
      .map((day) => ({ day, printed: zone.printDay(day) }))
      .filter(({ day, printed }) => calendarDay(printed, 'date') !== day)
      .map(({ day, printed }) => `${name}, asked ${new Date(now).toISOString()}: ${day} printed ${printed}`);
  });

describe('a date of a portal', () => {
  it('is read as the day of the card, in every zone of the world and at every season', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    expect(zones.length).toBeGreaterThan(400);
    expect(zones.flatMap(misread)).toEqual([]);
  });

  it('is read so at every offset from −12:00 to +14:00, with and without an hour of summer time', () => {
    const minutes = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15);
    const change = fc.constantFrom(-1, 0, 1);
    fc.assert(
      fc.property(minutes, change, fc.integer({ min: 1, max: 364 }), (offset, hours, index) => {
        // No zone is east of Greenwich on the day and west of it when asked, or so little east.
        fc.pre(offset <= 0 || offset + hours * 60 >= 0);
        const size = Math.abs(offset);
        const name = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
        const printed = new Zone(name).printTime(Date.parse(dayAt(index)) + hours * HOUR);
        expect(calendarDay(printed, 'date')).toBe(dayAt(index));
      }),
    );
  });

  it.each([
    ['2026-03-31', 'Atlantic/Azores', '2026-11-29', '2026-03-30T23:00:00+00:00'],
    ['2026-03-31', 'Atlantic/Azores', '2026-06-15', '2026-03-31T00:00:00+00:00'],
    ['2026-01-31', 'Atlantic/Azores', '2026-06-15', '2026-01-31T00:00:00-01:00'],
    ['2026-07-01', 'America/New_York', '2026-11-29', '2026-06-30T19:00:00-04:00'],
    ['2026-07-01', 'Europe/Kyiv', '2026-11-29', '2026-07-01T02:00:00+03:00'],
    ['2026-07-01', 'Antarctica/Troll', '2026-11-29', '2026-07-01T00:00:00+02:00'],
  ])('%s in %s, asked on %s, is printed %s', (day, zone, today, printed) => {
    expect(new Zone(zone, Date.parse(today)).printDay(day)).toBe(printed);
    expect(calendarDay(printed, 'date')).toBe(day);
  });

  it.each([
    ['0001-01-01', '2001-01-01T03:00:00+03:00'],
    ['0026-02-10', '2026-02-10T03:00:00+03:00'],
    ['0070-05-01', '1970-05-01T03:00:00+03:00'],
    ['1900-01-01', '1900-01-01T03:00:00+03:00'],
  ])('of the year as in %s comes as %s', (day, printed) => {
    expect(new Zone('+03:00').printDay(day)).toBe(printed);
  });
});

const two = (number: number): string => String(number).padStart(2, '0');
