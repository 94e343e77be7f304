/** `npm run report` and `npm run demo` as a person runs them, against portals in other processes. */
import { readFileSync } from 'node:fs';
import { makeDemoData } from '../../portal/data/demo-data';
import { makeOddData } from '../../portal/data/odd-data';
import { addDays } from '../../portal/data/calendar';
import { aPortal, PAYMENT_DATE, SHIPMENT_DATE } from '../../portal/data/a-portal';
import type { PortalData } from '../../portal/data/PortalData';
import { Portal } from '../../portal/Portal';
import { serve } from '../../portal/server';
import { ReportFolder, runScript, type Finished } from './support/command';
import { expectedChecks } from '../oracle/expected-checks';
import { expectedDebts } from '../oracle/expected-debts';
import { expectedInvoices, type Wanted } from '../oracle/expected-invoices';
import {
  BRIEF,
  daysOf,
  DETAIL,
  expectedBrief,
  expectedDetail,
  expectedFace,
} from '../oracle/expected-sheets';
import { expectedSummary } from '../oracle/expected-summary';
import { expectedVat } from '../oracle/expected-vat';
import { differences } from '../oracle/picture';
import { readWorkbook, type ReadSheet } from '../bundle/acceptance/support/read-workbook';
import { TODAY } from '../bundle/acceptance/support/refresh';

const SECRET = 'm3Nb8Vc1Xz6Lk0Jh5Gf2';
const PATIENCE = 300_000;
const clock = { now: () => Date.now() };
const WANTED: Wanted = {
  ...{ from: '2026-04-01', to: '2026-06-30', periodField: 'BEGINDATE', zone: '+03:00' },
  ...{ shipmentDateField: SHIPMENT_DATE, paymentDateField: PAYMENT_DATE, excludeFailed: true },
};
const SETTINGS = {
  period: { preset: 'custom', from: WANTED.from, to: WANTED.to },
  ...{ shipmentDateField: SHIPMENT_DATE, paymentDateField: PAYMENT_DATE, enterpriseLimits: true },
};

interface Reported {
  readonly finished: Finished;
  readonly portal: Portal;
  readonly host: string;
  readonly milliseconds: number;
  readonly sheets: ReadonlyMap<string, ReadSheet>;
  readonly stats: Record<string, unknown>;
  readonly files: string[];
}

/** The command in a process of its own; this process is the portal. */
async function report(data: PortalData, ...more: string[]): Promise<Reported> {
  const portal = new Portal({ data, clock, secret: SECRET, limits: 'off' });
  const served = await serve(portal, { port: 0 });
  const { webhookUrl } = served;
  const folder = new ReportFolder(JSON.stringify({ webhookUrl, ...SETTINGS }));
  try {
    const startedAt = Date.now();
    const finished = await folder.report(...more);
    const milliseconds = Date.now() - startedAt;
    if (finished.code !== 0) throw new Error(finished.stderr);
    const stats = JSON.parse(readFileSync(folder.stats, 'utf8')) as Record<string, unknown>;
    const files = Object.keys(folder.files());
    return {
      ...{ finished, portal, milliseconds, stats, files, host: new URL(webhookUrl).host },
      sheets: await readWorkbook(folder.out),
    };
  } finally {
    folder.remove();
    await served.close();
  }
}

function expectSheets(
  sheets: ReadonlyMap<string, ReadSheet>,
  data: PortalData,
  wanted: Wanted,
  host: string,
) {
  const invoices = expectedInvoices(data, wanted);
  const [brief, detail] = [sheets.get(BRIEF), sheets.get(DETAIL)];
  if (!brief || !detail) throw new Error('a sheet of the report is missing');
  const face = expectedFace(brief, daysOf(wanted), 'Дата счёта');
  expect(differences(expectedBrief(invoices, host, face), brief).slice(0, 20)).toEqual([]);
  expect(differences(expectedDetail(invoices, face), detail).slice(0, 20)).toEqual([]);
  const print = [9, 'landscape', 1, 0, '1:2', '&CЛист &P из &N'];
  expect([brief.print, detail.print]).toEqual([print, print]);
}

const FURTHER = ['Сводка', 'Долги', 'НДС', 'Проверка данных', 'Изменения'] as const;

/** As the demo has them, debts outside the period too. */
function expectFurtherSheets(
  sheets: ReadonlyMap<string, ReadSheet>,
  data: PortalData,
  wanted: Wanted,
  host: string,
  isOdd: boolean,
) {
  expect([...sheets.keys()]).toEqual([BRIEF, DETAIL, ...FURTHER]);
  const found = (title: (typeof FURTHER)[number]): ReadSheet => {
    const sheet = sheets.get(title);
    if (sheet === undefined) throw new Error('a further sheet is missing');
    return sheet;
  };
  const face = expectedFace(found('Долги'), daysOf(wanted), 'Дата счёта');
  const due = { today: wanted.to, dueDateField: 'CLOSEDATE', dueDays: 0, paidSumField: '' };
  const debts = { ...wanted, ...due, all: true, byInvoice: true };
  const checks = { ...wanted, ...due, dueDateTitle: 'Срок оплаты', skipped: [] };
  const expected = {
    Сводка: expectedSummary(data, { ...debts, debtsOn: true }, face),
    Долги: expectedDebts(data, debts, host, face),
    НДС: expectedVat(data, wanted, face),
    // What is cut or cannot be quoted is not worked out a second time.
    ...(isOdd ? {} : { 'Проверка данных': expectedChecks(data, checks, host, face) }),
  };
  for (const [title, sheet] of Object.entries(expected))
    expect([title, ...differences(sheet, found(title as keyof typeof expected)).slice(0, 20)]).toEqual([
      title,
    ]);
  // Whoever keeps no memory begins the journal each time.
  expect(found('Изменения').cells.get('3:5')?.value).toBe('text Журнал начат');
}

describe('npm run report', () => {
  const { data } = makeOddData({ clock, today: TODAY });
  const invoices = expectedInvoices(data, WANTED);
  let reported: Reported;

  beforeAll(async () => {
    reported = await report(data);
  }, PATIENCE);

  it('writes both sheets as the portal holds them, and nothing else, hidden or not', () => {
    expect([...reported.sheets.keys()]).toEqual([BRIEF, DETAIL]);
    expectSheets(reported.sheets, data, WANTED, reported.host);
    expect(reported.files).toEqual(['report.xlsx', 'stats.json']);
  });

  it('writes exactly the statistics of the contract, with the right numbers', () => {
    const { portal, stats, milliseconds } = reported;
    const byMethod: Record<string, number> = {};
    for (const { method } of portal.requests) byMethod[method] = (byMethod[method] ?? 0) + 1;
    const baseline = 2 * (3 * invoices.length + Math.ceil(invoices.length / 50) + 1);
    const count: unknown = expect.any(Number);
    expect(stats).toEqual({
      invoices: invoices.length,
      rows: invoices.reduce((sum, { rows }) => sum + rows.length, 0),
      requests: { total: portal.requests.length, byMethod },
      cache: { hits: count, misses: count, stores: count, evictions: count, bytes: count },
      baselineRequests: baseline,
      savedPercent: Math.round(1000 * (1 - portal.requests.length / baseline)) / 10,
      durationMs: count,
    });
    const { cache, durationMs } = stats as { cache: Record<string, number>; durationMs: number };
    for (const value of Object.values(cache)) expect(Number.isInteger(value) && value >= 0).toBe(true);
    // Rows and link of each invoice were not known before, and no answer is stored that nobody missed.
    expect(cache['misses']).toBeGreaterThanOrEqual(2 * invoices.length);
    expect(cache['stores']).toBeGreaterThan(0);
    expect(cache['stores']).toBeLessThanOrEqual(cache['misses'] ?? 0);
    expect(cache['bytes']).toBeGreaterThan(0);
    expect(durationMs).toBeGreaterThan(0);
    expect(durationMs).toBeLessThanOrEqual(milliseconds);
  });

  it('shows the secret nowhere', () => {
    const { finished, stats, sheets } = reported;
    const cells = [...sheets.values()].flatMap((sheet) => [
      ...[...sheet.cells.values()].flatMap(({ value, link }) => [value, link]),
      ...sheet.notes.values(),
    ]);
    expect(JSON.stringify([finished, stats, cells])).not.toContain(SECRET);
  });

  it(
    'of an empty period writes empty tables and succeeds, with --brief only one of them',
    async () => {
      const nothing = aPortal(clock).withInvoice({ BEGINDATE: '2020-01-01', rows: [{}] }).data;
      const [both, brief] = await Promise.all([report(nothing), report(nothing, '--brief')]);
      expectSheets(both.sheets, nothing, WANTED, both.host);
      expect(both.stats).toMatchObject({ invoices: 0, rows: 0, baselineRequests: 2 });
      expect([...brief.sheets.keys()]).not.toContain(DETAIL);
      expect(brief.stats).toMatchObject({ invoices: 0, rows: 0, baselineRequests: 1 });
    },
    PATIENCE,
  );
});

describe('npm run demo', () => {
  const kinds: [string, string[], (today: string) => PortalData][] = [
    ['everyday', [], (today) => makeDemoData({ clock, today })],
    ['odd', ['--odd'], (today) => makeOddData({ clock, today }).data],
  ];
  let everyday = '';

  it.each(kinds)(
    'writes the %s report of the last 90 days to out/report.xlsx and prints a summary',
    async (_, args, dataOf) => {
      const today = new Date().toISOString().slice(0, 10);
      const moscow = new Date(Date.now() + 3 * 3_600_000).toISOString().slice(0, 10);
      const { code, stdout } = await runScript('cli/demo.ts', args);
      expect([code, stdout]).toEqual([0, expect.stringContaining('out/report.xlsx')]);
      // Nothing is remembered between commands.
      expect(stdout).not.toContain('чтение');
      if (args.length === 0) everyday = stdout;
      const sheets = await readWorkbook('out/report.xlsx');
      const link = sheets.get(BRIEF)?.cells.get('3:2')?.link ?? '';
      const wanted = { ...WANTED, from: addDays(moscow, -89), to: moscow };
      const data = dataOf(today);
      const { host } = new URL(link);
      expectSheets(sheets, data, wanted, host);
      expectFurtherSheets(sheets, data, wanted, host, args.length > 0);
    },
    PATIENCE,
  );

  it('costs about as many requests as the README says, today as on any other day', () => {
    const figure = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1]?.replace(/\D/g, ''));
    const readme = readFileSync('README.md', 'utf8');
    const ratios = [
      figure(everyday, /^Запросов к порталу: (.+)$/m) / figure(readme, /makes about (\d+)\s+requests/),
      figure(everyday, /^Без кэша было бы запросов: ([\d\s]+),/m) / figure(readme, /take about ([\d,]+)/),
    ];
    for (const ratio of ratios) expect(Math.abs(ratio - 1)).toBeLessThan(0.2);
  });

  it('refuses an option that it does not know in one Russian line', async () => {
    const { code, stderr } = await runScript('cli/demo.ts', ['--add']);
    expect([code, stderr]).toEqual([1, 'Команда: npm run demo [-- --odd]. Проверьте параметры.\n']);
  });
});
