/** The table of what refreshes cost, for a terminal and for README.md. */
import { quirksOf } from '../../portal/generation';
import { savedPercent } from '../../src/domain/savings';
import type { SeriesRow } from './run-series';
import { sheetCalls } from './sheet-calls';

interface Column {
  readonly title: string;
  readonly text: (row: SeriesRow) => string;
  /** Bytes depend on the version of zlib; waits are told apart from time on a terminal only. */
  readonly terminalOnly?: true;
}

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const percent = (part: number, whole: number): string => `${number.format((100 * part) / whole)} %`;

const COLUMNS: readonly Column[] = [
  { title: 'Invoices / rows / requisites', text: sizeText },
  { title: 'Portal', text: portalText },
  { title: 'Refresh', text: ({ state }) => state },
  { title: 'Requests', text: ({ measurement }) => number.format(measurement.sent.length) },
  { title: 'By method', text: methodsText },
  { title: 'Of the floor', text: ({ measurement, floor }) => percent(measurement.sent.length, floor) },
  { title: 'Of naive', text: ({ measurement, naive }) => percent(measurement.sent.length, naive) },
  {
    title: 'Saved',
    text: ({ measurement, naive }) => `${number.format(savedPercent(measurement.sent.length, naive))} %`,
  },
  { title: 'Seconds', text: ({ measurement }) => number.format(measurement.seconds) },
  { title: 'Executions', text: ({ measurement }) => number.format(measurement.executions) },
  { title: 'Waits', text: waitsText, terminalOnly: true },
  { title: 'Cache items', text: ({ measurement }) => number.format(measurement.cacheItems) },
  {
    title: 'Cache bytes',
    text: ({ measurement }) => number.format(measurement.cacheBytes),
    terminalOnly: true,
  },
  { title: 'Sheet calls', text: ({ measurement }) => number.format(sheetCalls(measurement.calls)) },
];

/** Only what is the same on every machine. */
export function markdownTable(rows: readonly SeriesRow[]): string {
  const columns = COLUMNS.filter(({ terminalOnly }) => terminalOnly !== true);
  const isText = ({ title }: Column): boolean => /rows|Portal|Refresh|By method/.test(title);
  const lines = [
    columns.map(({ title }) => title),
    columns.map((column) => (isText(column) ? '---' : '---:')),
    ...rows.map((row) => columns.map(({ text }) => text(row))),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function terminalTable(rows: readonly SeriesRow[]): string {
  const lines = [
    COLUMNS.map(({ title }) => title),
    ...rows.map((row) => COLUMNS.map(({ text }) => text(row))),
  ];
  const widths = COLUMNS.map((_, index) => Math.max(...lines.map((cells) => cells[index]?.length ?? 0)));
  return lines
    .map((cells) =>
      cells
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function sizeText({ series: { size } }: SeriesRow): string {
  return [size.invoices, size.rows, size.requisites].map((count) => number.format(count)).join(' / ');
}

function portalText({ series: { generation, enterprise } }: SeriesRow): string {
  const lists = quirksOf[generation].freeRowQueries ? 'owner lists' : 'single owners';
  return enterprise ? `${lists}, 250 + 5/s` : lists;
}

const SHORT_NAMES: Readonly<Record<string, string>> = {
  'crm.item.list': 'list',
  'crm.item.productrow.list': 'rows',
  'crm.requisite.link.list': 'links',
  'crm.requisite.list': 'requisites',
  'crm.status.list': 'stages',
  'crm.item.fields': 'fields',
};

function methodsText({ measurement: { sent } }: SeriesRow): string {
  const counts = new Map<string, number>();
  for (const { method } of sent) counts.set(method, (counts.get(method) ?? 0) + 1);
  return [...counts]
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .map(([method, count]) => `${SHORT_NAMES[method] ?? method} ${number.format(count)}`)
    .join(', ');
}

function waitsText({ measurement: { calls, secondsSlept } }: SeriesRow): string {
  return `${number.format(calls['Utilities.sleep'] ?? 0)} (${number.format(secondsSlept)} s)`;
}
