import fc from 'fast-check';
import {
  addDays,
  calendarDay,
  dayNumber,
  isIsoDate,
  isoDate,
  yearsBefore,
} from '../../../src/domain/calendar-day';
import type { IsoDate } from '../../../src/domain/ids';

const MILLISECONDS_PER_DAY = 86_400_000;
const anyDay = fc
  .integer({
    min: Date.UTC(1900, 0, 1) / MILLISECONDS_PER_DAY,
    max: Date.UTC(9999, 11, 31) / MILLISECONDS_PER_DAY,
  })
  .map((days) => new Date(days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10) as IsoDate);

const utcDays = (day: string): number => Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_PER_DAY;

describe('the calendar day of a date', () => {
  it.each([
    ['2024-04-19T03:00:00+03:00', '2024-04-19'],
    ['2024-04-19T02:00:00+02:00', '2024-04-19'],
    ['2024-04-19T00:00:00+00:00', '2024-04-19'],
    ['2024-04-19T00:00:00Z', '2024-04-19'],
    ['2024-04-19T12:00:00+12:00', '2024-04-19'],
    ['2024-04-19', '2024-04-19'],
    ['2026-03-30T19:00:00-05:00', '2026-03-31'],
    ['2026-03-31T19:00:00-05:00', '2026-04-01'],
    ['2024-02-28T19:00:00-05:00', '2024-02-29'],
    ['2025-02-28T20:30:00-03:30', '2025-03-01'],
    ['2026-12-31T16:00:00-08:00', '2027-01-01'],
    ['2026-03-31T00:00:00-05:00', '2026-03-31'],
    ['2026-03-31T03:00:00-00:00', '2026-03-31'],
    ['2026-03-30T19:00:00.000-0500', '2026-03-31'],
    ['2026-03-30 19:00:00-05:00', '2026-03-31'],
  ])('%s is %s', (value, day) => {
    expect(calendarDay(value, 'date')).toBe(day);
  });

  it('is the day whose UTC midnight the portal printed, in any zone it may keep', () => {
    const quarterHours = fc.integer({ min: -48, max: 56 });
    fc.assert(
      fc.property(anyDay, quarterHours, (day, offset) => {
        fc.pre(day > '1900-01-01' && day < '9999-12-31');
        const minutes = offset * 15;
        const local = new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000).toISOString().slice(0, 19);
        const size = Math.abs(minutes);
        const two = (number: number): string => String(number).padStart(2, '0');
        const printed = `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
        expect(calendarDay(printed, 'date')).toBe(day);
      }),
    );
  });
});

describe('the calendar day of a datetime', () => {
  it.each([
    ['2026-03-30T19:00:00-05:00', '2026-03-30'],
    ['2026-03-31T23:59:59+03:00', '2026-03-31'],
    ['2026-03-31T00:00:00+03:00', '2026-03-31'],
  ])('%s is its first ten characters, %s', (value, day) => {
    expect(calendarDay(value, 'datetime')).toBe(day);
  });
});

describe('a value without a calendar day', () => {
  it.each([
    [''],
    [null],
    [false],
    [[]],
    [undefined],
    [20240419],
    ['19.04.2024'],
    ['2024-02-30T03:00:00+03:00'],
  ])('%j is none', (value) => {
    expect(calendarDay(value, 'date')).toBeNull();
    expect(calendarDay(value, 'datetime')).toBeNull();
  });

  it.each([
    '0000-00-00',
    '0000-01-01',
    '2025-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-4-1',
    '2024-01-00',
    '1900-02-29',
    '2100-02-29',
    '2024/01/01',
    '12024-01-01',
    '2024-01-01T00:00:00',
    ' 2024-01-01',
    ['2024-01-01'],
    20240101,
    null,
  ])('%j is no day', (value) => {
    expect(isIsoDate(value)).toBe(false);
  });

  it.each(['0001-01-01', '2024-02-29', '2000-02-29', '9999-12-31'])('%s is a day', (text) => {
    expect(isIsoDate(text)).toBe(true);
  });
});

describe('a day number', () => {
  it.each([
    ['1899-12-30', 0],
    ['1899-12-31', 1],
    ['1900-03-01', 61],
    ['1970-01-01', 25_569],
    ['2024-02-29', 45_351],
    ['2026-01-01', 46_023],
    ['0001-01-01', -693_593],
    ['9999-12-31', 2_958_465],
  ])('of %s is %i', (day, number) => {
    expect(dayNumber(day as IsoDate)).toBe(number);
  });

  it('counts days as UTC does', () => {
    fc.assert(fc.property(anyDay, (day) => dayNumber(day) === utcDays(day) + 25_569));
  });
});

describe('counting days', () => {
  it('moves as UTC does, both ways', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5_000, max: 5_000 }), (day, days) => {
        const moved = new Date((utcDays(day) + days) * MILLISECONDS_PER_DAY).toISOString();
        fc.pre(moved.length === 24);
        expect(addDays(day, days)).toBe(moved.slice(0, 10));
      }),
    );
  });

  it('knows which centuries end with a leap year', () => {
    const february = (year: number): string => addDays(`${year}-02-28` as IsoDate, 1).slice(5);
    expect([1900, 2000, 2100, 2200, 2300, 2400].map(february)).toEqual([
      '03-01',
      '02-29',
      '03-01',
      '03-01',
      '03-01',
      '02-29',
    ]);
  });

  it('stays within the years of four digits', () => {
    expect(addDays('9999-12-31' as IsoDate, 1)).toBe('9999-12-31');
    expect(addDays('0001-01-01' as IsoDate, -1)).toBe('0001-01-01');
    expect(calendarDay('9999-12-31T19:00:00-05:00', 'date')).toBe('9999-12-31');
  });

  it('writes years, months and days in full', () => {
    expect(isoDate(987, 6, 5)).toBe('0987-06-05');
  });
});

describe('the same day of an earlier year', () => {
  it.each([
    ['2026-11-30', 3, '2023-11-30'],
    ['2028-02-29', 3, '2025-02-28'],
    ['2028-02-29', 4, '2024-02-29'],
    ['2028-02-28', 3, '2025-02-28'],
    ['2028-03-01', 3, '2025-03-01'],
    ['2104-02-29', 4, '2100-02-28'],
    ['0002-02-01', 3, '0001-02-01'],
  ])('than %s, %i years before, is %s', (day, years, expected) => {
    expect(yearsBefore(day as IsoDate, years)).toBe(expected);
  });

  it('exists, and is the latest of its year that is no later in it', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 100 }), (day, years) => {
        const before = yearsBefore(day, years);
        expect(isIsoDate(before)).toBe(true);
        expect(before.slice(5)).toBe(day.endsWith('02-29') ? before.slice(5) : day.slice(5));
        expect(Number(day.slice(0, 4)) - Number(before.slice(0, 4))).toBe(years);
      }),
    );
  });
});
