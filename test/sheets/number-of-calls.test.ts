import { briefPlan, detailPlan, invoices } from './plans';
import { Workbench } from './workbench';

/** Calls on the sheet and its cells; the two-sheet totals also hold one time zone and one flush. */
const onSheets = (calls: readonly string[]): string[] =>
  calls.filter((call) => /^(Sheet|Range|RangeList|DeveloperMetadata)\./.test(call));

const changed = (count: number) => invoices(count).map((cells) => ({ ...cells, sum: cells.sum + 1 }));

const hostile = (count: number) => invoices(count).map((cells) => ({ ...cells, name: `=${cells.name}` }));

function callsOf(count: number): Record<string, number> {
  const bench = new Workbench({ quirks: { atCellParsesFormula: true } });
  const first = bench.countedWrite(briefPlan(invoices(count)), detailPlan(invoices(count)));
  const same = bench.countedWrite(briefPlan(invoices(count)), detailPlan(invoices(count)));
  const other = bench.countedWrite(briefPlan(changed(count)), detailPlan(changed(count)));
  const repaired = bench.countedWrite(briefPlan(hostile(count)), detailPlan(hostile(count)));
  const shorter = bench.countedWrite(briefPlan([]), detailPlan([]));
  return {
    first: first.length,
    same: same.length,
    other: other.length,
    repaired: repaired.length,
    shorter: shorter.length,
  };
}

test('the number of calls does not depend on the number of rows', () => {
  expect(callsOf(300)).toEqual(callsOf(2));
});

test('values go in one call per sheet', () => {
  const bench = new Workbench();
  const calls = bench.countedWrite(briefPlan(invoices(20)), detailPlan(invoices(20)));
  expect(calls.filter((call) => /\.setValues?$/.test(call) && call.startsWith('Range'))).toHaveLength(2);
});

test('a sheet whose layout exists takes at most 12 changes and 6 reads to write', () => {
  const bench = new Workbench();
  bench.write(briefPlan(invoices(3)));
  const calls = onSheets(bench.countedWrite(briefPlan(changed(3))));
  const changes = calls.filter((call) => /\.set/.test(call));
  const reads = calls.filter((call) => /^(Range|Sheet)\.(get(Values|Formulas|Max)|canEdit)/.test(call));
  expect(changes.filter((call) => !call.startsWith('DeveloperMetadata'))).toHaveLength(12);
  expect(changes.filter((call) => call.startsWith('DeveloperMetadata'))).toHaveLength(1);
  expect(reads.length).toBeLessThanOrEqual(6);
});

test('reading and changing never alternate while a sheet is being written', () => {
  const bench = new Workbench();
  bench.write(briefPlan(invoices(3)));
  const calls = bench.countedWrite(briefPlan(changed(3)));
  const write = calls.slice(calls.indexOf('Range.setNumberFormats'), calls.lastIndexOf('Range.getValues'));
  expect(write.filter((call) => !/\.set/.test(call))).toEqual([]);
});
