/** Runs that are killed, or that the portal leaves in the lurch: what stood there stands, and the next run goes on. */
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { TablesWorld } from '../../support/tables/a-tables-world';
import { DEFAULT_SETTINGS } from '../../../src/settings/Settings';

const ROWS = 'crm.item.productrow.list';
const worlds: TablesWorld[] = [];

function aWorld(...options: ConstructorParameters<typeof TablesWorld>): TablesWorld {
  const world = new TablesWorld(...options);
  worlds.push(world);
  return world;
}

afterEach(() => {
  for (const { owner } of worlds.splice(0)) owner.remove();
});

/** A wire that is dead from the request of that number on. */
const deadFrom = (first: number) => (sent: number) => {
  if (sent >= first) throw new Error('Address unavailable: https://demo.bitrix24.ru/rest/1/s3cret/');
};

const countOf = (asked: readonly string[], method: string): number =>
  asked.filter((one) => one === method).length;

/** Every invoice whose rows alone a portal was asked for since a request, as often as it was. */
function rowsAsked({ portal }: TablesWorld, from: number): readonly number[] {
  return portal.requests
    .slice(from)
    .filter(({ method }) => method === ROWS)
    .map(({ params }) => (params['filter'] as Record<string, unknown>)['=ownerId'])
    .filter((id) => typeof id === 'number');
}

describe('A run that is killed', () => {
  it('before whichever request leaves what stood there, and the next one makes the same as a whole one', async () => {
    const world = aWorld();
    const { owner } = world;
    await owner.run();
    const before = readFileSync(owner.out());
    const kept = `${owner.folder}-kept`;
    owner.copyTo(kept);
    world.edit(12);
    const { run } = await world.whole();
    const { asked } = await owner.run();
    for (let at = 0; at < asked.length; at += 1) {
      owner.takeBack(kept);
      const killed = `${owner.folder}-killed`;
      const beforeWave = (sent: number): void => {
        if (sent <= at) owner.copyTo(killed);
      };
      await owner.run({ beforeWave });
      owner.takeBack(killed);
      rmSync(killed, { recursive: true });
      expect([at, readFileSync(owner.out()).equals(before)]).toEqual([at, true]);
      const again = await owner.run();
      expect([at, await world.difference()]).toEqual([at, null]);
      expect(again.asked.length).toBeLessThanOrEqual(asked.length);
    }
    rmSync(kept, { recursive: true });
    expect(asked.length).toBeLessThan(run.asked.length);
  });

  it('time after time comes to its end all the same, and asks for no rows twice', async () => {
    const world = aWorld({ generation: 'new' });
    const { owner, portal } = world;
    await owner.run();
    const all = rowsAsked(world, 0);
    rmSync(owner.out());
    const from = portal.requests.length;
    let stops = 0;
    for (let lasts = 10; ; lasts += 1) {
      const told = await owner.run({ beforeWave: deadFrom(lasts) }).then(
        () => null,
        (error: unknown) => (error as Error).message,
      );
      if (told === null) break;
      stops += 1;
      expect(told).toMatch(/Прочитанное сохранено: повторите команду, и она продолжит с того же места\.$/);
      expect(told).not.toContain('s3cret');
      expect(existsSync(owner.out())).toBe(false);
    }
    expect(stops).toBeGreaterThan(3);
    const asked = rowsAsked(world, from);
    expect([...asked].sort((a, b) => a - b)).toEqual([...all].sort((a, b) => a - b));
    expect(await world.difference()).toBeNull();
  });

  it('between the steps of putting a file in its place is gone on with', async () => {
    const world = aWorld();
    const { owner } = world;
    await owner.run();
    const kept = `${owner.folder}-kept`;
    owner.copyTo(kept);
    world.edit(12);
    await owner.run();
    renameSync(owner.out(), `${owner.out()}.part`);
    copyFileSync(path.join(kept, 'report.duckdb'), owner.out());
    rmSync(kept, { recursive: true });
    const { since } = await owner.run();
    expect(since).not.toBeNull();
    expect(existsSync(`${owner.out()}.part`)).toBe(false);
    expect(await world.difference()).toBeNull();
  });

  it.each([0, 1, 2, 3, 4])(
    'after step %p of putting Parquet files in their place is gone on with',
    async (step) => {
      const world = aWorld();
      const { owner } = world;
      const folder = owner.out('parquet');
      const kept = `${owner.folder}-kept`;
      await owner.run({
        form: 'parquet',
        onProgress: ({ phase }) => phase === 'write' && owner.copyTo(kept),
      });
      const file = (name: string): string => path.join(folder, name);
      const steps = [
        () => renameSync(file('lines.parquet'), file('lines.parquet.part')),
        () => renameSync(file('invoices.parquet'), file('invoices.parquet.part')),
        () => copyFileSync(file('lines.parquet.part'), file('lines.parquet')),
      ];
      // From the last step back to the first: what is written beside comes to stand in its place.
      for (const undo of steps.slice(0, 4 - step)) undo();
      for (const end of ['', '.wal'])
        copyFileSync(`${kept}/report.parquet.part.duckdb${end}`, `${folder}.part.duckdb${end}`);
      rmSync(kept, { recursive: true });
      world.edit(6);
      const { since, asked } = await owner.run({ form: 'parquet' });
      expect(since).not.toBeNull();
      expect(countOf(asked, ROWS)).toBeLessThan(3);
      expect(existsSync(`${folder}.part.duckdb`)).toBe(false);
      expect(await world.difference('parquet')).toBeNull();
    },
  );
});

describe('What a stopped run has read', () => {
  const otherPeriod = {
    settings: { ...DEFAULT_SETTINGS, period: { preset: 'year', from: null, to: null } as const },
  };

  it('is taken as far as it belongs to invoices, where the settings are others', async () => {
    const world = aWorld({ generation: 'new' }, 60);
    const { owner } = world;
    const { asked } = await owner.run();
    rmSync(owner.out());
    await expect(owner.run({ beforeWave: deadFrom(asked.length - 15) })).rejects.toThrow('Прочитанное');
    const other = await owner.run(otherPeriod);
    expect(other.since).toBeNull();
    expect(countOf(other.asked, ROWS)).toBeLessThan(countOf(asked, ROWS));
    expect((await owner.run(otherPeriod)).since).toEqual({ changed: 0, gone: 0 });
    await owner.run();
    expect(await world.difference()).toBeNull();
  });

  it('is not taken where the portal is another', async () => {
    const generation = 'new';
    const [world, other] = [aWorld({ generation }), aWorld({ generation, secret: 'anothers3cret' })];
    const { owner } = world;
    const { asked } = await owner.run();
    rmSync(owner.out());
    await expect(owner.run({ beforeWave: deadFrom(asked.length - 15) })).rejects.toThrow('Прочитанное');
    other.edit(20);
    const first = other.portal.requests.length;
    owner.copyTo(other.owner.folder);
    const made = await other.owner.run();
    expect(made.since).toBeNull();
    expect(other.portal.requests.slice(first).filter(({ method }) => method === ROWS)).toHaveLength(
      countOf((await other.whole()).run.asked, ROWS),
    );
    expect(await other.difference()).toBeNull();
  });

  it('of a file is not taken by a run that shall read all, but what that has read itself is', async () => {
    const world = aWorld({ generation: 'new' });
    const { owner, portal } = world;
    const { asked } = await owner.run();
    const whole = { readsWhole: true };
    const from = portal.requests.length;
    await expect(owner.run({ ...whole, beforeWave: deadFrom(asked.length - 9) })).rejects.toThrow('Прочит');
    const stopped = rowsAsked(world, from);
    const rest = portal.requests.length;
    const gone = await owner.run(whole);
    expect(stopped.length).toBeGreaterThan(0);
    expect([...stopped, ...rowsAsked(world, rest)].length).toBe(countOf(asked, ROWS) - 1);
    expect(gone.since).toEqual({ changed: 0, gone: 0 });
    expect(await world.difference()).toBeNull();
    expect((await owner.run(whole)).since).toBeNull();
    expect(countOf((await owner.run()).asked, ROWS)).toBe(0);
  });
});
