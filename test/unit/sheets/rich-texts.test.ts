/** What rich texts bring into cells: links in the first column, and in every column texts that nothing reads. */
import { writeRichColumn } from '../../../src/sheets/rich-texts';
import { briefPlan, invoices, WIDTH } from './plans';
import { Workbench } from './workbench';

const plan = briefPlan(invoices(4));
const [first = plan.header, second = plan.header, third = plan.header, fourth = plan.header] = plan.body;
const red = { ...first.style, colors: first.style.colors.map(() => '#ff0000' as const) };
const body = [
  first,
  { ...second, style: red },
  { ...third, link: null, values: ['=1', '', '=2', 1, 1, 1, 1, 1] },
  { ...fourth, values: [null, null, '', 1, 1, 1, 1, 1] },
];

/** Text and looks of one column of a table at C5, after it was written, and how many styles that took. */
function written(column: number) {
  const bench = new Workbench();
  const { app, workbook } = bench.open();
  const [sheet] = workbook.getSheets();
  if (sheet === undefined) throw new Error('expected a sheet');
  bench.calls.length = 0;
  writeRichColumn({ sheet, origin: { row: 5, column: 3 }, width: WIDTH }, { ...plan, body }, column, app);
  const kept = bench.sheet('Лист1');
  const filled: string[] = [];
  kept.forEachCell(
    (cell, row, at) => (cell.value !== '' || cell.runs.length > 0) && filled.push(`${row} ${at}`),
  );
  const cells = body.map((_, index) => {
    const { value, formula, runs } = kept.peek(6 + index, 3 + column) ?? { value: '', formula: '', runs: [] };
    return [value, formula, runs.map(({ link, style: { color, underline } }) => [link, color, underline])];
  });
  return { cells, filled, styles: bench.calls.filter((call) => call.endsWith('.newTextStyle')).length };
}

const link = (index: number): string => `https://portal.example/crm/type/31/details/${index}/`;

test('the first column gets its links, in the colours of its rows and not underlined', () => {
  expect(written(0)).toEqual({
    cells: [
      ['СЧ-1', '', [[link(1), '#000000', false]]],
      ['СЧ-2', '', [[link(2), '#ff0000', false]]],
      // Neither a row without a link nor an empty text can be followed.
      ['=1', '', []],
      ['', '', []],
    ],
    filled: ['6 3', '7 3', '8 3'],
    styles: 2,
  });
});

test('other columns get their texts alone', () => {
  expect(written(2)).toEqual({
    cells: [
      ['ООО «Ромашка 1»', '', []],
      ['ООО «Ромашка 2»', '', []],
      ['=2', '', []],
      ['', '', []],
    ],
    filled: ['6 5', '7 5', '8 5'],
    styles: 0,
  });
});
