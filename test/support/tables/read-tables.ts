/** What tables hold, as any program with the engine reads them. */
import { statSync } from 'node:fs';
import path from 'node:path';
import * as engine from '@duckdb/node-api';
import { closeDatabase, literal, openDatabase, rowsOf, type Database } from '../../../tables/duckdb';

/** One text for each line, in an order of their own: `{'id': 1, 'number': …}`; with it the columns and their comments. */
export interface ReadTables {
  readonly invoices: readonly string[];
  readonly lines: readonly string[];
  readonly columns: readonly string[];
}

/** The columns that tell who buys. */
export const BUYER_COLUMNS = ['inn', 'buyer', 'kpp', 'company_id', 'contact_id', 'requisite_id'] as const;

/**
 * @param out a file of the engine, or a folder of Parquet files
 * @param leftOut columns that are not read
 */
export async function tablesIn(out: string, leftOut: readonly string[] = []): Promise<ReadTables> {
  if (!statSync(out).isDirectory())
    return withDatabase(out, (database) => read(database, (name) => name, leftOut));
  return withDatabase(':memory:', (database) =>
    read(database, (name) => `read_parquet(${literal(path.join(out, `${name}.parquet`))})`, leftOut),
  );
}

/** All rows of a query, each value as text. */
export const queried = (file: string, sql: string): Promise<readonly (readonly string[])[]> =>
  withDatabase(file, async (database) =>
    (await rowsOf(database, sql)).map((row) => row.map((value) => String(value))),
  );

async function withDatabase<Result>(
  file: string,
  act: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(engine, file, file === ':memory:' ? 'READ_WRITE' : 'READ_ONLY');
  try {
    return await act(database);
  } finally {
    closeDatabase(database);
  }
}

async function read(
  database: Database,
  from: (name: string) => string,
  leftOut: readonly string[],
): Promise<ReadTables> {
  const texts = async (sql: string): Promise<readonly string[]> =>
    (await rowsOf(database, sql)).map(([text]) => String(text));
  const kept = leftOut.length === 0 ? '*' : `COLUMNS(c -> c NOT IN (${leftOut.map(literal).join(', ')}))`;
  const lines = (name: string): Promise<readonly string[]> =>
    texts(`SELECT CAST(t AS VARCHAR) FROM (SELECT ${kept} FROM ${from(name)}) t ORDER BY ALL`);
  return {
    invoices: await lines('invoices'),
    lines: await lines('lines'),
    columns: await texts(
      `SELECT concat_ws(' ', table_name, column_name, data_type, comment) FROM duckdb_columns()
       WHERE schema_name = 'main' AND NOT internal ORDER BY ALL`,
    ),
  };
}

/** The first difference; null where there is none. */
export function differenceOf(is: ReadTables, shouldBe: ReadTables): string | null {
  for (const part of ['columns', 'invoices', 'lines'] as const) {
    const [known, wanted] = [new Set(shouldBe[part]), new Set(is[part])];
    const wrong = is[part].find((line) => !known.has(line));
    const missing = shouldBe[part].find((line) => !wanted.has(line));
    if (wrong !== undefined || missing !== undefined)
      return `${part}: ${wrong ?? 'nothing'}, should be ${missing ?? 'nothing'}`;
    if (is[part].length !== shouldBe[part].length)
      return `${part}: ${is[part].length} lines, should be ${shouldBe[part].length}`;
  }
  return null;
}
