/** A webhook that sees no invoice any more looks like a portal without one; tables that had some are not emptied for it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Bitrix24Error } from '../src/bitrix24/Bitrix24Error';
import type { ListSettings } from '../src/bitrix24/read-invoices';
import { query } from '../src/domain/query';
import { ask } from '../src/domain/task';
import { literal, rowsOf, type Database } from './duckdb';
import type { PortalReader } from './PortalReader';
import type { TablesFile } from './TablesFile';
import type { Target } from './target';

/** @throws Bitrix24Error `invisible` where nothing is listed, nothing is seen at all, and the last tables had invoices */
export async function refuseBlindness(
  file: TablesFile,
  target: Target,
  reader: PortalReader,
  list: ListSettings,
): Promise<void> {
  if ((await file.listedCount()) > 0 || !(await hadInvoices(file.database, target))) return;
  const { result: total } = reader.run(list, () => ask(query('total')));
  if (total === 0) throw new Bitrix24Error('invisible');
}

/** As long as they are not made anew, the tables of the last run lie in the file, or where it has put them. */
async function hadInvoices(database: Database, { form, out }: Target): Promise<boolean> {
  const parquet = path.join(out, 'invoices.parquet');
  if (form === 'parquet') return existsSync(parquet) && hasRows(database, literal(parquet));
  const found = await rowsOf(
    database,
    "SELECT 1 FROM duckdb_tables() WHERE schema_name = 'main' AND table_name = 'invoices'",
  );
  return found.length > 0 && hasRows(database, 'main.invoices');
}

const hasRows = async (database: Database, table: string): Promise<boolean> =>
  (await rowsOf(database, `SELECT 1 FROM ${table} LIMIT 1`)).length > 0;
