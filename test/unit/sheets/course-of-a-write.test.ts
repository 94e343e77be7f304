/** What a write sets, reads and brings out in which order, and how often it touches the mark that it is under way. */
import type { Face } from '../../../src/sheets/face-line';
import { briefPlan, detailPlan, invoices } from './plans';
import { Killed, Workbench } from './workbench';

const plans = (count: number) => [briefPlan(invoices(count)), detailPlan(invoices(count))];
const count = (calls: readonly string[], member: string): number =>
  calls.filter((call) => call === member).length;

function written(): Workbench {
  const bench = new Workbench();
  bench.write(...plans(3));
  return bench;
}

/** How the mark is changed, in order. */
function marksOf(bench: Workbench, write: () => void): unknown[] {
  const marks: unknown[] = [];
  const [put, take] = [
    jest.spyOn(bench.properties, 'set').mockImplementation((_, value) => {
      marks.push(value);
      return bench.properties;
    }),
    jest.spyOn(bench.properties, 'delete').mockImplementation(() => marks.push('taken away') > 0),
  ];
  write();
  put.mockRestore();
  take.mockRestore();
  return marks;
}

test('the mark is put once and taken away once by a write that changes cells', () => {
  const bench = written();
  expect(marksOf(bench, () => bench.write(...plans(4)))).toEqual(['brief,detail', 'taken away']);
  expect(marksOf(bench, () => bench.write(briefPlan(invoices(5)), detailPlan(invoices(4))))).toEqual([
    'brief',
    'taken away',
  ]);
});

test('the mark is not touched by a write that changes none', () => {
  const bench = written();
  expect(marksOf(bench, () => bench.write(...plans(3)))).toEqual([]);
});

test('on new sheets nothing has to come out before the first value', () => {
  const calls = new Workbench().countedWrite(...plans(3));
  expect(count(calls, 'SpreadsheetApp.flush')).toBe(2);
  expect(calls.indexOf('SpreadsheetApp.flush')).toBeGreaterThan(calls.lastIndexOf('Range.setValues'));
});

test('beside a sheet that was there before, what is refused of its formats comes out before the first value', () => {
  const bench = new Workbench();
  bench.write(briefPlan(invoices(3)));
  const calls = bench.countedWrite(...plans(4));
  expect(count(calls, 'SpreadsheetApp.flush')).toBe(3);
  expect(calls.indexOf('SpreadsheetApp.flush')).toBeLessThan(calls.indexOf('Range.setValues'));
});

test('the look of a sheet that is kept is read once, of one that is written only afterwards', () => {
  const calls = written().countedWrite(briefPlan(invoices(4)), detailPlan(invoices(3)));
  expect(count(calls, 'Range.getFontColors')).toBe(2);
  expect(count(calls, 'Range.setValues')).toBe(1);
});

test.each(['values', 'looks'] as const)(
  'typed columns that refuse %s end the write with a code',
  (aspect) => {
    const bench = written();
    bench.user.convertToTable('Краткий', 'B2:I5', [aspect]);
    const refused = expect(() => bench.write(...plans(4)));
    refused.toThrow(expect.objectContaining({ name: 'WriterError', code: 'TYPED_COLUMNS' }) as Error);
    expect([...bench.writer().unfinished()]).toEqual(['brief', 'detail']);
  },
);

test('marks on the columns are set by a first write and not by those after it', () => {
  const bench = new Workbench();
  const marked = (calls: readonly string[]): number => count(calls, 'Range.addDeveloperMetadata');
  const first = marked(bench.countedWrite(...plans(3)));
  expect(first).toBeGreaterThan(9);
  for (const rows of [3, 5, 2, 0]) expect(marked(bench.countedWrite(...plans(rows)))).toBe(0);
});

test('a name is set once where the table grows or shrinks, and not where it keeps its length', () => {
  const bench = written();
  const named = (rows: number): number =>
    count(bench.countedWrite(briefPlan(invoices(rows))), 'Spreadsheet.setNamedRange');
  expect([5, 5, 2, 2].map(named)).toEqual([1, 0, 1, 0]);
  const changed = invoices(2).map((cells) => ({ ...cells, sum: 7 }));
  expect(count(bench.countedWrite(briefPlan(changed)), 'Spreadsheet.setNamedRange')).toBe(0);
});

const faceOf = (time: string): Face => ({
  text: `Счета за 01.04.2026 – 30.06.2026, поле «Дата счёта» · обновлено 20.05.2026 ${time}`,
  checkedAt: 46_162.5,
  allowedHours: 26,
});

function writeWithLines(bench: Workbench, rows: number, time: string): void {
  const writer = bench.writer();
  const face = faceOf(time);
  writer.commit(writer.prepare(plans(rows)), ({ plan }) => ({ note: plan.noteLines.join('\n'), face }));
}

test('killed at any change, no line over a table says of a table what it does not show', () => {
  const names = ['Краткий', 'Полный'];
  const tables = (bench: Workbench): string[] => names.map((name) => JSON.stringify(bench.values(name, 9)));
  const lines = (bench: Workbench): unknown[] => names.map((name) => bench.user.cell(name, 'B1').value);
  const open = (rows: number): Workbench => {
    const bench = new Workbench();
    writeWithLines(bench, rows, '12:00');
    return bench;
  };
  const [old, fresh] = [tables(open(2)), tables(open(4))];
  const told = new Set<unknown>();
  for (let changes = 0; ; changes += 1) {
    const bench = open(2);
    bench.changesLeft = changes;
    let isKilled = false;
    try {
      writeWithLines(bench, 4, '13:00');
    } catch (error) {
      isKilled = error instanceof Killed;
      if (!isKilled) throw error;
    }
    lines(bench).forEach((line, sheet) => {
      told.add(line);
      if (line === faceOf('12:00').text) expect(tables(bench)[sheet]).toBe(old[sheet]);
      else if (line === faceOf('13:00').text) expect(tables(bench)[sheet]).toBe(fresh[sheet]);
      else expect(line).toBe('⚠ Не обновляется с 20.05.2026 12:00: Запись листа не закончена.');
    });
    bench.changesLeft = Infinity;
    writeWithLines(bench, 4, '14:00');
    expect(lines(bench)).toEqual([faceOf('14:00').text, faceOf('14:00').text]);
    if (!isKilled) break;
  }
  expect(told.size).toBe(3);
});
