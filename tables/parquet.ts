/** The two files of Parquet in their folder. */
import { existsSync, statSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { SentenceError } from '../src/domain/SentenceError';
import { closeDatabase, literal, openDatabase, rowsOf, type Database, type Engine } from './duckdb';
import { workOf, type Target } from './target';
import { tableTexts } from './texts';

const TABLES = ['invoices', 'lines'] as const;
/** Under this name a Parquet file says who has made it. */
const MARK = 'bitrix24-invoice-sheets';

/** @throws SentenceError where something else stands there */
export async function refuseForeignParquet(engine: Engine, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new SentenceError(tableTexts.foreignFile(folder));
  const database = await openDatabase(engine, ':memory:');
  try {
    for (const file of TABLES.map((name) => path.join(folder, `${name}.parquet`)).filter((one) =>
      existsSync(one),
    )) {
      const sql = `SELECT 1 FROM parquet_kv_metadata(${literal(file)}) WHERE decode(key) = ${literal(MARK)}`;
      const found = await rowsOf(database, sql).catch(() => []);
      if (found.length === 0) throw new SentenceError(tableTexts.foreignFile(file));
    }
  } finally {
    closeDatabase(database);
  }
}

/** Writes both beside those that stand there. */
export async function copyToParquet(database: Database, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const table of TABLES) {
    const columns = await rowsOf(
      database,
      `SELECT column_name, comment FROM duckdb_columns() WHERE schema_name = 'main' AND table_name = '${table}'
       ORDER BY column_index`,
    );
    const metadata = [[MARK, table], ...columns].map(
      ([name, comment]) => `${literal(String(name))}: ${literal(String(comment))}`,
    );
    // Snappy is the one compression that whatever reads Parquet knows.
    await database.connection.run(
      `COPY ${table} TO ${literal(partOf(folder, table))}
       (FORMAT parquet, COMPRESSION snappy, KV_METADATA {${metadata.join(', ')}})`,
    );
  }
}

/**
 * Two files cannot be put in place at once. Between the steps the lines are missing rather than of another run than the
 * invoices: a question that joins them then fails, and does not tell a mixture.
 */
export async function putParquet(target: Target): Promise<void> {
  const { out: folder } = target;
  await rm(path.join(folder, 'lines.parquet'), { force: true });
  for (const table of TABLES) await rename(partOf(folder, table), path.join(folder, `${table}.parquet`));
  await rm(workOf(target), { force: true });
}

const partOf = (folder: string, table: string): string => path.join(folder, `${table}.parquet.part`);
