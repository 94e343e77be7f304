/** Where tables are wanted, and what is said where they cannot be written. */
import { SentenceError } from '../src/domain/SentenceError';
import { tableTexts } from './texts';

export type TablesForm = 'parquet' | 'duckdb';

export interface Target {
  readonly form: TablesForm;
  /** A file of the engine, or a folder for the two files of Parquet. */
  readonly out: string;
}

/** The file in which they are made. */
export const workOf = ({ form, out }: Target): string => `${out}.part${form === 'parquet' ? '.duckdb' : ''}`;

/** @throws SentenceError where the system refuses it */
export async function written<Result>(out: string, act: () => Promise<Result>): Promise<Result> {
  return act().catch(() => {
    throw new SentenceError(tableTexts.notWritten(out));
  });
}
