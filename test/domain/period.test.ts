import fc from 'fast-check';
import { addDays, isIsoDate } from '../../src/domain/calendar-day';
import type { IsoDate } from '../../src/domain/ids';
import { resolvePeriod, type PeriodPreset } from '../../src/domain/period';

const preset = (name: PeriodPreset) => ({ preset: name, from: null, to: null });
const aDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as IsoDate);

describe('a period preset', () => {
  it.each<[PeriodPreset, string, string, string]>([
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
        fc.constantFrom(['month', 'previousMonth'], ['quarter', 'previousQuarter'], ['year', 'previousYear']),
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
});
