/** Whatever writes of whatever size were cut short, the next one is right, and what people have beside and below stays. */
import fc from 'fast-check';
import { WriterError } from '../../../src/sheets/WriterError';
import { briefPlan, invoices, withFurther } from './plans';
import { Killed, Workbench } from './workbench';

const MINE = 'моё';
const TITLES = ['Стадия', 'Остаток', 'КПП'];
const FIRST = { row: 2, column: 2 };
const FIXED = 8;

interface Size {
  readonly lines: number;
  readonly titles: readonly string[];
}

const planOf = ({ lines, titles }: Size) => withFurther(briefPlan(invoices(lines)), titles);

const values = (bench: Workbench): unknown[][] =>
  bench.sheet('Краткий').map({ ...FIRST, rows: 30, columns: 14 }, (cell) => cell?.value ?? '');

/** Where a person sees the table end: its titles, and its rows that say something. */
function seenTable(bench: Workbench): { readonly lastRow: number; readonly lastColumn: number } {
  const rows = values(bench);
  const isFilled = (row: readonly unknown[]): boolean => row.slice(0, FIXED).some((cell) => cell !== '');
  const untitled = rows[0]?.indexOf('') ?? 0;
  return {
    lastRow: FIRST.row + rows.map(isFilled).lastIndexOf(true),
    lastColumn: FIRST.column + untitled - 1,
  };
}

const size = fc.record({ lines: fc.integer({ min: 0, max: 7 }), titles: fc.shuffledSubarray(TITLES) });
const cell = fc.record({ row: fc.integer({ min: 2, max: 18 }), column: fc.integer({ min: 2, max: 14 }) });
const history = fc.record({
  start: size,
  writes: fc.array(fc.record({ size, changes: fc.integer({ min: 0, max: 45 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
  last: size,
  /** Where somebody writes, and after how many of the writes. */
  mine: fc.option(fc.record({ cell, after: fc.integer({ min: 0, max: 3 }) })),
});

function cutShort(bench: Workbench, changes: number, wanted: Size): void {
  bench.changesLeft = changes;
  try {
    bench.write(planOf(wanted));
  } catch (error) {
    if (!(error instanceof Killed || error instanceof WriterError)) throw error;
  } finally {
    bench.changesLeft = Infinity;
  }
}

test('of tables that grow and shrink in rows and columns at once', () => {
  fc.assert(
    fc.property(history, ({ start, writes, last, mine }) => {
      const bench = new Workbench();
      bench.write(planOf(start));
      const places: { readonly row: number; readonly column: number }[] = [];
      const writeMine = (after: number): void => {
        if (mine?.after !== after) return;
        const { lastRow, lastColumn } = seenTable(bench);
        const { row, column } = mine.cell;
        if (row <= lastRow && column <= lastColumn) return;
        bench.sheet('Краткий').touch(row, column).value = MINE;
        places.push(mine.cell);
      };
      writeMine(0);
      writes.forEach(({ size: wanted, changes }, index) => {
        cutShort(bench, changes, wanted);
        writeMine(index + 1);
      });
      const wanted = planOf(last);
      let refusal: WriterError | null = null;
      try {
        bench.write(wanted);
      } catch (error) {
        if (!(error instanceof WriterError)) throw error;
        refusal = error;
      }
      const [place] = places;
      if (place !== undefined) {
        expect(bench.sheet('Краткий').peek(place.row, place.column)?.value).toBe(MINE);
        if (refusal) expect(['CONTENT_BELOW', 'COLUMNS_TAKEN']).toContain(refusal.code);
        return;
      }
      expect(refusal).toBeNull();
      const anew = new Workbench();
      anew.write(wanted);
      expect(bench.whole('Краткий').slice(0, 40)).toEqual(anew.whole('Краткий').slice(0, 40));
    }),
    { numRuns: 100 },
  );
});
