/** A table of blocks: always as long, some of its rows empty, lines round those in use, a few larger figures. */
import type {
  CellValue,
  PlannedColumn,
  PlannedRow,
  RowStyle,
  SheetPlan,
} from '../../../src/report/SheetPlan';
import { WriterError } from '../../../src/sheets/WriterError';
import { Workbench } from './workbench';

const NAME = 'Сводка';
const column = (title: string, kind: PlannedColumn['kind']): PlannedColumn => ({
  ...{ title, kind, width: 100, hasLinks: false, total: null },
});
const COLUMNS = [column('Всего', 'mixed'), column('Счетов', 'whole'), column('Оплачено', 'mixed')];
const TITLES = ['Покупатель', 'Счетов', 'Доля'] as const;

const style = (facts: Partial<RowStyle> = {}): RowStyle => ({
  formats: ['@', '0', '@'],
  alignments: ['left', 'center', 'left'],
  fills: [null, null, null],
  weights: ['normal', 'normal', 'normal'],
  colors: ['#000000', '#000000', '#000000'],
  ...facts,
});
const LINE = style();
const TEXTS = style({ formats: ['@', '@', '@'] });
const TOP = style({ formats: ['#,##0.00', '0', '0%'], sizes: [16, 16, 10] });
const PLAIN = style({ formats: ['General', 'General', 'General'] });

const row = (values: readonly CellValue[], of: RowStyle): PlannedRow => ({
  ...{ values, style: of, link: null, endsGroup: false },
});

/** B2:D10: figures in row 3, titles in row 5, so many lines below them; row 10 is the last. */
function plan(labels: readonly string[], whole = 100): SheetPlan {
  const lines = labels.map((label, index) => row([label, index + 1, `█ ${index}`], LINE));
  const empty = Array.from({ length: 5 - lines.length }, () => row([null, null, null], PLAIN));
  return {
    ...{ sheet: 'summary', title: NAME, columns: COLUMNS, fixedColumns: 3, footer: [] },
    ownTexts: { totals: [], body: [], titles: [TITLES] },
    header: row(
      COLUMNS.map(({ title }) => title),
      TEXTS,
    ),
    body: [
      ...[row([whole, labels.length, 0.5], TOP), row([null, null, null], PLAIN), row(TITLES, TEXTS)],
      ...[...lines, ...empty],
    ],
    blocks: [
      { from: 0, to: 1 },
      { from: 3, to: 3 + labels.length },
    ],
    noteLines: ['Период: март'],
  };
}

/** Lines under the rows from the one above the header on: medium `=`, thin `-`, none `.`. */
function under(bench: Workbench): string {
  const short = { SOLID: '-', SOLID_MEDIUM: '=' } as Record<string, string>;
  const edges = Array.from({ length: 11 }, (_, index) => bench.sheet(NAME).borders(1 + index, 3).bottom);
  return edges.map((edge) => (edge === null ? '.' : (short[edge.style] ?? '?'))).join('');
}

const LAST_ROW = 10;
const shown = (bench: Workbench): readonly unknown[] =>
  ['B', 'C', 'D'].flatMap((column) =>
    Array.from({ length: LAST_ROW - 1 }, (_, r) => {
      const { value, formula, style: look } = bench.user.cell(NAME, `${column}${r + 2}`);
      return [value, formula, look.numberFormat, look.fontSize ?? 10];
    }),
  );

function written(...plans: readonly SheetPlan[]): Workbench {
  const bench = new Workbench();
  plans.forEach((one) => bench.write(one));
  return bench;
}

const value = (bench: Workbench, cell: string): unknown => bench.user.cell(NAME, cell).value;
const size = (bench: Workbench, cell: string): number => bench.user.cell(NAME, cell).style.fontSize ?? 10;

const TWO = plan(['А', 'Б']);
const FOUR = plan(['А', 'Б', 'В', 'Г']);

test('has lines round its blocks alone, and none of an earlier, longer block', () => {
  expect(under(written(TWO))).toBe('=-==--=....');
  expect(under(written(FOUR))).toBe('=-==----=..');
  expect(under(written(FOUR, TWO))).toBe('=-==--=....');
});

test('leaves a line that a user drew under its last row', () => {
  const bench = written(TWO);
  const cell = bench.user.cell(NAME, 'C11');
  cell.style = bench.book.styles.with(cell.style, 'bottom', { style: 'SOLID', color: '#00ff00' });
  bench.write(FOUR);
  expect(under(bench)).toBe('=-==----=.-');
});

test('has large figures, which stay numbers in columns of texts', () => {
  const bench = written(TWO);
  expect([value(bench, 'B3'), value(bench, 'D3')]).toEqual([100, 0.5]);
  expect(['B3', 'C3', 'D3', 'B6'].map((cell) => size(bench, cell))).toEqual([16, 16, 10, 10]);
  expect(['B3', 'D3', 'B6', 'D6'].map((cell) => bench.user.cell(NAME, cell).style.numberFormat)).toEqual([
    ...['#,##0.00', '0%', '@', '@'],
  ]);
});

test('keeps texts that no cell takes as they are, and the number above them', () => {
  const odd = ['=1+1', "'x", '1.02', 'A\0B'];
  const bench = new Workbench({ quirks: { storedText: (text) => text.replace(/\0.*/, '') } });
  bench.write(plan(odd));
  expect([3, 6, 7, 8].map((r) => value(bench, `B${r}`))).toEqual([100, '=1+1', "'x", '1.02']);
  expect(value(bench, 'B9')).toBe('A\ufffdB');
  expect(bench.formulas(NAME)).toEqual([]);
});

test('is left alone where nothing changed, and written where a look, a number or a text did', () => {
  const bench = written(TWO);
  expect(bench.write(TWO)).toBe(false);
  for (const [cell, change] of [
    ['B3', { style: bench.book.styles.with(bench.user.cell(NAME, 'B3').style, 'fontSize', 12) }],
    ['D3', { value: 0.4 }],
    ['B8', { value: 'моё' }],
  ] as const) {
    Object.assign(bench.user.cell(NAME, cell), change);
    expect([cell, bench.write(TWO)]).toEqual([cell, true]);
    expect(shown(bench)).toEqual(shown(written(TWO)));
  }
  expect(bench.write(plan(['А', 'Б'], 101))).toBe(true);
  bench.write(TWO);
  const other = { ...TWO, blocks: [{ from: 0, to: 1 }] };
  expect([bench.write(other), under(bench)]).toEqual([true, '=-=........']);
});

test('is put right where a user sorted it, with its header or without', () => {
  for (const [area, order] of [
    ['B3:D10', [7, 6, 5, 4, 3, 2, 1, 0]],
    ['B2:D10', [1, 4, 5, 3, 0, 2, 6, 7, 8]],
    ['B2:D10', [3, 4, 5, 0, 1, 2, 6, 7, 8]],
  ] as const) {
    const bench = written(TWO);
    bench.user.sort(NAME, area, order);
    bench.write(FOUR);
    expect([area, shown(bench)]).toEqual([area, shown(written(FOUR))]);
  }
});

test('leaves what a user has beside and right below it', () => {
  for (const [before, after] of [
    [FOUR, TWO],
    [TWO, FOUR],
  ] as const) {
    const bench = written(before);
    for (const cell of ['F4', 'B11', 'C11']) bench.user.enter(NAME, cell, 'моё');
    bench.write(after);
    expect(['F4', 'B11', 'C11'].map((cell) => value(bench, cell))).toEqual(['моё', 'моё', 'моё']);
    expect(shown(bench)).toEqual(shown(written(after)));
  }
});

test('keeps its length where a user inserts rows, and asks for room where they deleted some', () => {
  const longer = written(TWO);
  longer.user.insertRows(NAME, 4, 2);
  longer.user.enter(NAME, 'B13', 'моё');
  longer.write(FOUR);
  expect(shown(longer)).toEqual(shown(written(FOUR)));
  expect([value(longer, 'B11'), value(longer, 'B13')]).toEqual(['', 'моё']);
  const shorter = written(TWO);
  shorter.user.deleteRows(NAME, 8, 1);
  shorter.user.enter(NAME, 'B10', 'моё');
  expect(() => shorter.write(FOUR)).toThrow(WriterError);
  expect(value(shorter, 'B10')).toBe('моё');
});

test('is found by its header where its name is lost, down to its last row in use', () => {
  const nothing = plan([]);
  const gapped = { ...nothing, body: [...nothing.body.slice(0, -1), row(['Прочее', 1, '▏'], LINE)] };
  for (const before of [nothing, gapped, plan(['А', 'Б', 'В', 'Г', 'Д'])]) {
    const bench = written(before);
    bench.sheet(NAME).namedAreas = [];
    bench.user.enter(NAME, 'B11', 'моё');
    bench.user.enter(NAME, 'C11', '5');
    bench.write(TWO);
    expect(shown(bench)).toEqual(shown(written(TWO)));
    expect(['B11', 'C11'].map((cell) => value(bench, cell))).toEqual(['моё', 5]);
  }
});
