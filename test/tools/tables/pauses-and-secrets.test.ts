/** What a run does where the portal wants it to pause, and what no file of it may hold. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SHIPMENT_DATE } from '../../../portal/data/a-portal';
import { operationTimeLimit, type FaultRule } from '../../../portal/faults';
import { fieldName } from '../../unit/refresh/a-collection';
import { TablesWorld } from '../../support/tables/a-tables-world';
import { TablesOwner } from '../../support/tables/TablesOwner';
import { differenceOf } from '../../support/tables/read-tables';

const SECRET = 'q7Zx0Kp4s3cret';
const worlds: TablesWorld[] = [];

function aWorld(): TablesWorld {
  const world = new TablesWorld({ secret: SECRET });
  worlds.push(world);
  return world;
}

afterEach(() => {
  for (const { owner } of worlds.splice(0)) owner.remove();
});

/** Longer than the client goes on asking by itself. */
const LONG = 40 * 60_000;

/** Every request of a method is refused for as long. */
const throttled = (method: string, { clock }: TablesWorld): FaultRule => {
  const until = clock.now() + LONG;
  return (request) => (request.method === method && clock.now() < until ? operationTimeLimit : null);
};

describe('A method that has worked too long', () => {
  const settings = { shipmentDateField: fieldName(SHIPMENT_DATE) };

  it.each([
    'crm.item.fields',
    'crm.item.list',
    'crm.status.list',
    'crm.category.list',
    'profile',
    'crm.requisite.link.list',
    'crm.requisite.list',
    'crm.item.productrow.list',
  ])('is waited for, and the tables are the same: %s', async (method) => {
    const world = aWorld();
    const { owner, portal, clock } = world;
    const other = new TablesOwner(portal, clock);
    try {
      await other.run({ settings });
      const from = clock.now();
      portal.change({ faults: throttled(method, world) });
      await owner.run({ settings });
      expect(clock.now() - from).toBeGreaterThanOrEqual(LONG);
      expect(differenceOf(await owner.tables(), await other.tables())).toBeNull();
    } finally {
      other.remove();
    }
  });
});

describe('The secret of a webhook', () => {
  it.each(['duckdb', 'parquet'] as const)('is in no file, whether a run ends or not: %s', async (form) => {
    const { owner } = aWorld();
    const texts = (): readonly string[] =>
      readdirSync(owner.folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'latin1'));
    const beforeWave = (sent: number): void => {
      if (sent > 8) throw new Error(`Address unavailable: https://demo.bitrix24.ru/rest/1/${SECRET}/`);
    };
    const told = await owner.run({ form, beforeWave }).then(
      () => '',
      (error: unknown) => (error as Error).message,
    );
    expect(told).toMatch(/^[А-Я].*\.$/);
    const stopped = texts();
    await owner.run({ form });
    for (const text of [told, ...stopped, ...texts()]) {
      expect(text.length).toBeGreaterThan(0);
      expect(text.includes(SECRET)).toBe(false);
    }
  });
});
