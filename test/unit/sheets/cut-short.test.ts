import { briefPlan, detailPlan, invoices } from './plans';
import { Killed, MARK_KEY, Workbench } from './workbench';

const kept = (bench: Workbench): unknown => ({
  brief: bench.cells('Краткий', 20),
  detail: bench.cells('Полный', 20),
  names: bench.book.sheets.map(({ name }) => name),
  widths: bench.book.sheets.map(({ columnWidths }) => columnWidths),
  properties: [...bench.properties],
});

const plans = (count: number) => [briefPlan(invoices(count)), detailPlan(invoices(count))];

const written = (count: number) => (): Workbench => {
  const bench = new Workbench();
  if (count > 0) bench.write(...plans(count));
  return bench;
};

/** Writes anew after having been killed before every change in turn, and says what stood in the end each time. */
function afterEveryKill(start: () => Workbench, count: number, again: number): unknown[] {
  const ends: unknown[] = [];
  for (let changes = 0; ; changes += 1) {
    const bench = start();
    bench.changesLeft = changes;
    try {
      bench.write(...plans(count));
      return ends;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    bench.changesLeft = Infinity;
    bench.write(...plans(again));
    ends.push(kept(bench));
  }
}

test.each([
  ['the first write', 0, 2, 2],
  ['a growing write, then a shorter one', 2, 4, 1],
  ['a shrinking write', 4, 1, 1],
])(
  '%s killed before any change leaves nothing that the next write does not put right',
  (_, start, count, again) => {
    const right = kept(written(again)());
    const ends = afterEveryKill(written(start), count, again);
    expect(ends.length).toBeGreaterThan(20);
    for (const end of ends) expect(end).toEqual(right);
  },
);

test('the mark stands from before the first change until after the last flush', () => {
  const bench = new Workbench();
  const writer = bench.writer();
  const prepared = writer.prepare(plans(1));
  expect(writer.unfinished().size).toBe(0);
  bench.changesLeft = 0;
  expect(() => writer.commit(prepared)).toThrow(Killed);
  expect(bench.writer().unfinished().size).toBeGreaterThan(0);
  expect(bench.book.sheets).toHaveLength(1);

  const flushing = written(1)();
  const calls = flushing.countedWrite(...plans(2));
  expect(calls.at(-1)).toBe('SpreadsheetApp.flush');
  expect(flushing.writer().unfinished().size).toBe(0);
});

test('a write of the brief sheet alone keeps the mark of a half-written detail sheet', () => {
  const bench = written(1)();
  bench.properties.set(MARK_KEY, 'brief,detail');
  bench.write(briefPlan(invoices(1)));
  expect(bench.writer().unfinished().size).toBeGreaterThan(0);
  bench.write(briefPlan(invoices(1)), detailPlan(invoices(1)));
  expect(bench.writer().unfinished().size).toBe(0);
});

test('under the mark both sheets are written although nothing seems to have changed', () => {
  const bench = written(1)();
  bench.properties.set(MARK_KEY, 'brief,detail');
  expect(bench.write(briefPlan(invoices(1)), detailPlan(invoices(1)))).toBe(true);
});

test('a refusal that Google brings out late leaves the mark', () => {
  const bench = written(1)();
  bench.book.quirks.defersErrors = true;
  const writer = bench.writer('colleague@example.com');
  const prepared = writer.prepare([briefPlan(invoices(2))]);
  bench.user.protect('Краткий', null);
  expect(() => writer.commit(prepared)).toThrow('protected');
  expect(bench.writer().unfinished().size).toBeGreaterThan(0);
});
