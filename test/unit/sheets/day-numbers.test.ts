/** Days of date cells, in every zone that a spreadsheet may be in, whether or not the script engine knows its name. */
import fc from 'fast-check';
import { formatDate } from '../../../simulator/services/format-date';
import { TimeFormats } from '../../../simulator/services/TimeFormats';
import { dayNumbersIn } from '../../../src/sheets/day-numbers';

const formats = new TimeFormats();
/** As `Utilities.formatDate`. */
const formatTime = (time: number, zone: string, pattern: string): string =>
  formatDate(time, zone, pattern, formats);
const refuse = (): never => {
  throw new Error('asked although Intl knows the zone');
};

/** What an engine does that has not heard of a zone. */
function withoutIntl<T>(act: () => T): T {
  const intl = jest.spyOn(Intl, 'DateTimeFormat').mockImplementation(() => {
    throw new RangeError('Invalid time zone specified');
  });
  try {
    return act();
  } finally {
    intl.mockRestore();
  }
}

describe('The day number of an instant', () => {
  it('is the same whether Intl or the platform tells the time on the wall, in every zone', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const instants = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2050, 0, 1) });
    for (const zone of zones) formats.of(zone);
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        instants,
        fc.integer({ min: 0, max: 999 }),
        (zone, second, odd) => {
          const date = new Date(second - (second % 1_000) + odd);
          const byIntl = dayNumbersIn(zone, refuse)(date);
          expect(withoutIntl(() => dayNumbersIn(zone, formatTime)(date))).toBe(byIntl);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['GMT+03:00', '2026-04-29T21:00:00Z', 46_142],
    ['GMT-3', '2026-04-30T03:00:00Z', 46_142],
    ['GMT+05:45', '2026-04-30T06:15:00Z', 46_142.5],
    ['GMT', '2026-04-30T00:00:00Z', 46_142],
  ])('is that of the wall clock in %s, a zone by its offset', (zone, instant, number) => {
    expect(dayNumbersIn(zone, formatTime)(new Date(instant))).toBe(number);
  });

  it('is whole for a bare day that the change of the clocks begins at 01:00', () => {
    const day = new Date('2018-11-04T03:00:00Z');
    const numbers = [
      dayNumbersIn('America/Sao_Paulo', refuse)(day),
      withoutIntl(() => dayNumbersIn('America/Sao_Paulo', formatTime)(day)),
    ];
    expect(numbers).toEqual([43_408, 43_408]);
  });
});
