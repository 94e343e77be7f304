/** The widths of a table's columns, the margin beside it, and when its header can be frozen. */
import { applyFrame, applyWidths, mayFreeze } from '../../../src/sheets/column-widths';
import { briefPlan, WIDTH, widthsOf } from './plans';
import { Workbench } from './workbench';

const plan = briefPlan([]);

function opened(row: number, column: number) {
  const bench = new Workbench();
  const [sheet] = bench.open().workbook.getSheets();
  if (sheet === undefined) throw new Error('expected a sheet');
  return { bench, kept: bench.sheet('Лист1'), table: { sheet, origin: { row, column }, width: WIDTH } };
}

describe('The layout', () => {
  it.each([
    [1, [undefined, ...widthsOf(plan)]],
    [2, [undefined, 20, ...widthsOf(plan)]],
    [4, [undefined, undefined, undefined, 20, ...widthsOf(plan)]],
  ])('of a new table in column %i has a margin where there is a column for it', (column, widths) => {
    const { kept, table } = opened(5, column);
    applyWidths(table, widthsOf(plan));
    applyFrame(table, true);
    expect([Array.from(kept.columnWidths), kept.frozenRows]).toEqual([widths, 5]);
  });

  it('of an old table leaves the column beside it and the rows alone', () => {
    const { kept, table } = opened(2, 2);
    applyWidths(table, widthsOf(plan));
    expect([Array.from(kept.columnWidths), kept.frozenRows]).toEqual([
      [undefined, undefined, ...widthsOf(plan)],
      0,
    ]);
  });

  it('takes one call for columns side by side of the same width', () => {
    for (const [widths, calls] of [
      [widthsOf(plan).map(() => 70), 1],
      [widthsOf(plan).map((_, index) => 70 + (index % 2)), WIDTH],
      [widthsOf(plan).map((_, index) => (index < 2 || index > 4 ? 70 : 80)), 3],
      [widthsOf(plan).map((_, index) => (index < 2 || index > 4 ? 70 : undefined)), 2],
    ] as const) {
      const { bench, kept, table } = opened(2, 3);
      applyWidths(
        table,
        widths.map((width) => width ?? null),
      );
      expect(bench.calls.filter((call) => call === 'Sheet.setColumnWidths')).toHaveLength(calls);
      expect(Array.from(kept.columnWidths).slice(3)).toEqual(widths);
    }
  });
});

// A table whose header begins at C5 and ends at J5.
describe('Rows down to the header can be frozen', () => {
  const free = (merged: readonly string[]): boolean => {
    const { bench, table } = opened(5, 3);
    for (const a1 of merged) bench.user.merge('Лист1', a1);
    return mayFreeze(table, { rows: 1_000, columns: 26 });
  };

  it.each([
    ...['A4:A5', 'A3:B5', 'A6:A7', 'A5:B5', 'A1:Z4', 'Z6:Z9'],
    // The table's own are separated before.
    ...['B5:C6', 'C5:C6', 'J5:J6', 'J4:K7', 'E5:F6'],
  ])('with cells merged as %s', (merged) => {
    expect(free([merged])).toBe(true);
    expect(free(['L5:M5', merged, 'N6:O7'])).toBe(true);
  });

  it.each(['A5:A6', 'B5:B6', 'K5:K6', 'A1:B6', 'K5:L90', 'Z5:Z6'])(
    'but not with a user’s beside it that would be cut, %s',
    (merged) => {
      expect(free([merged])).toBe(false);
      expect(free(['C5:C6', merged, 'N6:O7'])).toBe(false);
    },
  );

  it('where the sheet ends with it, whose grid grows before', () => {
    const { kept, table } = opened(5, 3);
    kept.maxRows = 5;
    expect(mayFreeze(table, { rows: 5, columns: 26 })).toBe(true);
    kept.maxRows = 6;
    expect(mayFreeze(table, { rows: 6, columns: 26 })).toBe(true);
  });
});
