import { briefPlan, detailPlan, invoices } from './plans';
import type { CellStyle } from '../../../simulator/spreadsheet';
import { Workbench } from './workbench';

const cells = invoices(4);
const plans = [briefPlan(cells), detailPlan(cells)];

function written(timeZone = 'Europe/Moscow'): Workbench {
  const bench = new Workbench({ timeZone });
  bench.write(...plans);
  return bench;
}

// In Beirut the clocks go forward at midnight, so some days begin at 01:00.
test.each(['Europe/Moscow', 'America/Los_Angeles', 'Asia/Kolkata', 'Asia/Beirut', 'Pacific/Apia'])(
  'a second write of the same plans writes no cell in %s',
  (timeZone) => {
    const bench = written(timeZone);
    const days = { ...briefPlan(cells) };
    // 2025-03-30: the day without a midnight in Beirut.
    const withDay = {
      ...days,
      body: days.body.map((row) => ({ ...row, values: row.values.map((v, c) => (c === 6 ? 45_746 : v)) })),
    };
    expect(bench.write(withDay, plans[1] ?? withDay)).toBe(true);
    const setters = bench
      .countedWrite(withDay, plans[1] ?? withDay)
      .filter((call) => /\.(set|insert|add)/.test(call));
    expect(setters).toEqual(['Range.setNote', 'Range.setNote']);
  },
);

test('a new note is set without a cell being written', () => {
  const bench = written();
  expect(bench.write(briefPlan(cells, 'Проверено 2 апреля'))).toBe(false);
  expect(bench.user.cell('Краткий', 'B2').note).toBe('Проверено 2 апреля');
});

test('the note may say whether the write changes the sheet', () => {
  const bench = written();
  const writer = bench.writer();
  const prepared = writer.prepare([briefPlan(invoices(5)), detailPlan(cells)]);
  writer.commit(prepared, ({ plan, changes }) => ({
    note: `${plan.title}: ${changes ? 'новое' : 'прежнее'}`,
    face: null,
  }));
  expect(bench.user.cell('Краткий', 'B2').note).toBe('Краткий: новое');
  expect(bench.user.cell('Полный', 'B2').note).toBe('Полный: прежнее');
});

test('only the sheet that changes is written', () => {
  const bench = written();
  const calls = bench.countedWrite(briefPlan(invoices(5)), detailPlan(cells));
  expect(calls.filter((call) => call === 'Range.setValues')).toHaveLength(1);
});

type Spoil = (bench: Workbench) => void;
const style =
  (a1: string, change: Partial<CellStyle>) =>
  (bench: Workbench): void => {
    const cell = bench.user.cell('Краткий', a1);
    cell.style = { ...cell.style, ...change };
  };

test.each<[string, Spoil]>([
  ['a value', (bench) => bench.user.enter('Краткий', 'E4', 5)],
  ['a text turned into a number', (bench) => (bench.user.cell('Краткий', 'C3').value = 771)],
  ['an emptied cell', (bench) => (bench.user.cell('Краткий', 'D5').value = '')],
  ['a formula with the same result', (bench) => bench.user.enterFormula('Краткий', 'E3', '=100+0.5', 100.5)],
  ['a header', (bench) => bench.user.enter('Краткий', 'B2', 'Счёт №')],
  ['a total', (bench) => bench.user.enter('Краткий', 'E8', 1)],
  ['a moment within the day', (bench) => (bench.user.cell('Краткий', 'G3').value = 46_000.25)],
  ['a fill', (bench) => bench.user.fill('Краткий', 'F4', '#00ff00')],
  ['a removed fill', (bench) => bench.user.fill('Краткий', 'F4', null)],
  ['a number format', style('E4', { numberFormat: '0' })],
  ['an alignment', style('E4', { horizontalAlignment: 'left' })],
  ['wrapping taken off', style('D4', { wrap: 'OVERFLOW' })],
  ['wrapping put on', style('E8', { wrap: 'WRAP' })],
  ['a font colour', style('D4', { fontColor: '#123456' })],
  ['a font weight', style('D4', { fontWeight: 'bold' })],
  ['a font', style('B2', { fontFamily: 'Comic Sans MS' })],
  ['a font size', style('D8', { fontSize: 24 })],
  ['italics', style('C5', { fontStyle: 'italic' })],
  ['a line through a text', style('D4', { fontLine: 'line-through' })],
  ['a line through a link', style('B4', { fontLine: 'line-through' })],
  ['an underline', style('E4', { fontLine: 'underline' })],
  ['merged cells', (bench) => bench.user.merge('Краткий', 'C3:D4')],
  ['merged empty cells', (bench) => bench.user.merge('Краткий', 'H3:H5')],
  ['cells merged with some beside the table', (bench) => bench.user.merge('Краткий', 'I3:J3')],
  ['a removed link', (bench) => (bench.user.cell('Краткий', 'B3').runs = [])],
])('%s that a user changed is put right', (_, spoil) => {
  const bench = written();
  const right = bench.cells('Краткий', 9);
  spoil(bench);
  const merges = bench.sheet('Краткий').merges.length;
  expect([merges, bench.cells('Краткий', 9)]).not.toEqual([0, right]);
  expect(bench.write(...plans)).toBe(true);
  expect([bench.sheet('Краткий').merges, bench.cells('Краткий', 9)]).toEqual([[], right]);
  expect(bench.write(...plans)).toBe(false);
});

test('lines, which cannot be read back, are right again after the next write that changes a cell', () => {
  const bench = written();
  style('D4', { bottom: null, right: { style: 'DOUBLE', color: '#ff0000' } })(bench);
  style('D7', { bottom: { style: 'DOTTED', color: '#ff0000' } })(bench);
  expect(bench.write(...plans)).toBe(false);
  const fresh = new Workbench();
  const others = [briefPlan(invoices(4).map((one) => ({ ...one, sum: 1 }))), detailPlan(cells)];
  bench.write(...others);
  fresh.write(...others);
  expect(bench.cells('Краткий', 9)).toEqual(fresh.cells('Краткий', 9));
});

test('the height of text in its cell and the size of rows are left to the user', () => {
  const bench = written();
  style('D4', { verticalAlignment: 'middle' })(bench);
  bench.sheet('Краткий').rowHeights[4] = 60;
  expect(bench.write(...plans)).toBe(false);
});

test('other groups with the same values are drawn anew', () => {
  const bench = written();
  const plan = detailPlan(cells);
  const regrouped = { ...plan, body: plan.body.map((row) => ({ ...row, endsGroup: true })) };
  expect(bench.write(regrouped)).toBe(true);
  expect(bench.user.cell('Полный', 'B3').style.bottom?.style).toBe('SOLID_MEDIUM');
});

test('a sheet whose record is an earlier version’s, which kept no reading, is written once more and never again', () => {
  const bench = written();
  for (const { metadata } of bench.book.sheets.slice(1)) {
    for (const one of metadata) {
      const { seen, ...earlier } = JSON.parse(one.value ?? '') as Record<string, unknown>;
      expect(seen).toMatch(/^[0-9a-f]+( [0-9a-f]+){9,10}$/);
      one.value = JSON.stringify(earlier);
    }
  }
  expect(bench.write(...plans)).toBe(true);
  expect(bench.write(...plans)).toBe(false);
});
