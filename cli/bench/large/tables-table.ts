/** What is shown of the report as tables. Times are of this machine; what they are told beside is of the same run. */
import { shown, type Column } from '../table';
import type { TablesFigures } from './measure-tables';
import type { TablesRow } from './run-tables';

const BYTES_PER_MEGABYTE = 1e6;
const MILLISECONDS_PER_HOUR = 3_600_000;

const of =
  (text: (figures: TablesFigures) => string) =>
  ({ figures }: TablesRow): string =>
    text(figures);

const megabytes = (bytes: number): string => shown(Math.round(bytes / BYTES_PER_MEGABYTE));
const perSecond = (rows: number, milliseconds: number): string =>
  shown(Math.round((rows * 1_000) / milliseconds));

export const TABLES_COLUMNS: readonly Column<TablesRow>[] = [
  { title: 'Tables into', text: ({ run }) => run, isText: true },
  { title: 'Rows', text: of(({ rows }) => shown(rows)) },
  { title: 'Requests', text: of(({ requests }) => shown(requests)) },
  { title: "At the portal's pace, h", text: of(({ paced }) => shown(paced / MILLISECONDS_PER_HOUR)) },
  { title: 'Apart from the portal, s', text: of(({ own }) => shown(own / 1_000)) },
  { title: 'Rows/s', text: of(({ rows, own }) => perSecond(rows, own)) },
  { title: 'Processor, s', text: of(({ processor }) => shown(processor / 1_000)) },
  { title: 'JSON.parse of the answers, s', text: of(({ parsing }) => shown(parsing / 1_000)) },
  { title: 'Of JSON.parse', text: of(({ processor, parsing }) => `${shown(processor / parsing)} ×`) },
  { title: 'Peak heap, MB', text: of(({ peakHeapBytes }) => megabytes(peakHeapBytes)) },
  { title: 'Peak of the process, MB', text: of(({ peakResidentBytes }) => megabytes(peakResidentBytes)) },
  { title: 'File, MB', text: of(({ fileBytes }) => megabytes(fileBytes)) },
];
