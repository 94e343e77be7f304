/** Tables of a large portal, which this process is, made by others: at first, once more, and as Parquet. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '../../../portal/server';
import { NOON } from '../../../world/make-world';
import { LargePortal } from './LargePortal';
import type { TablesFigures, TablesRun } from './measure-tables';

/** The argument by which a child process is told what to do. */
const MEASURE_TABLES = '--measure-tables';

/** A million rows. */
export const TABLES_INVOICES = 200_000;
const ROWS_OF_INVOICE = 5;
const INVOICES_OF_BUYER = 200;

/** A run that needed more would end without its tables. */
const HEAP_MEGABYTES = 400;

export interface TablesRow {
  readonly run: string;
  readonly figures: TablesFigures;
}

/** @throws Error where a run fails, or has made other rows than the portal has */
export async function tablesRows(script: string, invoices: number): Promise<readonly TablesRow[]> {
  const rows = invoices * ROWS_OF_INVOICE;
  const requisites = Math.ceil(invoices / INVOICES_OF_BUYER);
  const noon = { now: () => Date.parse(NOON) };
  const portal = new LargePortal({ invoices, rows, requisites }, noon, NOON.slice(0, 10));
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
  const running = await serve(portal, { port: 0 });
  const made: TablesRow[] = [];
  const measure = async (run: string, name: string): Promise<void> => {
    const figures = await measureInChild(script, {
      webhookUrl: running.webhookUrl,
      out: path.join(folder, name),
    });
    if (figures.invoices !== invoices || figures.rows !== rows) throw new Error(`${run}: rows are missing`);
    made.push({ run, figures });
  };
  try {
    await measure('.duckdb, anew', 'report.duckdb');
    await measure('.duckdb, nothing changed', 'report.duckdb');
    await measure('.parquet', 'report.parquet');
    return made;
  } finally {
    await running.close();
    await rm(folder, { recursive: true });
  }
}

/** This process has to answer meanwhile. */
async function measureInChild(script: string, run: TablesRun): Promise<TablesFigures> {
  const bound = `--max-old-space-size=${HEAP_MEGABYTES}`;
  const child = spawn(
    process.execPath,
    [bound, '--import', 'tsx', script, MEASURE_TABLES, JSON.stringify(run)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let told = '';
  child.stdout.on('data', (part: Buffer) => (told += part.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0) throw new Error('the measurement of tables failed');
  return JSON.parse(told) as TablesFigures;
}
