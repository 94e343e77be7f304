/** What refreshes cost, as columns: those that know nothing, and those that remember. */
import { savedPercent } from '../../src/domain/savings';
import type { Measurement } from './measure-refresh';
import { mostRequests, type ColdRow, type WarmRow } from './run-series';
import { ownersText, type Series } from './series';
import { sheetCalls } from './sheet-calls';
import { shown, type Column } from './table';

const percent = (part: number, whole: number): string => `${shown((100 * part) / whole)} %`;

export const COLD_COLUMNS: readonly Column<ColdRow>[] = [
  { title: 'Invoices / rows / requisites', text: ({ series }) => sizeText(series), isText: true },
  { title: 'Portal', text: ({ series }) => portalText(series), isText: true },
  { title: 'Refresh', text: ({ state }) => state, isText: true },
  { title: 'Requests', text: ({ measurement }) => shown(measurement.sent.length) },
  { title: 'By method', text: ({ measurement }) => methodsText(measurement), isText: true },
  {
    title: 'Of the floor',
    text: ({ measurement, floor }) => (floor === null ? '' : percent(measurement.sent.length, floor)),
  },
  { title: 'Of naive', text: ({ measurement, naive }) => percent(measurement.sent.length, naive) },
  {
    title: 'Saved',
    text: ({ measurement, naive }) => `${shown(savedPercent(measurement.sent.length, naive))} %`,
  },
  { title: 'Seconds', text: ({ measurement }) => shown(measurement.seconds) },
  { title: 'Executions', text: ({ measurement }) => shown(measurement.executions) },
  { title: 'Waits', text: ({ measurement }) => waitsText(measurement), terminalOnly: true },
  { title: 'Cache items', text: ({ measurement }) => shown(measurement.cacheItems) },
  { title: 'Cache bytes', text: ({ measurement }) => shown(measurement.cacheBytes), terminalOnly: true },
  { title: 'Memory bytes', text: ({ measurement }) => shown(measurement.memoryBytes), terminalOnly: true },
  { title: 'Sheet calls', text: ({ measurement }) => shown(sheetCalls(measurement.calls)) },
];

export const WARM_COLUMNS: readonly Column<WarmRow>[] = [
  { title: 'Invoices', text: ({ invoices }) => shown(invoices) },
  { title: 'Portal', text: ({ series }) => warmPortalText(series), isText: true },
  { title: 'Since the last refresh', text: ({ state }) => state, isText: true },
  { title: 'By', text: ({ askedBy }) => askedBy, isText: true },
  { title: 'Requests', text: ({ measurement }) => shown(measurement.sent.length) },
  { title: 'By method', text: ({ measurement }) => methodsText(measurement), isText: true },
  { title: 'At most', text: promisedText, isText: true },
  { title: 'No memory', text: ({ before }) => shown(before.sent.length) },
  {
    title: 'Saved',
    text: ({ measurement, before }) =>
      `${shown(savedPercent(measurement.sent.length, before.sent.length))} %`,
  },
  { title: 'Seconds', text: ({ measurement }) => shown(measurement.seconds) },
  { title: 'No memory, s', text: ({ before }) => shown(before.seconds) },
  { title: 'Memory bytes', text: ({ measurement }) => shown(measurement.memoryBytes), terminalOnly: true },
  { title: 'Sheet calls', text: ({ measurement }) => shown(sheetCalls(measurement.calls)) },
];

const sizeText = ({ size, buyers }: Series): string =>
  buyers === 'mixed'
    ? `${shown(size.invoices)}, mixed buyers`
    : [size.invoices, size.rows, size.requisites].map(shown).join(' / ');

const portalText = (series: Series): string =>
  series.enterprise ? `${ownersText(series)}, 250 + 5/s` : ownersText(series);

const warmPortalText = (series: Series): string =>
  series.buyers === 'mixed' ? `${ownersText(series)}, mixed buyers` : ownersText(series);

/** The sum, by its parts: `9 = 4 list + 3 facts + 2 rows`. */
function promisedText(row: WarmRow): string {
  const parts = row.promised.filter(({ requests }) => requests > 0);
  return `${shown(mostRequests(row))} = ${parts.map(({ of, requests }) => `${shown(requests)} ${of}`).join(' + ')}`;
}

const SHORT_NAMES: Readonly<Record<string, string>> = {
  'crm.item.list': 'list',
  'crm.item.productrow.list': 'rows',
  'crm.requisite.link.list': 'links',
  'crm.requisite.list': 'requisites',
  'crm.status.list': 'stages',
  'crm.item.fields': 'fields',
};

function methodsText({ sent }: Measurement): string {
  const counts = new Map<string, number>();
  for (const { method } of sent) counts.set(method, (counts.get(method) ?? 0) + 1);
  return [...counts]
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .map(([method, count]) => `${SHORT_NAMES[method] ?? method} ${shown(count)}`)
    .join(', ');
}

const waitsText = ({ calls, secondsSlept }: Measurement): string =>
  `${shown(calls['Utilities.sleep'] ?? 0)} (${shown(secondsSlept)} s)`;
