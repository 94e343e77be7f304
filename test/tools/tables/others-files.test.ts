/** What others have put where tables are wanted: what may be lost never is, and a person is told in one line. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as engine from '@duckdb/node-api';
import { TablesWorld } from '../../support/tables/a-tables-world';
import { queried } from '../../support/tables/read-tables';
import { tableTexts } from '../../../tables/texts';

let world: TablesWorld;

beforeEach(() => {
  world = new TablesWorld();
});

afterEach(() => {
  world.owner.remove();
});

/** Somebody works with the file. */
async function write(file: string, sql: string): Promise<void> {
  const instance = await engine.DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}

const dead = (): never => {
  throw new Error('Address unavailable');
};

const VIEW = 'CREATE VIEW owed AS SELECT sum(debt) AS debt FROM invoices';
const TABLE = 'CREATE TABLE plan AS SELECT 1 AS month, 5.25 AS wanted';

describe('What others have put into the file', () => {
  it('stands there after each run, and speaks of the new tables', async () => {
    const { owner } = world;
    await owner.run();
    await write(owner.out(), `${VIEW}; ${TABLE}`);
    world.edit(20);
    await owner.run();
    await owner.run({ readsWhole: true });
    expect(await queried(owner.out(), 'SELECT * FROM plan')).toEqual([['1', '5.25']]);
    const debt = await queried(owner.out(), 'SELECT sum(debt) FROM invoices');
    expect(await queried(owner.out(), 'SELECT debt FROM owed')).toEqual(debt);
    await write(owner.out(), 'DROP VIEW owed; DROP TABLE plan');
    expect(await world.difference()).toBeNull();
  });

  it('stands there where it was put in after a run that was stopped', async () => {
    const { owner } = world;
    await owner.run();
    world.edit(20);
    await expect(owner.run({ beforeWave: (sent) => sent > 5 && dead() })).rejects.toThrow('Прочитанное');
    await write(owner.out(), `${VIEW}; ${TABLE}`);
    const { since } = await owner.run();
    expect(since).toEqual({ changed: 0, gone: 0 });
    expect(await queried(owner.out(), 'SELECT * FROM plan')).toEqual([['1', '5.25']]);
    expect(await queried(owner.out(), 'SELECT count(*) FROM owed')).toEqual([['1']]);
    await write(owner.out(), 'DROP VIEW owed; DROP TABLE plan');
    expect(await world.difference()).toBeNull();
  });

  it('while a run was under way makes that one stop, and is there after the next one', async () => {
    const { owner } = world;
    await owner.run();
    world.edit(20);
    const putting: Promise<void>[] = [];
    const onProgress = (): void => {
      if (putting.length === 0) putting.push(write(owner.out(), VIEW));
    };
    await expect(owner.run({ onProgress })).rejects.toThrow(tableTexts.busyFile(owner.out()));
    await Promise.all(putting);
    await owner.run();
    expect(await queried(owner.out(), 'SELECT count(*) FROM owed')).toEqual([['1']]);
    await write(owner.out(), 'DROP VIEW owed');
    expect(await world.difference()).toBeNull();
  });

  it('beside it, not taken in yet, is taken in', async () => {
    const { owner } = world;
    await owner.run();
    const kept = `${owner.folder}-kept`;
    const instance = await engine.DuckDBInstance.create(owner.out());
    const connection = await instance.connect();
    await connection.run("SET wal_autocheckpoint = '1GB'");
    await connection.run(TABLE);
    owner.copyTo(kept);
    connection.closeSync();
    instance.closeSync();
    owner.takeBack(kept);
    rmSync(kept, { recursive: true });
    expect(existsSync(`${owner.out()}.wal`)).toBe(true);
    await owner.run();
    expect(await queried(owner.out(), 'SELECT * FROM plan')).toEqual([['1', '5.25']]);
    expect(readdirSync(owner.folder)).toEqual(['report.duckdb']);
  });
});

describe('A file of somebody else', () => {
  /** Nothing is asked, and every file stands as it did. */
  async function refuses(form: 'duckdb' | 'parquet', foreign: string): Promise<void> {
    const { owner, portal } = world;
    const files = (): readonly (readonly [string, string])[] =>
      readdirSync(owner.folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => path.join(parentPath, name))
        .map((file) => [file, readFileSync(file, 'base64')]);
    const before = files();
    const from = portal.requests.length;
    await expect(owner.run({ form })).rejects.toThrow(new Error(tableTexts.foreignFile(foreign)));
    expect(portal.requests).toHaveLength(from);
    expect(files()).toEqual(before);
  }

  const makes: Readonly<Record<string, (file: string) => Promise<void> | void>> = {
    'a text': (file) => writeFileSync(file, 'Итоги за май\n'),
    'an empty file': (file) => writeFileSync(file, ''),
    'another database': (file) => write(file, TABLE),
    'a folder': (file) => mkdirSync(file),
  };

  it.each(Object.keys(makes))('where the tables are wanted is not touched: %s', async (name) => {
    await makes[name]?.(world.owner.out());
    await refuses('duckdb', world.owner.out());
  });

  it.each(['a text', 'another database'])('where they are made is not touched: %s', async (name) => {
    await world.owner.run();
    await makes[name]?.(`${world.owner.out()}.part`);
    await refuses('duckdb', `${world.owner.out()}.part`);
  });

  it('that came since a run was stopped is not touched', async () => {
    const { owner } = world;
    await expect(owner.run({ beforeWave: (sent) => sent > 5 && dead() })).rejects.toThrow('Прочитанное');
    await write(owner.out(), TABLE);
    await refuses('duckdb', owner.out());
  });

  it('in the folder of Parquet files is not touched, beside them it may stand', async () => {
    const { owner } = world;
    const folder = owner.out('parquet');
    await owner.run({ form: 'parquet' });
    writeFileSync(path.join(folder, 'план.csv'), '1;2\n');
    await owner.run({ form: 'parquet' });
    expect(readdirSync(folder)).toEqual(['invoices.parquet', 'lines.parquet', 'план.csv']);
    const lines = path.join(folder, 'lines.parquet');
    await write(':memory:', `COPY (SELECT 1 AS month) TO '${lines}' (FORMAT parquet)`);
    await refuses('parquet', lines);
    writeFileSync(lines, 'text');
    await refuses('parquet', lines);
  });

  it('in place of the folder of Parquet files is not touched', async () => {
    writeFileSync(world.owner.out('parquet'), 'text');
    await refuses('parquet', world.owner.out('parquet'));
  });
});

describe('A place that cannot be written to', () => {
  it.each(['duckdb', 'parquet'] as const)('is told of before anything is asked: %s', async (form) => {
    const { owner, portal } = world;
    for (const folder of ['/proc/1', '/sys', path.join(owner.folder, 'a file', 'within')]) {
      writeFileSync(path.join(owner.folder, 'a file'), '');
      const out = path.join(folder, `report.${form}`);
      await expect(owner.run({ form, out })).rejects.toThrow(new Error(tableTexts.notWritten(out)));
    }
    expect(portal.requests).toEqual([]);
  });

  it('at the end leaves what was there, and the next run goes on', async () => {
    const { owner } = world;
    const folder = owner.out('parquet');
    await owner.run({ form: 'parquet' });
    const before = readFileSync(path.join(folder, 'invoices.parquet'));
    world.edit(12);
    // As little can be written there as where the disk is full.
    mkdirSync(path.join(folder, 'lines.parquet.part'));
    await expect(owner.run({ form: 'parquet' })).rejects.toThrow(new Error(tableTexts.notWritten(folder)));
    expect(readFileSync(path.join(folder, 'invoices.parquet')).equals(before)).toBe(true);
    rmSync(path.join(folder, 'lines.parquet.part'), { recursive: true });
    const { since } = await owner.run({ form: 'parquet' });
    expect(since).toEqual({ changed: 0, gone: 0 });
    expect(await world.difference('parquet')).toBeNull();
  });
});
