/**
 * How tables come to stand where they were asked for: they are made in a file beside, and what was there before stays as
 * it is until they are whole.
 */
import { rename } from 'node:fs/promises';
import { closeDatabase, type Engine } from './duckdb';
import { copyToParquet, putParquet } from './parquet';
import type { KeptState } from './kept';
import { workOf, written, type Target } from './target';
import { refuseChanged, type Work } from './work-file';

/** @throws SentenceError; then what was there stands as it did, and the next run goes on with what is made */
export async function publish(
  engine: Engine,
  target: Target,
  { file, copiedFrom }: Work,
  state: KeptState,
): Promise<void> {
  const { form, out } = target;
  if (form === 'parquet') await written(out, () => copyToParquet(file.database, out));
  else await file.endRun(state);
  await file.finish();
  closeDatabase(file.database);
  if (form === 'duckdb') await refuseChanged(engine, target, copiedFrom);
  await written(out, () => (form === 'parquet' ? putParquet(target) : rename(workOf(target), out)));
}
