/** A platform that gives looks back otherwise than they were set: nothing is written for it, what was spoiled is. */
import { connect, type World } from '../../world/make-world';
import { aPortal, PAYMENT_DATE } from '../../portal/data/a-portal';
import { aWorld } from '../../world/a-world';
import { ALL_ECHOES, ECHOES } from '../bundle/support/echoes';
import { inOneGo } from '../bundle/support/long-worlds';
import { MINUTE } from '../../world/people';
import { refreshed, startOnce } from '../../world/scenario';
import { changesBy, BRIEF, DETAIL, picture } from '../../world/sheets';
import { userOf } from '../bundle/support/workbook';

/** Two currencies, dates, an invoice without VAT and one that is paid, already written. */
function written(echoes: World['spreadsheet']['quirks']['echoes']): World {
  const world = aWorld(
    (clock) =>
      aPortal(clock)
        .withCompany({ ID: 4, TITLE: 'Альфа' })
        .withInvoice({ ID: 1, COMPANY_ID: 4, rows: [{}, {}] })
        .withInvoice({ ID: 2, CURRENCY_ID: 'USD', TAX_VALUE: 0, rows: [{ TAX_RATE: null }] })
        .withInvoice({ ID: 3, [PAYMENT_DATE]: '2026-05-10', rows: [{}] }).data,
  );
  world.spreadsheet.quirks.echoes = echoes;
  connect(world);
  refreshed(world);
  return world;
}

/** The members that change cells in one more refresh, ten minutes later. */
function changesOfARefresh(world: World): readonly string[] {
  world.clock.advance(10 * MINUTE);
  return changesBy(startOnce(world).ledger);
}

const changedAt = (world: World): string[] =>
  [BRIEF, DETAIL].flatMap((name) =>
    userOf(world)
      .cell(name, 'B2')
      .note.split('\n')
      .filter((line) => line.startsWith('Изменено')),
  );

const CASES = Object.entries({ ...ECHOES, 'all of these': ALL_ECHOES });

describe.each(CASES)('Where Google reads back %s', (_, echoes) => {
  test('refreshes that change nothing write nothing, and the time of the last change stays', () => {
    const world = written(echoes);
    const first = changedAt(world);
    expect([changesOfARefresh(world), changesOfARefresh(world)]).toEqual([[], []]);
    expect(first).toHaveLength(2);
    expect(changedAt(world)).toEqual(first);
  });

  test.each([
    [BRIEF, 'D4'],
    [DETAIL, 'E3'],
  ])('a cell that somebody spoiled on «%s» is mended, once', (sheet, a1) => {
    const world = written(echoes);
    const cell = userOf(world).cell(sheet, a1);
    const { numberFormat, background, fontWeight } = cell.style;
    cell.style = { ...cell.style, numberFormat: '0%', background: '#123456', fontWeight: 'bold' };
    expect(changesOfARefresh(world)).toContain('Range.setBackgrounds');
    expect(userOf(world).cell(sheet, a1).style).toMatchObject({ numberFormat, background, fontWeight });
    expect(picture(world)).toEqual(inOneGo(world));
    expect(changesOfARefresh(world)).toEqual([]);
  });

  test('a row that only looks otherwise than before is written', () => {
    const world = written(echoes);
    const fill = (): string | null => userOf(world).cell(BRIEF, 'B3').style.background;
    expect(fill()).toBe('#ffc0cb');
    // Paid by its stage: no value of its line changes.
    world.data.changeInvoice(1, { STAGE_ID: 'DT31_7:P' });
    expect(changesOfARefresh(world)).toContain('Range.setBackgrounds');
    expect(picture(world)).toEqual(inOneGo(world));
    expect(fill()).not.toBe('#ffc0cb');
    expect(changesOfARefresh(world)).toEqual([]);
  });
});

test('a look that Google reads otherwise from one day on is written once more, and then left alone', () => {
  const world = written({});
  world.spreadsheet.quirks.echoes = ALL_ECHOES;
  expect(changesOfARefresh(world)).toContain('Range.setValues');
  expect(changesOfARefresh(world)).toEqual([]);
});
