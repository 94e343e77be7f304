/**
 * The file in which tables are made: that of a run that was stopped, else a copy of what stands where they are wanted, so
 * that nothing is lost of what others have put into it.
 */
import { existsSync, statSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { SentenceError } from '../src/domain/SentenceError';
import { closeDatabase, literal, openDatabase, type Database, type Engine } from './duckdb';
import { refuseForeignParquet } from './parquet';
import { MEMORY_TABLES, TablesFile } from './TablesFile';
import { workOf, written, type Target } from './target';
import { tableTexts } from './texts';

export interface Work {
  readonly file: TablesFile;
  /** How the tables' own place looked that it was copied from. */
  readonly copiedFrom: string;
}

/** @throws SentenceError where something else stands there, or another program has it open */
export async function openWork(engine: Engine, target: Target): Promise<Work> {
  const { form, out } = target;
  const work = workOf(target);
  if (form === 'parquet') await refuseForeignParquet(engine, out);
  else await refuseForeign(engine, out);
  const copiedFrom = form === 'parquet' ? '' : looksOf(out);
  const isStopped = existsSync(work);
  if (!isStopped) await beginWork(target, work);
  let file = await openStopped(engine, target, work);
  const isOld = isStopped && (await file.copiedFrom()) !== copiedFrom;
  if (isOld && form === 'duckdb' && existsSync(out)) {
    closeDatabase(file.database);
    await copyAnew(engine, target, work);
    file = await openStopped(engine, target, work);
  }
  await file.setCopiedFrom(copiedFrom);
  return { file, copiedFrom };
}

/** @throws SentenceError where another program has written into it since it was copied, or may do so now */
export async function refuseChanged(engine: Engine, { out }: Target, copiedFrom: string): Promise<void> {
  if (existsSync(out)) closeDatabase(await openDatabase(engine, out, 'READ_ONLY'));
  if (looksOf(out) !== copiedFrom) throw new SentenceError(tableTexts.busyFile(out));
}

async function refuseForeign(engine: Engine, out: string): Promise<void> {
  if (!existsSync(out)) return;
  if (statSync(out).isDirectory()) throw new SentenceError(tableTexts.foreignFile(out));
  // What another program has written last may still stand beside; opened for writing, the file takes it in.
  const database = await openDatabase(engine, out, existsSync(`${out}.wal`) ? 'READ_WRITE' : 'READ_ONLY');
  await refuseForeignIn(database, out);
  closeDatabase(database);
}

async function refuseForeignIn(database: Database, file: string): Promise<void> {
  if (!(await TablesFile.isForeign(database))) return;
  closeDatabase(database);
  throw new SentenceError(tableTexts.foreignFile(file));
}

/** Whatever changes a file, or replaces it, changes this text. */
function looksOf(out: string): string {
  const look = (file: string): string => {
    if (!existsSync(file)) return '';
    const { mtimeMs, size } = statSync(file);
    return `${Math.floor(mtimeMs)} ${size}`;
  };
  return [out, `${out}.wal`].map(look).join(', ');
}

async function beginWork({ form, out }: Target, work: string): Promise<void> {
  await written(out, () => mkdir(path.dirname(path.resolve(work)), { recursive: true }));
  await rm(`${work}.wal`, { force: true });
  if (form === 'parquet' || !existsSync(out)) return;
  const copy = await copyBeside(out, work);
  try {
    await link(copy, work);
  } catch (error) {
    // Two runs have begun at once: one of them goes on.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new SentenceError(tableTexts.busyFile(out));
    await written(out, () => rename(copy, work));
  }
  await rm(copy, { force: true });
}

/** Under a name of this process: another one may be at the same. */
async function copyBeside(out: string, work: string): Promise<string> {
  const copy = `${work}.${process.pid}.copy`;
  const [folder, name] = [path.dirname(work), path.basename(work)];
  await written(out, async () => {
    for (const left of await readdir(folder))
      if (left.startsWith(`${name}.`) && left.endsWith('.copy')) await rm(path.join(folder, left));
    await copyFile(out, copy);
  });
  return copy;
}

/** Others have written since into what stands there: the run that was stopped goes on in a new copy of it. */
async function copyAnew(engine: Engine, { out }: Target, work: string): Promise<void> {
  const copy = await copyBeside(out, work);
  const file = await TablesFile.in(await openDatabase(engine, copy));
  await file.run(`ATTACH ${literal(path.resolve(work))} AS stopped`);
  await file.run('CHECKPOINT stopped');
  await file.run(
    [
      'BEGIN',
      ...MEMORY_TABLES.flatMap((name) => [
        `DELETE FROM memory.${name}`,
        `INSERT INTO memory.${name} SELECT * FROM stopped.memory.${name}`,
      ]),
      'COMMIT',
      'DETACH stopped',
    ].join(';\n'),
  );
  await file.finish();
  closeDatabase(file.database);
  await written(out, () => rename(copy, work));
}

async function openStopped(engine: Engine, { out }: Target, work: string): Promise<TablesFile> {
  const database = await openDatabase(engine, work, 'READ_WRITE', out);
  await refuseForeignIn(database, work);
  return TablesFile.in(database);
}
