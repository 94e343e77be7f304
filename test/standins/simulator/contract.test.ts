import { buildContract } from '../../../bundler/contract';
import { answering, Project, Simulator, VirtualClock } from '../../../simulator';
import { CLAIMS } from '../../../simulator/contract/claims';
import { EXPECTED, TRIGGER_CLAIMS } from '../../../simulator/contract/expected';
import { columnsOf, type Quirks, SpreadsheetModel } from '../../../simulator/spreadsheet';

const files = buildContract(process.cwd());

/** Runs the developer build as its menu does and gives the rows of its table: claim, expected, got, differs. */
async function tableOf(quirks: Partial<Quirks> = {}) {
  const spreadsheet = new SpreadsheetModel();
  Object.assign(spreadsheet.quirks, quirks);
  const project = new Project(Object.fromEntries(await files));
  const http = answering(() => ({ failure: 'dns' }));
  const simulator = new Simulator({ project, http, clock: new VirtualClock(), spreadsheet });
  simulator.open();
  const { error } = simulator.click('owner@example.com', 'Проверка платформы', 'Проверить');
  if (error) throw new Error(error.stack);
  simulator.passTime(60_000);
  const [, table] = spreadsheet.sheets;
  const rows = table?.map({ row: 1, column: 1, rows: table.lastRow(), columns: 4 }, (cell) =>
    String(cell?.value),
  );
  return { simulator, spreadsheet, rows: rows ?? [] };
}

const differing = (rows: string[][]) =>
  rows.filter(([, , , differs]) => differs === 'да').map(([claim]) => claim?.slice(1, -1));

test('on the simulator the developer build finds no difference', async () => {
  const { rows } = await tableOf();

  expect(rows[0]).toEqual(['Утверждение', 'Ожидалось', 'Получено', 'Расходится']);
  expect(rows.slice(1).map(([claim]) => claim?.slice(1, -1))).toEqual([
    ...Object.keys(CLAIMS),
    ...TRIGGER_CLAIMS,
  ]);
  expect(differing(rows)).toEqual([]);
});

test('every claim has its expected value, and nothing else has one', () => {
  expect(Object.keys(EXPECTED)).toEqual(Object.keys(CLAIMS));
});

test('it leaves its table and nothing else: no scratch sheet, no trigger, no property', async () => {
  const { simulator, spreadsheet } = await tableOf();

  expect(spreadsheet.sheets.map(({ name }) => name)).toEqual(['Лист1', 'Проверка платформы']);
  expect(simulator.state.triggers.all()).toHaveLength(0);
  expect(simulator.stored().filter(({ kind }) => kind === 'property')).toHaveLength(0);
});

test('it leaves one chart beside its table, to be looked at', async () => {
  const { spreadsheet } = await tableOf();

  expect(spreadsheet.sheets.map(({ charts }) => charts.length)).toEqual([0, 1]);
});

test('a second run replaces the table', async () => {
  const { simulator, spreadsheet } = await tableOf();
  simulator.click('owner@example.com', 'Проверка платформы', 'Проверить');

  expect(spreadsheet.sheets.map(({ name }) => name)).toEqual(['Лист1', 'Проверка платформы']);
});

test.each<[Partial<Quirks>, string[]]>([
  [{ atCellParsesFormula: true }, ['=1+1 в ячейке @', '-abc в ячейке @', '@name в ячейке @']],
  [{ atCellConsumesApostrophe: true }, ["'x в ячейке @"]],
  [
    { chartRanges: (added) => added.flatMap(columnsOf) },
    [
      'диапазоны диаграммы при чтении',
      'updateChart меняет диапазоны',
      'диапазоны диаграммы после вставки строки перед ними',
      'диапазоны диаграммы после вставки строки внутрь',
    ],
  ],
  [{ defersErrors: true }, ['когда виден отказ из-за предела ячеек']],
])('where Google does %j exactly the claims that depend on it differ', async (quirks, claims) => {
  const { rows } = await tableOf(quirks);

  expect(differing(rows)).toEqual(claims);
});
