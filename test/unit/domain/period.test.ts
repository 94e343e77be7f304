import fc from 'fast-check';
import { addDays, isIsoDate } from '../../../src/domain/calendar-day';
import type { IsoDate } from '../../../src/domain/ids';
import { nextChange, PERIOD_PRESETS, resolvePeriod, type PeriodPreset } from '../../../src/domain/period';

const preset = (name: PeriodPreset) => ({ preset: name, from: null, to: null });
const aDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as IsoDate);

describe('a period preset', () => {
  it.each<[PeriodPreset, string, string, string]>([
    ['week', '2026-11-29', '2026-11-23', '2026-11-29'],
    ['week', '2026-11-30', '2026-11-30', '2026-12-06'],
    ['week', '2027-01-01', '2026-12-28', '2027-01-03'],
    ['previousWeek', '2026-11-29', '2026-11-16', '2026-11-22'],
    ['previousWeek', '2024-03-04', '2024-02-26', '2024-03-03'],
    ['month', '2026-02-10', '2026-02-01', '2026-02-28'],
    ['month', '2024-02-29', '2024-02-01', '2024-02-29'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
    ['previousMonth', '2026-01-15', '2025-12-01', '2025-12-31'],
    ['previousMonth', '2024-03-31', '2024-02-01', '2024-02-29'],
    ['quarter', '2026-01-01', '2026-01-01', '2026-03-31'],
    ['quarter', '2026-06-30', '2026-04-01', '2026-06-30'],
    ['quarter', '2026-07-01', '2026-07-01', '2026-09-30'],
    ['quarter', '2026-11-22', '2026-10-01', '2026-12-31'],
    ['previousQuarter', '2026-02-01', '2025-10-01', '2025-12-31'],
    ['previousQuarter', '2026-12-01', '2026-07-01', '2026-09-30'],
    ['year', '2026-05-05', '2026-01-01', '2026-12-31'],
    ['previousYear', '2026-05-05', '2025-01-01', '2025-12-31'],
    ['last30Days', '2026-03-01', '2026-01-31', '2026-03-01'],
    ['last90Days', '2024-03-01', '2023-12-03', '2024-03-01'],
  ])('%s on %s is %s to %s', (name, today, from, to) => {
    expect(resolvePeriod(preset(name), today as IsoDate)).toEqual({ from, to });
  });

  it('custom is the two days as set, whatever the day', () => {
    const [from, to] = ['2025-03-05', '2026-04-06'] as [IsoDate, IsoDate];
    expect(resolvePeriod({ preset: 'custom', from, to }, '2020-01-01' as IsoDate)).toEqual({ from, to });
  });

  it.each<[IsoDate | null, IsoDate | null]>([
    [null, '2026-01-01' as IsoDate],
    ['2026-01-01' as IsoDate, null],
  ])('custom from %p to %p is refused', (from, to) => {
    expect(() => resolvePeriod({ preset: 'custom', from, to }, '2026-01-01' as IsoDate)).toThrow(
      new RangeError('Expected both days of a custom period.'),
    );
  });

  it('of now contains today, and the previous one ends the day before it', () => {
    fc.assert(
      fc.property(
        aDay,
        fc.constantFrom(
          ['week', 'previousWeek'],
          ['month', 'previousMonth'],
          ['quarter', 'previousQuarter'],
          ['year', 'previousYear'],
        ),
        (today, names) => {
          const [current, previous] = names.map((name) => resolvePeriod(preset(name as PeriodPreset), today));
          expect(current && current.from <= today && today <= current.to).toBe(true);
          expect(previous?.to).toBe(addDays(current?.from ?? today, -1));
        },
      ),
    );
  });

  it('is whole months that exist', () => {
    const named = ['month', 'previousMonth', 'quarter', 'previousQuarter', 'year', 'previousYear'] as const;
    fc.assert(
      fc.property(aDay, fc.constantFrom(...named), (today, name) => {
        const { from, to } = resolvePeriod(preset(name), today);
        expect(isIsoDate(from) && isIsoDate(to)).toBe(true);
        expect([from.slice(8), addDays(to, 1).slice(8)]).toEqual(['01', '01']);
      }),
    );
  });

  it('of a week is seven days from a Monday on', () => {
    fc.assert(
      fc.property(aDay, fc.constantFrom('week', 'previousWeek'), (today, name) => {
        const { from, to } = resolvePeriod(preset(name), today);
        expect(new Date(from).getUTCDay()).toBe(1);
        expect(addDays(from, 6)).toBe(to);
      }),
    );
  });

  it('of the last days ends today and has as many days as it says', () => {
    fc.assert(
      fc.property(aDay, (today) => {
        expect(resolvePeriod(preset('last30Days'), today)).toEqual({ from: addDays(today, -29), to: today });
        expect(resolvePeriod(preset('last90Days'), today)).toEqual({ from: addDays(today, -89), to: today });
      }),
    );
  });
});

describe('the next change of a period', () => {
  it.each<[PeriodPreset, string, string]>([
    ['week', '2026-11-29', '2026-11-30'],
    ['previousWeek', '2026-11-30', '2026-12-07'],
    ['month', '2026-02-01', '2026-03-01'],
    ['previousMonth', '2026-12-31', '2027-01-01'],
    ['quarter', '2026-11-29', '2027-01-01'],
    ['year', '2024-01-01', '2025-01-01'],
    ['last30Days', '2026-11-29', '2026-11-30'],
  ])('%s seen on %s comes on %s', (name, today, change) => {
    expect(nextChange(preset(name), today as IsoDate)).toBe(change);
  });

  it('never comes where the days are the user’s own', () => {
    const [from, to] = ['2025-03-05', '2026-04-06'] as [IsoDate, IsoDate];
    expect(nextChange({ preset: 'custom', from, to }, '2025-03-05' as IsoDate)).toBeNull();
  });

  it('is the first day on which the preset means other days', () => {
    fc.assert(
      fc.property(
        aDay,
        fc.constantFrom(...PERIOD_PRESETS.filter((name) => name !== 'custom')),
        (today, name) => {
          const now = resolvePeriod(preset(name), today);
          const change = nextChange(preset(name), today) ?? today;
          expect(resolvePeriod(preset(name), addDays(change, -1)).from).toBe(now.from);
          expect(resolvePeriod(preset(name), change).from > now.from).toBe(true);
        },
      ),
    );
  });
});
