/** Sheets beside the two main ones are written, known again and left alone as those are, whatever their rows hold. */
import type { SheetPlan } from '../../../src/report/SheetPlan';
import { isBodyRow, isReportRow, isTotal } from '../../../src/sheets/report-rows';
import { debtsPlan, nothingOwed, share, vatPlan, withoutAmount } from './further-plans';
import { briefPlan, detailPlan, invoices } from './plans';
import { Killed, MARK_KEY, Workbench } from './workbench';

const plans = (count: number): SheetPlan[] => [
  briefPlan(invoices(count)),
  detailPlan(invoices(count)),
  debtsPlan(count),
  vatPlan(count),
];
const NAMES = ['Краткий', 'Полный', 'Долги', 'НДС'] as const;
const FURTHER = ['Долги', 'НДС'] as const;
const planOf = { Долги: (count: number) => debtsPlan(count, ['RUB', 'USD']), НДС: vatPlan };

function written(...all: SheetPlan[]): Workbench {
  const bench = new Workbench();
  bench.write(...all);
  return bench;
}

const read = ({ values }: { readonly values: readonly unknown[] }): unknown[] =>
  values.map((value) => value ?? '');
const namesOf = (bench: Workbench): string[] => bench.book.sheets.map(({ name }) => name);
const whole = (bench: Workbench): unknown[] => namesOf(bench).map((name) => [name, bench.whole(name)]);
/** Nothing but the cells tells where a table lies. */
const lose = (bench: Workbench): void => {
  for (const sheet of bench.book.sheets) Object.assign(sheet, { namedAreas: [], columnMetadata: [] });
};
const lastRowOf = ({ body, footer }: SheetPlan): number => 2 + body.length + footer.length;

test('what stands for an empty body, and shares that are empty, are rows of the report', () => {
  const debts = debtsPlan(2);
  for (const row of [nothingOwed, share(null), share(0.195)])
    expect([isBodyRow(debts, read(row)), isTotal(debts, read(row))]).toEqual([true, false]);
  const vat = vatPlan(0);
  for (const row of [...vat.body, ...vat.footer.slice(1)]) expect(isReportRow(vat, read(row))).toBe(true);
});

test('a row without any amount is surely no other’s only by its formats', () => {
  expect(isReportRow(debtsPlan(1), read(withoutAmount))).toBe(false);
  expect(isReportRow(debtsPlan(1), ['', 'Долгов нет, ура', 'пятница', '', '', ''])).toBe(false);
});

test('all sheets are made at the end, in their order, and an unchanged report changes nothing', () => {
  const bench = new Workbench();
  bench.user.addSheet('Мой лист');
  bench.write(...plans(3));
  expect(namesOf(bench).slice(-5)).toEqual(['Мой лист', ...NAMES]);
  const before = whole(bench);
  expect(bench.write(...plans(3))).toBe(false);
  expect(whole(bench)).toEqual(before);
});

test('sheets beside the main ones change nothing of these', () => {
  const [alone, beside] = [written(...plans(3).slice(0, 2)), written(...plans(3))];
  for (const name of NAMES.slice(0, 2)) expect(beside.whole(name)).toEqual(alone.whole(name));
});

describe.each(FURTHER)('The table of «%s»', (name) => {
  const plan = planOf[name];

  test.each([
    [0, 3],
    [3, 0],
    [3, 5],
    [5, 3],
  ])('of %i rows becomes one of %i as if it were new', (before, now) => {
    const bench = written(plan(before));
    bench.write(plan(now));
    expect(whole(bench)).toEqual(whole(written(plan(now))));
    expect(bench.write(plan(now))).toBe(false);
  });

  test.each([0, 3])('of %i rows is found by its cells alone', (count) => {
    const bench = written(plan(count));
    lose(bench);
    bench.write(plan(4));
    expect(whole(bench)).toEqual(whole(written(plan(4))));
  });

  test.each([0, 3])('of %i rows is found where rows and columns were inserted before it', (count) => {
    const bench = written(plan(count));
    bench.user.insertRows(name, 1, 2);
    bench.user.insertColumns(name, 1, 1);
    expect(bench.write(plan(count))).toBe(false);
    lose(bench);
    bench.write(plan(2));
    expect(bench.user.cell(name, `C${lastRowOf(plan(2)) + 3}`).value).toBe('');
    expect(bench.user.cell(name, 'C4').value).toBe(plan(2).header.values[0]);
  });

  test('that is in the way of a user’s words is refused, and names its own last column', () => {
    const bench = written(plan(1));
    const row = lastRowOf(plan(1)) + 2;
    bench.user.enter(name, `C${row}`, 'моё');
    const before = whole(bench);
    const last = name === 'Долги' ? 'G' : 'F';
    const end = lastRowOf(plan(4));
    expect(() => bench.write(plan(4))).toThrow(
      `Отчёт вырос, а строка ${row} листа «${name}» занята вашими данными. ` +
        `Перенесите их ниже строки ${end} или правее столбца ${last} и обновите отчёт.`,
    );
    expect(whole(bench)).toEqual(before);
  });

  test('leaves what stands right of it and below it', () => {
    const bench = written(plan(3));
    bench.user.enter(name, 'H4', 'справа');
    bench.user.enter(name, 'C40', 'снизу');
    bench.write(plan(1));
    expect(bench.user.cell(name, 'H4').value).toBe('справа');
    expect(bench.user.cell(name, 'C40').value).toBe('снизу');
  });

  test('without one of its columns is refused, and with another inside it', () => {
    const narrow = written(plan(2));
    narrow.user.deleteColumns(name, 4, 1);
    const title = plan(2).columns[2]?.title ?? '';
    expect(() => narrow.write(plan(2))).toThrow(`Из таблицы листа «${name}» удалён столбец «${title}».`);
    const wide = written(plan(2));
    wide.user.insertColumns(name, 4, 1);
    expect(() => wide.write(plan(2))).toThrow(`Внутри таблицы листа «${name}» вставлен столбец E.`);
  });
});

test('a foreign sheet of the name of one of them is refused', () => {
  const bench = new Workbench();
  bench.user.addSheet('долги');
  expect(() => {
    bench.writer().refuseForeignSheets(plans(1));
  }).toThrow('Лист «долги» уже есть и создан не отчётом. Переименуйте его и обновите отчёт.');
});

test('one mark stands over all that change', () => {
  const bench = written(...plans(2));
  bench.changesLeft = 0;
  expect(() => bench.write(...plans(2).slice(0, 2), debtsPlan(3), vatPlan(3))).toThrow(Killed);
  expect(bench.properties.get(MARK_KEY)).toBe('debts,vat');
  expect([...bench.writer().unfinished()]).toEqual(['debts', 'vat']);
});

test.each([
  ['first', 0],
  ['growing', 1],
  ['shrinking', 4],
])('killed at any change of a %s write, they are right after the next one', (_, before) => {
  const further = (count: number): SheetPlan[] => [debtsPlan(count), vatPlan(count)];
  const right = whole(written(...further(2)));
  for (let changes = 0; ; changes += 1) {
    const bench = new Workbench();
    if (before > 0) bench.write(...further(before));
    bench.changesLeft = changes;
    try {
      bench.write(...further(2));
      break;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    bench.changesLeft = Infinity;
    bench.write(...further(2));
    expect(whole(bench)).toEqual(right);
    expect(bench.properties.get(MARK_KEY)).toBeUndefined();
  }
});
