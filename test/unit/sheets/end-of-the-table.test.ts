/** Where a table ends whose name does not tell, and which rows below it the report may not leave standing. */
import type { PlannedRow, SheetPlan } from '../../../src/report/SheetPlan';
import type { Anchor } from '../../../src/sheets/anchor';
import { findRows } from '../../../src/sheets/locate-rows';
import { briefPlan, detailPlan, invoices, WIDTH } from './plans';
import { named, Reading } from './reading';

const COLUMN = 3;
const brief = briefPlan(invoices(1));
const detail = detailPlan(invoices(1));
const briefRow = brief.body[0] ?? brief.header;
const [detailRow = detail.header] = detail.body;
const [empty = brief.header, total = brief.header] = brief.footer;
/** A row of the detail sheet whose product's buyer is called as a total is. */
const likeTotal: PlannedRow = {
  ...detailRow,
  values: detailRow.values.map((value, index) => (index === 2 ? 'Всего НДС в счетах: 5' : value)),
};
/** The same without an amount, and without formats: a user's words. */
const words = ['', '', 'Всего НДС в счетах: 5'];

/** Rows of one plan from row 2 on, the header first. A row of words is a user's. */
function sheet(plan: SheetPlan, ...rows: readonly (PlannedRow | readonly string[])[]): Reading {
  const reading = new Reading().planned(2, COLUMN, plan.header, plan);
  rows.forEach((row, index) => {
    if ('style' in row) reading.planned(3 + index, COLUMN, row, plan);
    else reading.put(3 + index, COLUMN, row);
  });
  return reading;
}

const lastRow = (reading: Reading, plan: SheetPlan, anchor: Anchor | null = null): number | undefined =>
  findRows(reading.rowSearch(plan, COLUMN, anchor))?.lastRow;
const until = (row: number): Anchor => named(2, row, COLUMN);

function expectRefusal(reading: Reading, plan: SheetPlan, anchor: Anchor | null, row: number): void {
  const sentence = `Строка ${row} листа «${plan.title}» похожа на строки отчёта`;
  const message = expect.stringContaining(sentence) as string;
  const refusal = expect.objectContaining({ code: 'LOOKS_LIKE_REPORT', message }) as Error;
  expect(() => lastRow(reading, plan, anchor)).toThrow(refusal);
}

describe('Without a name the table ends', () => {
  it('in the last of its rows, above a user’s own', () => {
    const more = [['моё'], ['', '', '', 'и это']];
    expect(lastRow(sheet(detail, detailRow, detailRow, ...more), detail)).toBe(4);
    expect(lastRow(sheet(brief, briefRow, empty, total, ...more), brief)).toBe(5);
  });

  it('in the last of its totals', () => {
    expect(lastRow(sheet(brief, briefRow, empty, total, total), brief)).toBe(6);
    expect(lastRow(sheet(brief, briefRow, empty, total, empty, total), brief)).toBe(7);
    expect(lastRow(sheet(brief, briefRow, empty, total, empty, empty, ['моё']), brief)).toBe(5);
  });

  it('in its last row where the name of a product’s buyer begins as a total does', () => {
    expect(lastRow(sheet(detail, detailRow, likeTotal, detailRow, detailRow), detail)).toBe(6);
    expect(lastRow(sheet(detail, detailRow, words), detail)).toBe(3);
  });

  it('in its last row that is not empty, whatever formats the emptied ones have kept', () => {
    const emptied = { ...detailRow, values: detailRow.values.map(() => null) };
    expect(lastRow(sheet(detail, detailRow, emptied), detail)).toBe(3);
    expect(lastRow(sheet(detail, detailRow, emptied, detailRow, emptied), detail)).toBe(5);
  });

  it('where a user’s row or two empty ones part it from rows that only look alike', () => {
    // A value in one column of text formats is a user's, and no row of the report.
    const alike = sheet(detail, detailRow, ['моё']).put(5, COLUMN, ['', '', '', '', 'моё']);
    const formats = ['@', '@', '@', '@'];
    expect(lastRow(alike.format(5, COLUMN, formats), detail)).toBe(3);
    const apart = sheet(detail, detailRow, [], []).put(6, COLUMN, ['', '', '', '', 'моё']);
    expect(lastRow(apart.format(6, COLUMN, formats), detail)).toBe(3);
    const near = sheet(detail, detailRow, []).put(5, COLUMN, ['', '', '', '', 'моё']);
    expect(lastRow(near.format(5, COLUMN, formats), detail)).toBe(5);
  });

  it.each([COLUMN - 1, COLUMN + WIDTH, COLUMN + WIDTH + 1, COLUMN + WIDTH + 9])(
    'in the same row whatever a user keeps beside it, in column %i',
    (column) => {
      const reading = sheet(brief, briefRow, empty, total, total);
      for (const row of [3, 4, 5, 6, 7, 8]) reading.put(row, column, ['моё']);
      expect(lastRow(reading, brief)).toBe(6);
      expect(lastRow(reading, brief, until(3))).toBe(6);
    },
  );
});

describe('Rows of the report below its end', () => {
  it('are the report’s where totals show that it goes on, and its name ends too early', () => {
    const whole = sheet(brief, briefRow, briefRow, empty, total, total);
    for (const row of [3, 4, 6]) expect(lastRow(whole, brief, until(row))).toBe(7);
    const further = sheet(brief, briefRow, empty, total, empty, total);
    expect(lastRow(further, brief, until(5))).toBe(7);
  });

  it('refuse where nothing shows whose they are', () => {
    expectRefusal(sheet(detail, detailRow, detailRow, detailRow), detail, until(3), 4);
    expectRefusal(sheet(detail, detailRow, likeTotal, detailRow), detail, until(4), 5);
    expectRefusal(sheet(brief, briefRow, briefRow, briefRow), brief, until(3), 4);
    // Its totals are above the name's end, behind a user's row.
    expectRefusal(sheet(brief, briefRow, empty, total, ['моё'], briefRow, briefRow), brief, until(7), 8);
  });

  it('refuse also where the buyer of the last product is called as a total is', () => {
    expectRefusal(sheet(detail, detailRow, detailRow, likeTotal), detail, until(3), 4);
  });

  it('refuse where no name says that they are not the report’s', () => {
    expectRefusal(sheet(detail, detailRow, ['моё'], [], detailRow), detail, null, 6);
    expectRefusal(sheet(brief, briefRow, empty, total, briefRow), brief, null, 6);
    expectRefusal(sheet(brief, briefRow, empty, total, ['моё'], total), brief, null, 7);
  });

  it('are left alone where a name ends above them', () => {
    expect(lastRow(sheet(detail, detailRow, ['моё'], [], detailRow), detail, until(3))).toBe(3);
    expect(lastRow(sheet(detail, detailRow, [], detailRow), detail, until(3))).toBe(3);
    expect(lastRow(sheet(detail, detailRow, [], likeTotal), detail, until(3))).toBe(3);
    expect(lastRow(sheet(brief, briefRow, empty, total, briefRow), brief, until(5))).toBe(5);
    expect(lastRow(sheet(brief, briefRow, empty, briefRow), brief, until(3))).toBe(3);
  });
});

describe('A user’s rows right below the table', () => {
  it('are his, also where they have values or formats as the report has', () => {
    const below = (): Reading => sheet(detail, detailRow);
    expect(lastRow(below().put(4, COLUMN, ['моё']), detail, until(3))).toBe(3);
    expect(lastRow(below().put(4, COLUMN, detailRow.values), detail, until(3))).toBe(3);
    const formatted = below()
      .planned(4, COLUMN, detailRow, detail)
      .put(4, COLUMN + WIDTH - 1, ['моё']);
    expect(lastRow(formatted, detail, until(3))).toBe(3);
    expect(lastRow(below().put(4, COLUMN, words), detail, until(3))).toBe(3);
    expect(lastRow(below().put(4, COLUMN, words), detail)).toBe(3);
  });
});
