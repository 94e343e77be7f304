/** From which row to which a table is found, by its name, its header and what its rows look like. */
import type { SheetPlan } from '../../../src/report/SheetPlan';
import type { Anchor } from '../../../src/sheets/anchor';
import { findRows } from '../../../src/sheets/locate-rows';
import { briefPlan, detailPlan, invoices } from './plans';
import { named, Reading } from './reading';

const COLUMN = 3;
const brief = briefPlan(invoices(2));
const detail = detailPlan(invoices(2));
const plans = [brief, detail];
const briefRow = brief.body[0] ?? brief.header;
const detailRow = detail.body[0] ?? detail.header;
const bodyRow = (plan: SheetPlan) => (plan === brief ? briefRow : detailRow);
const table = (row: number, plan: SheetPlan): Reading => new Reading().table(row, COLUMN, plan);
const found = (reading: Reading, plan: SheetPlan, anchor: Anchor | null = null) =>
  findRows(reading.rowSearch(plan, COLUMN, anchor));
const at = (row: number, lastRow: number): Anchor => named(row, lastRow, COLUMN);

function expectRefusal(reading: Reading, plan: SheetPlan, anchor: Anchor | null, row: number): void {
  const message =
    `Строка ${row} листа «${plan.title}» похожа на строки отчёта, но стоит вне его таблицы. ` +
    'Удалите её, если она лишняя, или перенесите на другой лист и обновите отчёт.';
  const refusal = expect.objectContaining({ code: 'LOOKS_LIKE_REPORT', message }) as Error;
  expect(() => found(reading, plan, anchor)).toThrow(refusal);
}

describe('The header', () => {
  it('is nowhere where neither a name nor titles tell', () => {
    expect(found(new Reading(), brief)).toBeNull();
    expect(found(new Reading().planned(2, COLUMN, briefRow, brief), brief)).toBeNull();
  });

  it.each(plans)('is the only row of titles where no name tells: «$title»', (plan) => {
    const end = 5 + plan.body.length + plan.footer.length;
    expect(found(table(5, plan), plan)).toEqual({ row: 5, lastRow: end });
  });

  it.each(plans)('cannot be told from a second one, which is named: «$title»', (plan) => {
    expectRefusal(table(2, plan).table(30, COLUMN, plan), plan, null, 30);
  });

  it('is where the name begins as long as half of the titles stand there, whatever others stand elsewhere', () => {
    const overwritten = table(8, brief).put(8, COLUMN, ['а', 'б', 'в', 'г']);
    expect(found(overwritten.put(20, COLUMN, brief.header.values), brief, at(8, 12))).toEqual({
      row: 8,
      lastRow: 12,
    });
  });

  it.each([
    [23, 24],
    [21, 20],
    [3, 2],
  ])('is the nearest one to a name that begins in row %i without any, in row %i', (row, nearest) => {
    const reading = new Reading();
    for (const header of [2, 20, 24]) reading.planned(header, COLUMN, brief.header, brief);
    expect(found(reading, brief, at(row, row + 2))?.row).toBe(nearest);
  });

  it('is where the name begins where its row was cleared and no other row has titles', () => {
    const cleared = new Reading().put(9, COLUMN, ['']);
    expect(found(cleared, brief, at(3, 7))).toEqual({ row: 3, lastRow: 7 });
    expect(
      found(
        table(3, detail).put(
          3,
          COLUMN,
          detail.header.values.map(() => ''),
        ),
        detail,
        at(3, 7),
      ),
    ).toEqual({
      row: 3,
      lastRow: 7,
    });
  });

  it.each(plans)('is above rows of an older version in which the name begins now: «$title»', (plan) => {
    const long = { ...plan, body: Array.from({ length: 6 }, () => bodyRow(plan)), footer: [] };
    for (const row of [3, 4, 5, 8])
      expect(found(table(2, long), plan, at(row, 8))).toEqual({ row: 2, lastRow: 8 });
  });

  it('is not above rows of which one is not the report’s', () => {
    const parted = table(2, { ...brief, footer: [] });
    for (const row of [5, 6, 7, 8]) parted.planned(row, COLUMN, briefRow, brief);
    expect(found(parted.put(6, COLUMN, ['моё', '', '', '', 'моё']), brief, at(8, 8))?.row).toBe(8);
  });

  it('is where the name begins where its rows were sorted together with it', () => {
    const sorted = new Reading().planned(2, COLUMN, briefRow, brief).planned(3, COLUMN, brief.header, brief);
    expect(found(sorted, brief, at(2, 3))?.row).toBe(2);
    const sortedMore = sorted.planned(3, COLUMN, briefRow, brief).planned(6, COLUMN, brief.header, brief);
    expect(found(sortedMore, brief, at(2, 6))?.row).toBe(2);
  });
});

describe('The last row, where a name covers the header,', () => {
  it('is the name’s while that is the report’s by its values alone or its formats alone', () => {
    const values = table(2, { ...detail, body: [] }).put(5, COLUMN, detailRow.values);
    expect(found(values, detail, at(2, 5))?.lastRow).toBe(5);
    const formats = table(2, { ...detail, body: [] }).planned(5, COLUMN, detailRow, detail);
    expect(found(formats.put(5, COLUMN + 4, ['нет', 'нет']), detail, at(2, 5))?.lastRow).toBe(5);
  });

  it('is the name’s where the rows at its end were emptied', () => {
    expect(found(table(2, detail).put(9, COLUMN, ['']), detail, at(2, 9))).toEqual({ row: 2, lastRow: 9 });
    expect(found(table(2, { ...detail, body: [] }), detail, at(2, 5))).toEqual({ row: 2, lastRow: 5 });
  });

  it('is the report’s own one where the name ends in something else', () => {
    const reading = table(2, detail).put(9, COLUMN, ['моё']);
    expect(found(reading, detail, at(2, 9))).toEqual({ row: 2, lastRow: 6 });
  });

  it('is not the name’s where the header stands outside it', () => {
    // Of a user, in cells that have the formats of the report.
    const below = (): Reading =>
      table(2, { ...brief, footer: [] })
        .planned(10, COLUMN, briefRow, brief)
        .put(10, COLUMN + 3, ['моё']);
    expect(found(below(), brief, at(3, 10))).toEqual({ row: 2, lastRow: 4 });
    const above = table(20, detail).planned(6, COLUMN, detailRow, detail);
    expect(found(above, detail, at(2, 6))).toEqual({ row: 20, lastRow: 24 });
  });

  it('is the header’s own where the name covers no other', () => {
    expect(found(table(2, { ...detail, body: [] }), detail, at(2, 2))).toEqual({ row: 2, lastRow: 2 });
    expectRefusal(table(2, detail), detail, at(2, 2), 3);
  });
});
