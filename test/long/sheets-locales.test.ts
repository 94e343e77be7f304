/** The same cells in every spreadsheet locale and zone: numbers stay numbers, days days and texts texts. */
import { connect, type World } from '../../world/make-world';
import { aPortal, PAYMENT_DATE } from '../../portal/data/a-portal';
import type { LocaleName } from '../../simulator/spreadsheet';
import { aWorld } from '../../world/a-world';
import { refreshed, startOnce } from '../../world/scenario';
import { changesBy, BRIEF, column, DETAIL, lines, picture } from '../../world/sheets';
import { userOf } from '../bundle/support/workbook';

const LOCALES: readonly LocaleName[] = ['ru_RU', 'en_US', 'de_DE', 'tr_TR'];

/** Texts that one locale or another would read as a number, a day, a truth value or a formula. */
const TEXTS = [
  '1,5',
  '1.5',
  '1.234,5',
  '01.02.2026',
  '2/1/2026',
  '1/2',
  '1-2',
  '1 000',
  '10%',
  '5 ₽',
  '1E5',
  '007',
];
const WORDS = [
  'TRUE',
  'ИСТИНА',
  'WAHR',
  'DOĞRU',
  '12:30',
  '1. Feb',
  'янв 2026',
  '=1+1',
  '+7 900',
  '-5',
  "'цитата",
];

/** 46142 is 2026-04-30. */
const APRIL_30 = 46_142;

function worldIn(locale: LocaleName, timeZone: string, portalZone: string): World {
  const world = aWorld(
    (clock) => {
      const portal = aPortal(clock);
      [...TEXTS, ...WORDS].forEach((text, index) => {
        portal.withInvoice({
          ID: index + 1,
          ACCOUNT_NUMBER: text,
          BEGINDATE: '2026-04-30',
          OPPORTUNITY: 1234.5,
          [PAYMENT_DATE]: '2026-05-01',
          rows: [{ PRODUCT_NAME: text, PRICE: 1234.5, QUANTITY: 1.5 }],
        });
      });
      return portal.data;
    },
    { spreadsheet: { locale, timeZone }, portal: { zone: portalZone } },
  );
  connect(world, { paymentDateField: PAYMENT_DATE });
  return world;
}

const cases = [
  ...LOCALES.map((locale) => [locale, 'Europe/Moscow', '+03:00'] as const),
  ['en_US', 'America/Los_Angeles', '+09:00'],
  ['ru_RU', 'Pacific/Kiritimati', '-05:00'],
  // Sheets takes it, the script engine does not know it.
  ['ru_RU', 'GMT+03:00', '+03:00'],
] as const;

const inMoscow = worldIn('ru_RU', 'Europe/Moscow', '+03:00');
refreshed(inMoscow);

test.each(cases)(
  'a spreadsheet in %s and %s, with a portal at %s, holds the same cells',
  (locale, zone, portal) => {
    const world = worldIn(locale, zone, portal);
    refreshed(world);
    expect(picture(world)).toEqual(picture(inMoscow));
    expect(column(world, BRIEF, 'B')).toEqual([...TEXTS, ...WORDS]);
    expect(column(world, DETAIL, 'E')).toEqual([...TEXTS, ...WORDS]);
    expect(lines(world, BRIEF)[0]?.slice(3)).toEqual([1234.5, 308.63, APRIL_30, '', APRIL_30 + 1]);
    expect(lines(world, DETAIL)[0]?.slice(4)).toEqual([1.5, 1234.5, 1851.75, 308.63]);
    expect(changesBy(startOnce(world).ledger)).toEqual([]);
  },
);

test('a value that a user typed in the locale of the spreadsheet is put right', () => {
  const world = worldIn('de_DE', 'Europe/Berlin', '+03:00');
  refreshed(world);
  const user = userOf(world);
  user.enter(BRIEF, 'E3', '1.234,50 €');
  user.enter(BRIEF, 'G4', '1.5.2026');
  user.enter(BRIEF, 'E5', 'WAHR');
  refreshed(world);
  expect(picture(world)).toEqual(picture(inMoscow));
});

describe('Presets are calendar periods of the spreadsheet’s zone', () => {
  /** Noon is 09:00 UTC; the world's clock begins on 20 May. */
  const NEW_YEAR_IN_MOSCOW = Date.parse('2026-12-31T21:30:00Z');
  const DAYS = [
    '2026-05-01',
    '2026-11-30',
    '2026-12-01',
    '2026-12-31',
    '2027-01-01',
    '2027-03-31',
    '2027-12-31',
  ];

  function shown(preset: string, timeZone: string): unknown[] {
    const world = aWorld(
      (clock) => {
        const portal = aPortal(clock);
        DAYS.forEach((day, index) =>
          portal.withInvoice({ ID: index + 1, ACCOUNT_NUMBER: day, BEGINDATE: day }),
        );
        return portal.data;
      },
      { spreadsheet: { timeZone } },
    );
    connect(world, { period: { preset, from: null, to: null } });
    world.clock.advance(NEW_YEAR_IN_MOSCOW - world.clock.now());
    refreshed(world);
    return column(world, BRIEF, 'B');
  }

  // Half past midnight on 1 January in Moscow, still 31 December in Berlin.
  test.each([
    ['month', 'Europe/Moscow', ['2027-01-01']],
    ['month', 'Europe/Berlin', ['2026-12-01', '2026-12-31']],
    ['previousMonth', 'Europe/Moscow', ['2026-12-01', '2026-12-31']],
    ['previousMonth', 'Europe/Berlin', ['2026-11-30']],
    ['quarter', 'Europe/Moscow', ['2027-01-01', '2027-03-31']],
    ['year', 'Europe/Moscow', ['2027-01-01', '2027-03-31', '2027-12-31']],
    ['year', 'Europe/Berlin', ['2026-05-01', '2026-11-30', '2026-12-01', '2026-12-31']],
    ['previousYear', 'Europe/Moscow', ['2026-05-01', '2026-11-30', '2026-12-01', '2026-12-31']],
  ])('%s in %s', (preset, zone, days) => {
    expect(shown(preset, zone)).toEqual(days);
  });
});
