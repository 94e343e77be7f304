/**
 * `npm run bench`: what refreshes and a day of them cost in requests, time and space, and how fast the answers are
 * processed. `-- --quick` leaves out what takes longest, `-- --large` refreshes 10,000 invoices in every state too, and
 * writes tables of a million rows; `-- --tables N` writes tables of N invoices and does nothing else. `-- --markdown`
 * prints the tables of README.md and nothing else. Fails where a refresh takes more than it may.
 */
import { parseArgs } from 'node:util';
import { DAYS, FULL_SERIES, LARGE_COLD, LARGE_DAYS, LARGE_SERIES, QUICK_SERIES } from './bench/all-series';
import { runDay } from './bench/day';
import { furtherRows, isAbove } from './bench/further-sheets';
import { measureProcessing, processingInChild } from './bench/processing';
import { measureTables, type TablesRun } from './bench/large/measure-tables';
import { TABLES_INVOICES, tablesRows } from './bench/large/run-tables';
import { TABLES_COLUMNS } from './bench/large/tables-table';
import { processingLines } from './bench/processing-lines';
import { allRows, mostRequests } from './bench/run-series';
import { markdownTable, terminalTable } from './bench/table';
import { markdownTables, terminalTables } from './bench/tables';
import { buildDistribution, writeDistribution } from '../bundler/distribution';

const DIST = 'dist';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      large: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      tables: { type: 'string' },
      'measure-processing': { type: 'boolean', default: false },
      'measure-tables': { type: 'string' },
    },
  });
  if (values['measure-processing']) {
    console.log(JSON.stringify(measureProcessing()));
    return;
  }
  if (values['measure-tables'] !== undefined) {
    console.log(JSON.stringify(await measureTables(JSON.parse(values['measure-tables']) as TablesRun)));
    return;
  }
  const script = process.argv[1] ?? '';
  const table = values.markdown ? markdownTable : terminalTable;
  const showTables = async (invoices: number): Promise<void> =>
    console.log(table(TABLES_COLUMNS, await tablesRows(script, invoices)));
  if (values.tables !== undefined) {
    await showTables(Number(values.tables));
    return;
  }
  writeDistribution(DIST, await buildDistribution(process.cwd(), { published: false }));
  const rows = allRows(seriesFor(values));
  const further = furtherRows();
  const days = values.quick ? [] : [...DAYS, ...(values.large ? LARGE_DAYS : [])];
  const tables = values.markdown ? markdownTables : terminalTables;
  console.log(
    tables(
      rows,
      days.map((day) => runDay(...day)),
      further,
    ).join('\n\n'),
  );
  if (!values.markdown) console.log(`\n${processingLines(processingInChild(script))}`);
  if (values.large) await showTables(TABLES_INVOICES);
  const above = rows.warm.filter((row) => row.measurement.sent.length > mostRequests(row));
  if (above.length > 0) throw new Error(`${above.length} refreshes took more requests than they may`);
  const dear = further.filter(isAbove).map(({ sheets }) => sheets);
  if (dear.length > 0) throw new Error(`Dearer than they may be: ${dear.join(', ')}`);
}

function seriesFor({ quick, large, markdown }: Record<'quick' | 'large' | 'markdown', boolean>) {
  if (quick || markdown) return QUICK_SERIES;
  return [...QUICK_SERIES, ...FULL_SERIES, ...(large ? LARGE_SERIES : LARGE_COLD)];
}

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
