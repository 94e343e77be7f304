/** Which sheet is shown while sheets are made: whoever waits for the first report sees it, all others what they saw. */
import { keepingView, turnTo } from '../../../src/sheets/keeping-view';
import { briefPlan, detailPlan, invoices } from './plans';
import { Workbench } from './workbench';

const plans = (count: number) => [briefPlan(invoices(count)), detailPlan(invoices(count))];

/** Writes as somebody who waits, or for nobody, and says what was called to that end and what is shown then. */
function shownAfter(bench: Workbench, isSeen?: boolean): [string, string[]] {
  const writer = bench.writer(undefined, isSeen);
  bench.calls.length = 0;
  writer.commit(writer.prepare(plans(2)));
  const asked = bench.calls.filter((call) => /ActiveSheet$/.test(call));
  return [bench.book.activeSheet.name, asked];
}

const KEPT = ['Spreadsheet.getActiveSheet', 'Spreadsheet.setActiveSheet'];

test('the first report turns whoever waits for it to its brief sheet', () => {
  const [shown, asked] = shownAfter(new Workbench(), true);
  expect([shown, asked]).toEqual(['Краткий', [...KEPT, 'Spreadsheet.setActiveSheet']]);
});

test('a further sheet leaves them where they are', () => {
  const bench = new Workbench();
  bench.write(briefPlan(invoices(1)));
  bench.book.activeSheet = bench.sheet('Лист1');
  expect(shownAfter(bench, true)).toEqual(['Лист1', KEPT]);
});

test('a report on its own sheets asks for none and turns nobody', () => {
  const bench = new Workbench();
  bench.write(...plans(1));
  bench.book.activeSheet = bench.sheet('Лист1');
  expect(shownAfter(bench, true)).toEqual(['Лист1', []]);
});

test('where nobody waits no sheet is asked for, since Google does not say which is shown', () => {
  expect(shownAfter(new Workbench(), false)[1]).toEqual([]);
  expect(shownAfter(new Workbench())[1]).toEqual([]);
});

/** Somebody who looks at a sheet; what they turn to is told. */
function view(refuses: boolean) {
  const turned: unknown[] = [];
  const workbook = {
    getActiveSheet: () => 'shown before',
    setActiveSheet: (sheet: unknown) => {
      if (refuses) throw new Error('This sheet does not exist');
      turned.push(sheet);
    },
  };
  return { turned, workbook };
}

test('what was made is handed on, whether or not somebody looks at a sheet that is still there', () => {
  for (const refuses of [false, true]) {
    for (const isSeen of [false, true]) {
      const { turned, workbook } = view(refuses);
      expect(keepingView(workbook, isSeen, () => 'made')).toBe('made');
      expect(turned).toEqual(isSeen && !refuses ? ['shown before'] : []);
    }
  }
});

test('turning to a sheet that is gone ends nothing', () => {
  const { turned, workbook } = view(true);
  expect(() => turnTo(workbook, 'gone')).not.toThrow();
  expect(turned).toEqual([]);
});
