/** The embedded engine that keeps and writes the tables; loaded only where they are wanted, since it may be absent. */
import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';
import { existsSync } from 'node:fs';
import { messageOf } from '../src/domain/message-of';
import { SentenceError } from '../src/domain/SentenceError';
import { tableTexts } from './texts';

export type Engine = typeof import('@duckdb/node-api');

/** @throws SentenceError where it is not installed */
export async function loadEngine(): Promise<Engine> {
  try {
    return await import('@duckdb/node-api');
  } catch {
    throw new SentenceError(tableTexts.noDuckDb());
  }
}

/** An open file. */
export interface Database {
  readonly engine: Engine;
  readonly instance: DuckDBInstance;
  readonly connection: DuckDBConnection;
}

/** The engine's own memory, beside the heap of this process. */
const OPTIONS = { memory_limit: '512MB', threads: '2', TimeZone: 'UTC' } as const;

const IS_LOCKED = /Could not set lock|being used by another process/i;
const IS_FORBIDDEN = /Permission denied|Read-only file system/i;

/**
 * @param told by which name it is spoken of
 * @throws SentenceError where another program has it open, it cannot be made, or it is none of the engine's
 */
export async function openDatabase(
  engine: Engine,
  file: string,
  access: 'READ_ONLY' | 'READ_WRITE' = 'READ_WRITE',
  told = file,
): Promise<Database> {
  let instance: DuckDBInstance;
  try {
    instance = await engine.DuckDBInstance.create(file, { access_mode: access });
  } catch (error) {
    const message = messageOf(error);
    if (IS_LOCKED.test(message)) throw new SentenceError(tableTexts.busyFile(told));
    const isThere = existsSync(file) && !IS_FORBIDDEN.test(message);
    throw new SentenceError(isThere ? tableTexts.foreignFile(file) : tableTexts.notWritten(told));
  }
  const connection = await instance.connect();
  for (const [name, value] of Object.entries(OPTIONS)) await connection.run(`SET ${name} = '${value}'`);
  return { engine, instance, connection };
}

export function closeDatabase({ connection, instance }: Database): void {
  connection.closeSync();
  instance.closeSync();
}

/** The rows of a query, each value as the engine's own classes have it. */
export async function rowsOf({ connection }: Database, sql: string): Promise<readonly DuckDBValue[][]> {
  return (await connection.runAndReadAll(sql)).getRows();
}

/** A text as a literal of SQL, which ends at a NUL: that is left out. */
export const literal = (text: string): string => `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`;
