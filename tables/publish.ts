/**
 * Where tables are made and how they come to stand where they were asked for: they are made in a file beside, and what
 * was there before stays as it is until they are whole.
 */
import { existsSync, statSync } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { SentenceError } from '../src/domain/SentenceError';
import { closeDatabase, literal, openDatabase, rowsOf, type Database, type Engine } from './duckdb';
import { TablesFile, type KeptState } from './TablesFile';
import { tableTexts } from './texts';

export type TablesForm = 'parquet' | 'duckdb';

export interface Target {
  readonly form: TablesForm;
  /** A file of the engine, or a folder for the two files of Parquet. */
  readonly out: string;
}

const TABLES = ['invoices', 'lines'] as const;
/** Under this name a Parquet file says who has made it. */
const MARK = 'bitrix24-invoice-sheets';

const workOf = ({ form, out }: Target): string => `${out}.part${form === 'parquet' ? '.duckdb' : ''}`;

/**
 * Opens the file in which the tables are made: that of a run that was stopped, else a copy of what is there, so that
 * nothing of what others have put into it is lost.
 * @throws SentenceError where something else stands there, or another program has it open
 */
export async function openWork(engine: Engine, target: Target): Promise<TablesFile> {
  const work = workOf(target);
  if (target.form === 'parquet') await refuseForeignParquet(engine, target.out);
  const isStopped = existsSync(work);
  if (!isStopped) await beginWork(engine, target, work);
  const database = await openDatabase(engine, work);
  if (isStopped && (await TablesFile.isForeign(database))) {
    closeDatabase(database);
    throw new SentenceError(tableTexts.foreignFile(work));
  }
  return TablesFile.in(database);
}

async function beginWork(engine: Engine, { form, out }: Target, work: string): Promise<void> {
  await written(work, () => mkdir(path.dirname(path.resolve(work)), { recursive: true }));
  if (form === 'parquet' || !existsSync(out)) return;
  if (statSync(out).isDirectory()) throw new SentenceError(tableTexts.foreignFile(out));
  // What another program has written last may still stand beside; opened for writing, the file takes it in.
  const database = await openDatabase(engine, out, existsSync(`${out}.wal`) ? 'READ_WRITE' : 'READ_ONLY');
  const isForeign = await TablesFile.isForeign(database);
  closeDatabase(database);
  if (isForeign) throw new SentenceError(tableTexts.foreignFile(out));
  const copy = `${work}.copy`;
  await written(work, async () => {
    await copyFile(out, copy);
    await rename(copy, work);
  });
}

async function refuseForeignParquet(engine: Engine, folder: string): Promise<void> {
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

/** Puts the tables where they were asked for. */
export async function publish(target: Target, file: TablesFile, state: KeptState): Promise<void> {
  const { form, out } = target;
  if (form === 'parquet') await written(out, () => copyToParquet(file.database, out));
  else await file.endRun(state);
  await file.finish();
  closeDatabase(file.database);
  await written(out, () => (form === 'parquet' ? putParquet(target) : rename(workOf(target), out)));
}

async function copyToParquet(database: Database, folder: string): Promise<void> {
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
    await database.connection.run(
      `COPY ${table} TO ${literal(partOf(folder, table))}
       (FORMAT parquet, COMPRESSION zstd, KV_METADATA {${metadata.join(', ')}})`,
    );
  }
}

/**
 * Two files cannot be put in place at once. Between the steps the lines are missing rather than of another run than the
 * invoices: a question that joins them then fails, and does not tell a mixture.
 */
async function putParquet(target: Target): Promise<void> {
  const { out: folder } = target;
  await rm(path.join(folder, 'lines.parquet'), { force: true });
  for (const table of TABLES) await rename(partOf(folder, table), path.join(folder, `${table}.parquet`));
  await rm(workOf(target), { force: true });
}

const partOf = (folder: string, table: string): string => path.join(folder, `${table}.parquet.part`);

async function written<Result>(out: string, act: () => Promise<Result>): Promise<Result> {
  return act().catch(() => {
    throw new SentenceError(tableTexts.notWritten(out));
  });
}
