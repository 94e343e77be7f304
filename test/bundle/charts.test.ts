/** The four charts of «Сводка», from the first report on. */
import type { Execution } from '../../simulator';
import type { Chart, Quirks } from '../../simulator/spreadsheet';
import { toA1 } from '../../simulator/spreadsheet/area';

import { progressOf, refresh, startOnce } from '../../world/scenario';
import { connect, type World } from '../../world/make-world';
import { anOffice, copyOf, userOf } from './support/workbook';

const SUMMARY = 'Сводка';
const REFUSED = 'Диаграммы «Сводки» не построены: Google отказал. Числа на листе верны.';
const [MONTHS, AGES, BUYERS, STAGES] = [
  'Оплачено и не оплачено по месяцам',
  'Долги по срокам',
  'Крупнейшие покупатели',
  'Счета по стадиям',
] as const;

/** Three invoices of one buyer in one month, in a year of which only May is told. */
function anOfficeWithSummary(quirks: Partial<Quirks> = {}): World {
  const world = anOffice({ beginsAt: '2026-05-20T09:00:00Z' });
  Object.assign(world.spreadsheet.quirks, quirks);
  connect(world, {
    summarySheet: true,
    period: { preset: 'custom', from: '2026-05-01', to: '2026-12-31' },
  });
  return world;
}

function done(world: World): Execution {
  const { progress, executions } = refresh(world);
  if (progress.state !== 'done') throw new Error(`${progress.state}: ${progress.message}`);
  const [first] = executions;
  if (first === undefined) throw new Error('expected an execution');
  return first;
}

const chartsOf = ({ spreadsheet }: World): readonly Chart[] => spreadsheet.sheetNamed(SUMMARY)?.charts ?? [];

const titleOf = ({ options }: Chart): string => String(options['title']);

/** The cells of each, by its title. */
const cellsOf = (world: World): Readonly<Record<string, string>> =>
  Object.fromEntries(chartsOf(world).map((chart) => [titleOf(chart), chart.areas.map(toA1).join(' ')]));

/** What Google is asked about them, the builder's steps too; what a chart that is there says of itself costs nothing. */
const callsOf = ({ ledger }: Execution): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(ledger.toRecord()).filter(
      ([member]) => /Chart/.test(member) && !/^EmbeddedChart\.get/.test(member),
    ),
  );

const total = (calls: Readonly<Record<string, number>>): number =>
  Object.values(calls).reduce((sum, count) => sum + count, 0);

const FIRST = {
  [MONTHS]: 'B5:B6 E5:F6',
  [AGES]: 'B19:B25 D19:D25',
  [BUYERS]: 'B27:B28 D27:D28',
  [STAGES]: 'B40:B41 D40:D41',
};

test('A first report has four, each at its place, over exactly the lines in use', () => {
  const world = anOfficeWithSummary();
  const calls = callsOf(done(world));
  expect(cellsOf(world)).toEqual(FIRST);
  const looks = chartsOf(world).map((chart) => {
    const { type, anchor, headers, options } = chart;
    return [titleOf(chart), type, anchor.row, anchor.column, headers, options];
  });
  const common = { width: 560, height: 320, useFirstColumnAsDomain: true };
  const plain = { ...common, legend: { position: 'none' } };
  expect(looks).toEqual([
    [
      MONTHS,
      'COLUMN',
      2,
      10,
      1,
      { ...common, title: MONTHS, isStacked: true, colors: ['#93c47d', '#e06666'] },
    ],
    [AGES, 'COLUMN', 19, 10, 1, { ...plain, title: AGES, colors: ['#e69138'] }],
    [BUYERS, 'BAR', 2, 16, 1, { ...plain, title: BUYERS, colors: ['#6d9eeb'] }],
    [STAGES, 'BAR', 19, 16, 1, { ...plain, title: STAGES, colors: ['#8e7cc3'] }],
  ]);
  expect(calls).toMatchObject({ 'Sheet.getCharts': 2, 'Sheet.insertChart': 4 });
  expect(total(calls)).toBeLessThanOrEqual(60);
});

test('A second one that changes nothing asks nothing about them; one of other figures neither', () => {
  const world = anOfficeWithSummary();
  done(world);
  const before = chartsOf(world);
  expect(callsOf(done(world))).toEqual({});
  world.data.changeInvoice(1, { OPPORTUNITY: 5_000 });
  expect(callsOf(done(world))).toEqual({});
  expect(chartsOf(world)).toEqual(before);
});

test('A month more comes to the chart of months alone, in few calls', () => {
  const world = anOfficeWithSummary();
  done(world);
  world.data.addInvoice({ BEGINDATE: '2026-06-02', COMPANY_ID: 4 });
  const month = callsOf(done(world));
  expect(cellsOf(world)).toEqual({ ...FIRST, [MONTHS]: 'B5:B7 E5:F7' });
  expect(month['Sheet.updateChart']).toBe(1);
  expect(total(month)).toBeLessThanOrEqual(12);
});

test('They are their users’: moved, renamed and deleted they stay so, until the sheet is deleted', () => {
  const world = anOfficeWithSummary();
  done(world);
  const user = userOf(world);
  const idOf = (title: string): number => chartsOf(world).find((chart) => titleOf(chart) === title)?.id ?? 0;
  const anchor = { row: 62, column: 2, x: 5, y: 5 };
  user.changeChart(SUMMARY, idOf(MONTHS), ({ options }) => ({
    anchor,
    options: { ...options, title: 'Деньги по месяцам' },
  }));
  user.deleteChart(SUMMARY, idOf(BUYERS));
  world.data.addInvoice({ BEGINDATE: '2026-06-02', COMPANY_ID: 4 });
  done(world);
  done(world);
  expect(cellsOf(world)).toEqual({
    'Деньги по месяцам': 'B5:B7 E5:F7',
    [AGES]: FIRST[AGES],
    [STAGES]: FIRST[STAGES],
  });
  expect(chartsOf(world).find((chart) => titleOf(chart) === 'Деньги по месяцам')?.anchor).toEqual(anchor);
  user.delete(SUMMARY);
  done(world);
  expect(cellsOf(world)).toEqual({ ...FIRST, [MONTHS]: 'B5:B7 E5:F7' });
});

describe('Where Google refuses them', () => {
  it.each([false, true])(
    'the report is done and says so, and the next one makes them (later: %p)',
    (later) => {
      const world = anOfficeWithSummary({ refusesCharts: ['insertChart'], defersErrors: later });
      done(world);
      expect(progressOf(world).message.split('\n')).toContain(REFUSED);
      expect(world.simulator.stored().map(({ key }) => key)).not.toContain('writing');
      expect(chartsOf(world)).toEqual([]);
      expect(userOf(world).cell(SUMMARY, 'C3').value).toBe(3);
      world.spreadsheet.quirks.refusesCharts = [];
      done(world);
      expect(progressOf(world).message).not.toContain('Диаграммы');
      expect(cellsOf(world)).toEqual(FIRST);
    },
  );
});

test('Killed at any call about them, the next report has four', () => {
  let calls = 0;
  const first = anOfficeWithSummary();
  first.simulator.hooks = {
    before: ({ member }) => {
      if (isAboutCharts(member)) calls += 1;
    },
  };
  done(first);
  for (let kept = 0; kept < calls; kept += 1) {
    const world = anOfficeWithSummary();
    let left = kept;
    world.simulator.hooks = {
      before: (call) => {
        if (isAboutCharts(call.member) && left-- === 0) call.kill();
      },
    };
    startOnce(world);
    world.simulator.hooks = {};
    world.clock.advance(600_000);
    done(world);
    expect(cellsOf(world)).toEqual(FIRST);
    expect(chartsOf(world)).toHaveLength(4);
  }
});

/** Calls between which something of them stands on the sheet or in its record. */
const isAboutCharts = (member: string): boolean =>
  ['Sheet.insertChart', 'Sheet.getCharts', 'DeveloperMetadata.setValue', 'EmbeddedChart.getChartId'].includes(
    member,
  );

test.each([true, false])('A copy of the file does not get eight (the same ids: %p)', (copiesKeepChartIds) => {
  const world = anOfficeWithSummary({ copiesKeepChartIds });
  done(world);
  const copy = copyOf(world);
  connect(copy, {
    summarySheet: true,
    period: { preset: 'custom', from: '2026-05-01', to: '2026-12-31' },
  });
  world.data.addInvoice({ BEGINDATE: '2026-06-02', COMPANY_ID: 4 });
  done(copy);
  expect(cellsOf(copy)).toEqual({ ...FIRST, [MONTHS]: 'B5:B7 E5:F7' });
  expect(chartsOf(copy)).toHaveLength(4);
});

test('What is kept with the sheet is short', () => {
  const world = anOfficeWithSummary();
  done(world);
  const record = world.spreadsheet.sheetNamed(SUMMARY)?.metadata[0]?.value ?? '';
  expect(record).toContain('"charts"');
  expect(record.length).toBeLessThanOrEqual(500);
});
