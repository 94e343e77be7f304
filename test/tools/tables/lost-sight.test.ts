/** A webhook whose owner has lost his rights: the portal then answers as one that has no invoice. */
import { rmSync } from 'node:fs';
import type { Settings } from '../../../src/settings/Settings';
import { TablesWorld } from '../../support/tables/a-tables-world';

const worlds: TablesWorld[] = [];

function aWorld(): TablesWorld {
  const world = new TablesWorld();
  worlds.push(world);
  return world;
}

afterEach(() => {
  for (const { owner } of worlds.splice(0)) owner.remove();
});

describe.each(['duckdb', 'parquet'] as const)('Tables whose webhook sees nothing any more: %s', (form) => {
  it('stay as they are, and are right again when it sees', async () => {
    const world = aWorld();
    const { owner, data, clock } = world;
    await owner.run({ form });
    const before = await owner.tables(form);
    const invoices = [...data.invoices];
    data.invoices.clear();
    for (let tries = 0; tries < 2; tries += 1) {
      clock.advance(600_000);
      await expect(owner.run({ form })).rejects.toThrow('Вебхук больше не видит ни одного счёта');
      expect(await owner.tables(form)).toEqual(before);
    }
    for (const [id, invoice] of invoices) data.invoices.set(id, invoice);
    clock.advance(600_000);
    await owner.run({ form });
    expect(await world.difference(form)).toBeNull();
  });

  it('are emptied where there are others outside the period', async () => {
    const { owner } = aWorld();
    await owner.run({ form });
    const period = { preset: 'custom', from: '2001-01-01', to: '2001-03-31' } as Settings['period'];
    expect(await owner.run({ form, settings: { period } })).toMatchObject({ invoices: 0, rows: 0 });
  });
});

it('Tables that never had an invoice are made empty', async () => {
  const { owner, data } = aWorld();
  data.invoices.clear();
  expect(await owner.run()).toMatchObject({ invoices: 0, rows: 0 });
  rmSync(owner.out());
  expect(await owner.run({ form: 'parquet' })).toMatchObject({ invoices: 0, rows: 0 });
});
