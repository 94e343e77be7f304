/** Charts as a script makes, changes and finds them, and as people and other changes of the sheet leave them. */
import { CHART_TYPE, type Chart, columnsOf, type SheetModel } from '../../../../simulator/spreadsheet';
import { openGate } from '../../../../simulator/service';
import { type Opened, openSpreadsheet, refusalOf } from './support';

const { COLUMN } = CHART_TYPE.holder(openGate) as typeof GoogleAppsScript.Charts.ChartType;

/** A chart of B2:B5 and D2:D5 at F2, as a script builds it. */
function chartOn({ sheet }: Pick<Opened, 'sheet'>) {
  return sheet
    .newChart()
    .setChartType(COLUMN)
    .addRange(sheet.getRange('B2:B5'))
    .addRange(sheet.getRange('D2:D5'))
    .setNumHeaders(1)
    .setPosition(2, 6, 0, 5)
    .setOption('title', 'Суммы')
    .setOption('colors', ['#93c47d', '#e06666'])
    .build();
}

/** The sheet's first chart as it is kept. */
function kept(sheet: SheetModel | undefined): Chart {
  const chart = sheet?.charts[0];
  if (chart === undefined) throw new Error('expected a chart');
  return chart;
}

const rangesOn = ({ sheet }: Pick<Opened, 'sheet'>): readonly string[][] =>
  sheet.getCharts().map((chart) => chart.getRanges().map((range) => range.getA1Notation()));

describe('A script', () => {
  it('makes a chart that is kept as it was asked for', () => {
    const opened = openSpreadsheet();
    opened.sheet.insertChart(chartOn(opened));
    expect(kept(opened.book.activeSheet)).toEqual({
      id: expect.any(Number) as number,
      type: 'COLUMN',
      areas: [
        { row: 2, column: 2, rows: 4, columns: 1 },
        { row: 2, column: 4, rows: 4, columns: 1 },
      ],
      headers: 1,
      anchor: { row: 2, column: 6, x: 0, y: 5 },
      options: { title: 'Суммы', colors: ['#93c47d', '#e06666'] },
    });
  });

  it('has a chart without an id until it is on a sheet, and two where it is put twice', () => {
    const opened = openSpreadsheet();
    const { sheet } = opened;
    const chart = chartOn(opened);
    expect(chart.getChartId()).toBeNull();
    sheet.insertChart(chart);
    sheet.insertChart(chart);
    expect(chart.getChartId()).toBeNull();
    const ids = sheet.getCharts().map((own) => own.getChartId());
    expect(new Set(ids).size).toBe(2);
    expect(ids).not.toContain(null);
  });

  it('is told of its ranges, place and options, null for one that was not set', () => {
    const opened = openSpreadsheet();
    const { sheet } = opened;
    sheet.insertChart(chartOn(opened));
    const [chart] = sheet.getCharts();
    const place = chart?.getContainerInfo();
    expect(rangesOn(opened)).toEqual([['B2:B5', 'D2:D5']]);
    expect([
      place?.getAnchorRow(),
      place?.getAnchorColumn(),
      place?.getOffsetX(),
      place?.getOffsetY(),
    ]).toEqual([2, 6, 0, 5]);
    const options = chart?.getOptions();
    expect(['title', 'colors', 'legend'].map((name) => options?.get(name) as unknown)).toEqual([
      'Суммы',
      ['#93c47d', '#e06666'],
      null,
    ]);
  });

  it('may be given the ranges of a chart otherwise than it has added them', () => {
    const opened = openSpreadsheet();
    const { sheet, book } = opened;
    sheet.insertChart(sheet.newChart().addRange(sheet.getRange('B2:D5')).build());
    expect(rangesOn(opened)).toEqual([['B2:D5']]);
    book.quirks.chartRanges = (added) => added.flatMap(columnsOf);
    expect(rangesOn(opened)).toEqual([['B2:B5', 'C2:C5', 'D2:D5']]);
  });

  it('adds no range a second time, and clears them all', () => {
    const { sheet } = openSpreadsheet();
    const builder = sheet.newChart();
    builder.addRange(sheet.getRange('A1:A2')).addRange(sheet.getRange('A1:A2'));
    expect(builder.getRanges()).toHaveLength(1);
    expect(builder.clearRanges().getRanges()).toEqual([]);
  });

  it('changes nothing of a chart until it is updated, and then only what it has set', () => {
    const opened = openSpreadsheet();
    const { sheet, book } = opened;
    sheet.insertChart(chartOn(opened));
    const before = kept(book.activeSheet);
    const changed = sheet
      .getCharts()[0]
      ?.modify()
      .clearRanges()
      .addRange(sheet.getRange('B2:B6'))
      .setNumHeaders(0)
      .build();
    expect(kept(book.activeSheet)).toEqual(before);
    if (changed) sheet.updateChart(changed);
    const areas = [{ row: 2, column: 2, rows: 5, columns: 1 }];
    expect(book.activeSheet.charts).toEqual([{ ...before, areas, headers: 0 }]);
  });

  it('removes the chart that it names', () => {
    const opened = openSpreadsheet();
    const { sheet } = opened;
    sheet.insertChart(chartOn(opened));
    sheet.insertChart(chartOn(opened));
    const [first, second] = sheet.getCharts();
    if (first) sheet.removeChart(first);
    expect(sheet.getCharts().map((chart) => chart.getChartId())).toEqual([second?.getChartId()]);
  });

  it.each<[string, (opened: Opened) => unknown, string]>([
    [
      'a position that is no whole number',
      ({ sheet }) => sheet.newChart().setPosition(1.5, 1, 0, 0),
      "The parameters (number,number,number,number) don't match the method signature for SpreadsheetApp.EmbeddedChartBuilder.setPosition.",
    ],
    [
      'a range by its name',
      ({ sheet }) => sheet.newChart().addRange('A1' as never),
      "The parameters (String) don't match the method signature for SpreadsheetApp.EmbeddedChartBuilder.addRange.",
    ],
    [
      'a type by its name',
      ({ sheet }) => sheet.newChart().setChartType('COLUMN' as never),
      "The parameters (String) don't match the method signature for SpreadsheetApp.EmbeddedChartBuilder.setChartType.",
    ],
    [
      'an option that is a function',
      ({ sheet }) => sheet.newChart().setOption('title', () => 'x'),
      "The parameters (String,(class)) don't match the method signature for SpreadsheetApp.EmbeddedChartBuilder.setOption.",
    ],
    [
      'a builder in place of a chart',
      ({ sheet }) => sheet.insertChart(sheet.newChart() as never),
      "The parameters (SpreadsheetApp.EmbeddedChartBuilder) don't match the method signature for SpreadsheetApp.Sheet.insertChart.",
    ],
    [
      'a place outside the sheet',
      (opened) => opened.sheet.insertChart(chartOn(opened).modify().setPosition(1_001, 1, 0, 0).build()),
      'The coordinates of the range are outside the dimensions of the sheet.',
    ],
    [
      'a place before the first row',
      (opened) => opened.sheet.insertChart(chartOn(opened).modify().setPosition(0, 1, 0, 0).build()),
      'The starting row of the range is too small.',
    ],
    [
      'a chart without cells',
      (opened) => opened.sheet.insertChart(chartOn(opened).modify().clearRanges().build()),
      'Invalid argument: ranges',
    ],
    [
      'an update of a chart that is on no sheet',
      (opened) => opened.sheet.updateChart(chartOn(opened)),
      'Invalid argument: chart',
    ],
    [
      'an update of a chart of another sheet',
      (opened) => {
        const { sheet, spreadsheet } = opened;
        sheet.insertChart(chartOn(opened));
        for (const chart of sheet.getCharts()) spreadsheet.insertSheet('Другой').updateChart(chart);
      },
      'Invalid argument: chart',
    ],
    [
      'a chart on a sheet that is gone',
      (opened) => {
        const chart = chartOn(opened);
        opened.user.addSheet('Другой');
        opened.user.delete('Лист1');
        opened.sheet.insertChart(chart);
      },
      'Sheet 0 not found',
    ],
    [
      'a chart on a protected sheet',
      (opened) => {
        opened.user.protect('Лист1', null);
        opened.sheet.insertChart(chartOn(opened));
      },
      'You are trying to edit a protected cell or object.',
    ],
  ])('is refused %s', (_, run, sentence) => {
    expect(refusalOf(() => run(openSpreadsheet()))).toContain(sentence);
  });

  it.each([
    [
      'EmbeddedChartBuilder.addRange of another sheet',
      ({ sheet }: Opened, other: Opened['sheet']) => sheet.newChart().addRange(other.getRange('A1')),
    ],
    [
      'Sheet.insertChart of a chart of another sheet',
      (opened: Opened, other: Opened['sheet']) => other.insertChart(chartOn(opened)),
    ],
    ['EmbeddedChartBuilder.asPieChart', ({ sheet }: Opened) => sheet.newChart().asPieChart()],
  ])('is told that it is not simulated: %s', (member, run) => {
    const opened = openSpreadsheet();
    const other = opened.spreadsheet.insertSheet('Другой');
    expect(refusalOf(() => run(opened, other))).toBe(`NotSimulatedError: ${member} is not simulated`);
  });

  it('is refused, where so told, to put a chart on a sheet or to change one: at once, or when it comes to it', () => {
    const opened = openSpreadsheet();
    const { sheet, book, app } = opened;
    const failed = `Exception: Service Spreadsheets failed while accessing document with id ${book.id}.`;
    sheet.insertChart(chartOn(opened));
    const before = book.activeSheet.charts;
    book.quirks.refusesCharts = ['insertChart', 'updateChart'];
    expect(refusalOf(() => sheet.insertChart(chartOn(opened)))).toBe(failed);
    for (const chart of sheet.getCharts()) expect(refusalOf(() => sheet.updateChart(chart))).toBe(failed);
    book.quirks.defersErrors = true;
    sheet.insertChart(chartOn(opened));
    expect(refusalOf(() => app.flush())).toBe(failed);
    expect(book.activeSheet.charts).toEqual(before);
  });
});

describe('A chart', () => {
  it.each<[string, (sheet: SheetModel) => void, readonly string[], readonly number[]]>([
    ['rows come in front', (sheet) => sheet.insertRows(1, 2), ['B4:B7', 'D4:D7'], [4, 6]],
    ['a row comes between its own', (sheet) => sheet.insertRows(3, 1), ['B2:B6', 'D2:D6'], [2, 6]],
    ['a row comes below', (sheet) => sheet.insertRows(5, 1), ['B2:B5', 'D2:D5'], [2, 6]],
    ['a column comes in front', (sheet) => sheet.insertColumns(1, 1), ['C2:C5', 'E2:E5'], [2, 7]],
    ['rows of it go', (sheet) => sheet.deleteRows(4, 2), ['B2:B3', 'D2:D3'], [2, 6]],
    ['one of its columns goes', (sheet) => sheet.deleteColumns(4, 1), ['B2:B5'], [2, 5]],
    ['all of its rows go', (sheet) => sheet.deleteRows(2, 4), [], [2, 6]],
  ])('follows its cells where %s', (_, change, ranges, [row, column]) => {
    const opened = openSpreadsheet();
    const { sheet, book } = opened;
    sheet.insertChart(chartOn(opened));
    change(book.activeSheet);
    expect(rangesOn(opened)).toEqual([ranges]);
    expect(kept(book.activeSheet).anchor).toEqual({ row, column, x: 0, y: 5 });
  });

  it('stays where the cells are cleared', () => {
    const opened = openSpreadsheet();
    opened.sheet.insertChart(chartOn(opened));
    opened.sheet.clear();
    expect(rangesOn(opened)).toEqual([['B2:B5', 'D2:D5']]);
  });

  it('is copied with its sheet, under another id', () => {
    const opened = openSpreadsheet();
    opened.sheet.insertChart(chartOn(opened));
    const { id, ...chart } = kept(opened.book.activeSheet);
    expect(kept(opened.user.duplicate('Лист1', 'Копия'))).toEqual({
      ...chart,
      id: expect.any(Number) as number,
    });
    expect(kept(opened.book.sheetNamed('Копия')).id).not.toBe(id);
    expect(kept(opened.book.sheetNamed('Лист1')).id).toBe(id);
  });

  it('is copied with the file, under another id or the same one', () => {
    const opened = openSpreadsheet();
    const { book } = opened;
    opened.sheet.insertChart(chartOn(opened));
    const original = kept(book.activeSheet);
    expect(kept(book.copyAs('copy').sheets[0]).id).not.toBe(original.id);
    book.quirks.copiesKeepChartIds = true;
    expect(kept(book.copyAs('copy').sheets[0])).toEqual(original);
  });

  it('is its user’s to insert, change and delete', () => {
    const opened = openSpreadsheet();
    const { user, book } = opened;
    opened.sheet.insertChart(chartOn(opened));
    const { id, ...chart } = kept(book.activeSheet);
    const own = user.insertChart('Лист1', chart);
    const anchor = { row: 9, column: 9, x: 0, y: 0 };
    user.changeChart('Лист1', id, ({ options }) => ({ anchor, options: { ...options, title: 'Иначе' } }));
    expect(book.activeSheet.charts).toEqual([
      { ...chart, id, anchor, options: { ...chart.options, title: 'Иначе' } },
      { ...chart, id: own },
    ]);
    user.deleteChart('Лист1', id);
    expect(book.activeSheet.charts).toEqual([{ ...chart, id: own }]);
  });
});
