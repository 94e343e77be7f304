/** Whatever people change in the report's cells is right again: at once, or for lines with the next change. */
import type { World } from '../../world/make-world';
import type { Cell, CellStyle } from '../../simulator/spreadsheet';
import { inOneGo } from '../bundle/support/long-worlds';
import { refreshed, startOnce } from '../../world/scenario';
import { changesBy, BRIEF, DETAIL, picture } from '../../world/sheets';
import { anOffice, userOf } from '../bundle/support/workbook';

const look =
  (change: Partial<CellStyle>) =>
  (cell: Cell): void => {
    cell.style = { ...cell.style, ...change };
  };

const spoilings: Readonly<Record<string, (cell: Cell) => void>> = {
  'another value': (cell) => (cell.value = 'другое'),
  'no value': (cell) => {
    cell.value = '';
    cell.runs = [];
  },
  'a formula with the same result': (cell) => (cell.formula = '=A1'),
  'a fill': look({ background: '#123456' }),
  'a number format': look({ numberFormat: '0%' }),
  'an alignment': look({ horizontalAlignment: 'normal' }),
  'other wrapping': (cell) => look({ wrap: cell.style.wrap === 'WRAP' ? 'CLIP' : 'WRAP' })(cell),
  'a font': look({ fontFamily: 'Roboto' }),
  'a font size': look({ fontSize: 8 }),
  'a font colour': look({ fontColor: '#abcdef' }),
  italics: look({ fontStyle: 'italic' }),
  'a line through the text': look({ fontLine: 'line-through' }),
};

/** Of header, body and, on the brief sheet, totals. */
const CELLS = [
  [BRIEF, 'D2'],
  [BRIEF, 'D4'],
  [BRIEF, 'D8'],
  [DETAIL, 'E3'],
] as const;

function written(): World {
  const world = anOffice();
  refreshed(world);
  return world;
}

test.each(Object.entries(spoilings))('%s', (_, spoil) => {
  const world = written();
  const right = picture(world);
  for (const [sheet, a1] of CELLS) {
    spoil(userOf(world).cell(sheet, a1));
    const spoiled = picture(world);
    refreshed(world);
    expect([sheet, a1, picture(world)]).toEqual([sheet, a1, right]);
    expect(spoiled).not.toEqual(right);
  }
});

test('a refresh after which nothing is spoiled any more writes no cell', () => {
  const world = written();
  look({ fontSize: 8 })(userOf(world).cell(BRIEF, 'D4'));
  const isValues = (member: string): boolean => member === 'Range.setValues';
  expect(changesBy(startOnce(world).ledger).filter(isValues)).toHaveLength(1);
  expect(changesBy(startOnce(world).ledger)).toEqual([]);
});

test('lines are right again with the next refresh that changes a cell of their sheet', () => {
  const world = written();
  const line = { style: 'DOUBLE', color: '#ff0000' } as const;
  for (const a1 of ['D1', 'A4', 'D2', 'D4', 'I5', 'D5', 'D8']) {
    look({ bottom: a1.startsWith('A') ? null : line, right: line })(userOf(world).cell(BRIEF, a1));
  }
  look({ right: null })(userOf(world).cell(BRIEF, 'D1'));
  look({ bottom: null, right: null })(userOf(world).cell(DETAIL, 'F5'));
  world.data.changeInvoice(1, { ACCOUNT_NUMBER: 'НОВ-1' });
  refreshed(world);
  expect(picture(world)).toEqual(inOneGo(world));
});
