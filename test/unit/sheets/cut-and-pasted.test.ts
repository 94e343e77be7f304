/** Cells that a person cuts out of a table's last row and pastes elsewhere: whose row it is then, and what is said of it. */
import { checksSheet } from '../../../src/checks/checks-sheet';
import type { SheetPlan } from '../../../src/report/SheetPlan';
import { lastPlannedRow } from '../../../src/sheets/area';
import { WriterError } from '../../../src/sheets/WriterError';
import { columnLetters } from '../../../simulator/spreadsheet/area';
import { refreshes } from '../changes/a-journal';
import { checksIn } from '../checks/some-checks';
import { debts } from '../debts/some-debts';
import { row, vat } from '../vat/some-vat';
import { briefPlan, detailPlan, invoices } from './plans';
import { Killed, Workbench } from './workbench';

const ORIGIN = { row: 2, column: 2 };
const cell = (line: number, column: number): string => `${columnLetters(ORIGIN.column + column)}${line}`;

const PORTAL = 'example.bitrix24.ru';
const BUYER = { name: 'ООО «Ромашка»', inn: '7700000000' };
/** Each sheet of the report for so many invoices. */
const SHEETS: Readonly<Record<string, (count: number) => SheetPlan>> = {
  Краткий: (count) => briefPlan(invoices(count)),
  Полный: (count) => detailPlan(invoices(count)),
  Долги: (count) =>
    debts({
      owed: invoices(count).map(({ sum }) => ({ opportunity: sum, due: '2026-03-01', buyer: BUYER })),
    }),
  НДС: (count) => vat({ sold: invoices(count).map(({ sum }) => ({ rows: [row(sum, 22)], buyer: BUYER })) }),
  'Проверка данных': (count) =>
    checksSheet(
      checksIn(invoices(count).map(({ sum }) => ({ opportunity: sum, accountNumber: '' }))),
      PORTAL,
    ),
  Изменения: journal,
};

/** Of a report that gets a line at each refresh. */
function journal(count: number): SheetPlan {
  const moments = invoices(count).map((_, last) => ({
    invoices: invoices(last + 1).map(({ sum }, index) => ({ id: index + 1, opportunity: sum })),
  }));
  const plan = refreshes(...moments).at(-1)?.plan;
  if (plan === undefined) throw new Error('Expected a refresh');
  return plan;
}

const plans = Object.keys(SHEETS).map((title) => ({ title, of: SHEETS[title] ?? journal }));

/** From and to, for each two cells of one row. */
const pairsIn = ({ columns }: SheetPlan): readonly (readonly [from: number, to: number])[] =>
  columns.flatMap((_, from) => columns.flatMap((__, to) => (from === to ? [] : [[from, to] as const])));

function written(...sheets: readonly SheetPlan[]): Workbench {
  const bench = new Workbench();
  bench.write(...sheets);
  return bench;
}

function clearLook({ book, user }: Workbench, at: string): void {
  const cell = user.cell('Полный', at);
  cell.style = book.styles.with(cell.style, 'numberFormat', null);
}

function refusalOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof WriterError) return error.message;
    throw error;
  }
}

const lastRowOf = (plan: SheetPlan): number => lastPlannedRow(plan, ORIGIN);
const unclear = (line: number, title: string, end: number, column: string): string =>
  `Неясно, чья строка ${line} листа «${title}»: ваша или отчёта. Если ваша, перенесите её данные ниже строки ${end} ` +
  `или правее столбца ${column}, если отчёта, удалите её. Затем обновите отчёт.`;

describe('A cell of the last row pasted over another cell of it', () => {
  /** What the next refresh says, by the columns of both, for all pairs of cells. */
  function refusals(before: SheetPlan, now: SheetPlan): readonly unknown[] {
    const bench = written(before);
    const last = lastRowOf(before);
    return pairsIn(before).flatMap(([from, to]) => {
      const cells = [from, to].map((column) => bench.user.cell(before.title, cell(last, column)));
      const kept = cells.map((one) => ({ ...one }));
      bench.user.drag(before.title, cell(last, from), cell(last, to));
      const refusal = refusalOf(() => bench.writer().prepare([now]));
      cells.forEach((one, index) => Object.assign(one, kept[index]));
      return refusal === null ? [] : [[from, to, refusal]];
    });
  }

  it.each(plans)('leaves the row of «$title» the report’s', ({ of }) => {
    expect(refusals(of(2), of(4))).toEqual([]);
  });

  it.each(plans)('and of «$title» is written anew', ({ of }) => {
    const [before, now] = [of(2), of(4)];
    const bench = written(before);
    const last = lastRowOf(before);
    bench.user.drag(before.title, cell(last, 1), cell(last, 3));
    bench.write(now);
    expect(bench.whole(now.title)).toEqual(written(now).whole(now.title));
  });
});

describe('A sum of the last total in the place of its label', () => {
  const restored = (): Workbench => {
    const bench = written(briefPlan(invoices(4)));
    bench.user.drag('Краткий', 'E8', 'D8');
    return bench;
  };

  it('does not stay where the report gets shorter', () => {
    const bench = restored();
    bench.write(briefPlan(invoices(1)));
    expect(bench.whole('Краткий')).toEqual(written(briefPlan(invoices(1))).whole('Краткий'));
  });

  it('is unclear beside a word', () => {
    const bench = restored();
    bench.user.enter('Краткий', 'B8', 'моё');
    expect(refusalOf(() => bench.write(briefPlan(invoices(7))))).toBe(unclear(8, 'Краткий', 11, 'I'));
  });
});

describe('A row that cannot be told any more', () => {
  const detail = (count: number): SheetPlan => detailPlan(invoices(count));

  it('below a name that ends too early is called like the report’s, and a user’s is called his', () => {
    const older = written(detail(1));
    const bench = written(detail(2));
    bench.sheet('Полный').namedAreas = older.sheet('Полный').namedAreas;
    bench.user.drag('Полный', 'F5', 'C5');
    const before = bench.whole('Полный');
    expect(refusalOf(() => bench.write(detail(3)))).toContain(
      'Строка 5 листа «Полный» похожа на строки отчёта',
    );
    expect(bench.whole('Полный')).toEqual(before);
    bench.user.deleteRows('Полный', 5, 2);
    bench.user.enter('Полный', 'C5', 'моё');
    expect(refusalOf(() => bench.write(detail(3)))).toContain(
      'строка 5 листа «Полный» занята вашими данными',
    );
  });

  const losses: readonly (readonly [what: string, lose: (bench: Workbench) => void])[] = [
    ['name', (bench) => (bench.sheet('Полный').namedAreas = [])],
    ['looks', (bench) => ['B6', 'D6', 'E6'].forEach((at) => clearLook(bench, at))],
  ];

  it.each(losses)('is called unclear where the %s is lost, and made again where it is deleted', (_, lose) => {
    const bench = written(detail(2));
    bench.user.drag('Полный', 'F6', 'C6');
    lose(bench);
    expect(refusalOf(() => bench.write(detail(3)))).toBe(unclear(6, 'Полный', 8, 'I'));
    bench.user.deleteRows('Полный', 6, 1);
    bench.write(detail(3));
    expect(bench.whole('Полный')).toEqual(written(detail(3)).whole('Полный'));
  });

  it('after a write that was cut short is called unclear where it is a whole line, else the user’s', () => {
    const bench = written(detail(2));
    bench.changesLeft = 2;
    expect(() => bench.write(detail(1))).toThrow(Killed);
    bench.changesLeft = Infinity;
    bench.user.drag('Полный', 'F6', 'C6');
    expect(refusalOf(() => bench.write(detail(3)))).toBe(unclear(6, 'Полный', 8, 'I'));
    for (const column of ['B', 'D', 'E', 'G', 'H', 'I']) bench.user.enter('Полный', `${column}6`, '');
    bench.user.enter('Полный', 'C6', 'моё');
    expect(refusalOf(() => bench.write(detail(3)))).toContain(
      'строка 6 листа «Полный» занята вашими данными',
    );
  });
});

describe('A row of a user’s that an older version of the cells has brought under the name', () => {
  const restored = (...cells: readonly string[]): Workbench => {
    const bench = written(detailPlan(invoices(1)));
    const today = written(detailPlan(invoices(3)));
    bench.sheet('Полный').namedAreas = today.sheet('Полный').namedAreas;
    cells.forEach((from) => {
      Object.assign(bench.user.cell('Полный', from.replace('4', '6')), bench.user.cell('Полный', from));
    });
    bench.user.enter('Полный', 'D6', 'моё');
    return bench;
  };

  it.each([[[]], [['B4', 'C4']], [['B4', 'C4', 'E4']]])('is kept, also beside a copy of %j', (cells) => {
    const bench = restored(...cells);
    const before = bench.whole('Полный');
    expect(refusalOf(() => bench.write(detailPlan(invoices(3))))).toBe(unclear(6, 'Полный', 8, 'I'));
    expect(bench.whole('Полный')).toEqual(before);
  });
});
