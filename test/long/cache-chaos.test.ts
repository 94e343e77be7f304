/** Whatever happens to the platform's cache, the report is that of a world without history. */
import fc from 'fast-check';
import { COLLEAGUE, connect, type World } from '../../world/make-world';
import { aPortal } from '../../portal/data/a-portal';
import type { PortalData } from '../../portal/data/PortalData';
import { Random } from '../../portal/data/Random';
import { makeSizedData } from '../../portal/data/sized-data';
import {
  OWNER,
  PlatformException,
  type Execution,
  type PlatformCall,
  type StoredValue,
} from '../../simulator';
import { holds } from '../support/leaks';
import { aWorld } from '../../world/a-world';
import { refresh, refreshed } from '../../world/scenario';
import { picture } from '../../world/sheets';

const RUNS = 5;
const SEED = 20_260_520;
const TTL_MILLISECONDS = 300_000;
const MAX_ENTRY_BYTES = 100_000;
const MAX_ITEMS = 60;

/** Edits that move an invoice's time stamp, and such as only the TTL reveals. */
const EDITS: readonly ((data: PortalData, turn: number) => unknown)[] = [
  (data, turn) => data.changeRow(1, 11, { PRICE: 100 + turn }),
  (data, turn) => data.addRow(2, { PRODUCT_NAME: `Новая строка ${turn}` }),
  (data, turn) => data.addInvoice({ COMPANY_ID: 4, rows: [{ PRODUCT_NAME: `Новый счёт ${turn}` }] }),
  (data, turn) => data.changeInvoice(3, { ACCOUNT_NUMBER: `№ ${turn}` }),
  (data, turn) => data.linkRequisite(1, 1 + (turn % 2)),
  (data, turn) => data.changeRequisite(2, { RQ_INN: `77010000${10 + turn}` }),
  (data, turn) => data.changeCompany(5, { TITLE: `Бета ${turn}` }),
  (data, turn) => data.changeStage('DT31_7:S', { SEMANTICS: turn % 2 === 0 ? 'S' : null }),
];

function data(clock: { now(): number }): PortalData {
  const portal = aPortal(clock)
    .withCompany({ ID: 4, TITLE: 'Альфа' })
    .withRequisite({ ID: 1, ENTITY_ID: 4, RQ_COMPANY_NAME: 'ООО «Альфа»', RQ_INN: '7701000001' })
    .withRequisite({ ID: 2, ENTITY_ID: 4, RQ_COMPANY_NAME: 'АО «Альфа»', RQ_INN: '7701000002' })
    .withCompany({ ID: 5, TITLE: 'Бета' })
    .withContact({ ID: 6, LAST_NAME: 'Белова' })
    .withInvoice({ ID: 1, COMPANY_ID: 4, link: 2, rows: [{ ID: 11 }, { ID: 12 }] })
    .withInvoice({ ID: 2, COMPANY_ID: 5, STAGE_ID: 'DT31_7:S', rows: [{ TAX_RATE: null }] })
    .withInvoice({ ID: 3, CONTACT_ID: 6, CURRENCY_ID: 'USD' });
  for (let id = 20; id < 30; id += 1) portal.withInvoice({ ID: id, COMPANY_ID: 4, link: 1, rows: [{}] });
  return portal.data;
}

/** The sheets of somebody who never refreshed before. */
function freshPicture(records: PortalData): unknown {
  const world = aWorld(() => records);
  connect(world);
  refreshed(world);
  return picture(world);
}

/** What befalls the stored values before a refresh. */
type Damage = (value: string, others: readonly string[]) => string;

const DAMAGES: Record<string, Damage> = {
  'is cut short': (value) => value.slice(0, value.length / 2),
  'has another character': (value) =>
    value.replace(/[a-z](?=[^a-z]*$)/i, (letter) => (letter === 'A' ? 'B' : 'A')),
  'is empty': () => '',
  'is of another kind': () => '{"format":1,"at":0,"sum":"","body":""}',
  'lies in a foreign slot': (value, others) => others.find((other) => other !== value) ?? value,
  'is null': () => 'null',
};

function damage({ simulator }: World, kind: Damage, share: number): void {
  const entries = simulator.stored().filter((value) => value.kind === 'cache');
  const values = entries.map(({ value }) => value);
  entries.forEach(({ store, key, value }, index) => {
    if (index % 10 < share * 10) simulator.state.cache(store).put(key, kind(value, values), 600);
  });
}

const isCache = ({ member }: PlatformCall) => member.startsWith('Cache.');

/** Things that happen between two platform calls of the refresh. */
const DISTURBANCES: Record<string, (world: World) => (call: PlatformCall) => void> = {
  nothing: () => () => undefined,
  'the cache refuses every call': () => (call) => refuse(call, isCache(call)),
  'the cache refuses to be read': () => (call) => refuse(call, call.member === 'Cache.getAll'),
  'the cache refuses to be written': () => (call) => refuse(call, call.member === 'Cache.putAll'),
  'the cache refuses to remove': () => (call) => refuse(call, call.member === 'Cache.removeAll'),
  'the cache loses all after each wave':
    ({ simulator }) =>
    ({ member }) => {
      if (member === 'UrlFetchApp.fetchAll') simulator.state.cache(`user:${OWNER}`).clear();
    },
  'a colleague clears the cache': inBetween(({ simulator }) => simulator.page(COLLEAGUE).call('clearCache')),
  'a colleague wants a refresh too': inBetween(({ simulator }) =>
    simulator.page(COLLEAGUE).call('startRefresh', { briefOnly: true }),
  ),
  'the owner presses again': inBetween(({ simulator }) =>
    simulator.page(OWNER).call('startRefresh', { briefOnly: true }),
  ),
  'a colleague tests a connection of his own': inBetween(({ simulator, webhookUrl }) =>
    simulator.page(COLLEAGUE).call('testConnection', { webhookUrl }),
  ),
};

/** Once, in the middle of the refresh, as an execution of its own. */
function inBetween(act: (world: World) => unknown) {
  return (world: World) => {
    let isOver = false;
    return ({ member }: PlatformCall) => {
      if (isOver || member !== 'Cache.putAll') return;
      isOver = true;
      act(world);
    };
  };
}

function refuse({ member }: PlatformCall, refuses: boolean): void {
  if (refuses) throw new PlatformException(`Service invoked too many times: ${member}`);
}

const turns = fc.array(
  fc.record({
    edits: fc.array(fc.nat(EDITS.length - 1), { maxLength: 3 }),
    damage: fc.constantFrom(...Object.keys(DAMAGES)),
    damagedShare: fc.constantFrom(0, 0.5, 1),
    disturbance: fc.constantFrom(...Object.keys(DISTURBANCES)),
    vanishing: fc.constantFrom(0, 0.3, 1),
    clears: fc.boolean(),
  }),
  { minLength: 2, maxLength: 3 },
);

describe('A disturbed cache', () => {
  it('costs requests and never a cell, whatever befalls it between and during refreshes', () => {
    fc.assert(
      fc.property(turns, fc.integer(), (steps, seed) => {
        const random = new Random(seed);
        let vanishing = 0;
        const world = aWorld(data, { simulator: { cacheEntryVanishes: () => random.chance(vanishing) } });
        connect(world);
        world.clock.advance(60_000);
        refreshed(world);
        steps.forEach((step, turn) => {
          for (const edit of step.edits) EDITS[edit]?.(world.data, turn);
          damage(world, DAMAGES[step.damage] ?? ((value) => value), step.damagedShare);
          if (step.clears) world.simulator.page().call('clearCache');
          else world.clock.advance(TTL_MILLISECONDS);
          vanishing = step.vanishing;
          const disturb = DISTURBANCES[step.disturbance]?.(world);
          world.simulator.hooks = { before: (call) => disturb?.(call) };
          const { progress } = refresh(world);
          world.simulator.hooks = {};
          vanishing = 0;
          expect(progress.state).toBe('done');
          expect(picture(world)).toEqual(freshPicture(world.data));
        });
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it.each(Object.keys(DISTURBANCES))('makes the same first report when %s', (name) => {
    const world = aWorld(data);
    connect(world);
    const disturb = DISTURBANCES[name]?.(world);
    world.simulator.hooks = { before: (call) => disturb?.(call) };
    expect(refresh(world).progress.state).toBe('done');
    expect(picture(world)).toEqual(freshPicture(world.data));
  });

  it.each(Object.entries(DAMAGES))('is asked for again where each entry %s', (_, kind) => {
    const world = aWorld(data);
    world.clock.advance(60_000);
    connect(world);
    const first = refreshed(world).length;
    expect(refreshed(world).length).toBeLessThan(first);
    damage(world, kind, 1);
    expect(refreshed(world).length).toBeLessThanOrEqual(first);
    expect(picture(world)).toEqual(freshPicture(world.data));
  });
});

const secretOf = ({ webhookUrl }: World): string => webhookUrl.split('/')[5] ?? '';

describe('What lies in the cache', () => {
  let world: World;
  let entries: StoredValue[];
  const executions: Execution[] = [];

  beforeAll(() => {
    // Large enough for several packs of each kind.
    const size = { invoices: 400, rows: 4_000, requisites: 120 };
    world = aWorld((clock) => makeSizedData(size, clock, '2026-05-20'));
    connect(world);
    for (let round = 0; round < 3; round += 1) {
      executions.push(...refresh(world).executions);
      world.clock.advance(TTL_MILLISECONDS);
      world.data.addInvoice({ rows: [{}] });
    }
    entries = world.simulator.stored().filter(({ kind }) => kind === 'cache');
  });

  it('is at most sixty entries of under 100,000 bytes, all in the owner’s own cache', () => {
    expect(entries.length).toBeGreaterThan(1);
    expect(entries.length).toBeLessThanOrEqual(MAX_ITEMS);
    expect(Math.max(...entries.map(({ value }) => Buffer.byteLength(value)))).toBeLessThan(MAX_ENTRY_BYTES);
    expect(new Set(entries.map(({ store }) => store))).toEqual(new Set([`user:${OWNER}`]));
  });

  it('has keys of nothing but digits of a hash and the number of a slot', () => {
    for (const { key } of entries) expect(key).toMatch(/^[0-9a-f]{32}\.(rows|ttl)\.\d{1,2}$/);
  });

  it('is JSON with a time stamp and without the secret, in whatever form', () => {
    for (const { value } of entries) {
      const entry = JSON.parse(value) as { at: number };
      expect(entry.at).toBeLessThanOrEqual(world.clock.now());
    }
    expect(entries.filter(({ value }) => holds(value, secretOf(world)))).toEqual([]);
  });

  it('would be seen to hold the secret where it did', () => {
    const told = aWorld((clock) =>
      makeSizedData({ invoices: 2, rows: 2, requisites: 1 }, clock, '2026-05-20'),
    );
    const [invoice = 0] = told.data.invoices.keys();
    told.data.addRow(invoice, { PRODUCT_NAME: `Стол ${secretOf(told)}` });
    connect(told);
    // Rows are kept once the invoice has rested for a while.
    told.clock.advance(TTL_MILLISECONDS);
    refresh(told);
    const cached = told.simulator.stored().filter(({ kind }) => kind === 'cache');
    expect(cached.some(({ value }) => holds(value, secretOf(told)))).toBe(true);
  });

  it('is read once an execution and written at most once a wave', () => {
    expect(executions.length).toBeGreaterThanOrEqual(3);
    for (const { ledger } of executions) {
      expect(ledger.of('Cache.getAll')).toBe(1);
      expect(ledger.of('Cache.putAll')).toBeLessThanOrEqual(ledger.of('UrlFetchApp.fetchAll'));
      expect([ledger.of('Cache.get'), ledger.of('Cache.put')]).toEqual([0, 0]);
    }
  });

  it('is not found again under another webhook of the same portal', () => {
    const before = world.portal.requests.length;
    world.portal.change({ secret: 'another0secret' });
    connect({ ...world, webhookUrl: world.webhookUrl.replace(/[^/]+\/$/, 'another0secret/') });
    const asked = new Set(refreshed(world).map(({ method }) => method));
    expect(world.portal.requests.length).toBeGreaterThan(before);
    expect(asked).toContain('crm.requisite.link.list');
    expect(asked).toContain('crm.item.productrow.list');
  });
});
