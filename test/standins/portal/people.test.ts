import { makeMixedData } from '../../../portal/data/mixed-data';
import { EDIT_NAMES, EDITS, People, type EditName } from '../../../portal/edits/People';
import type { Generation } from '../../../portal/generation';
import { Portal } from '../../../portal/Portal';
import { Asked, TODAY, VirtualClock } from './support';
import { PortalBuilder } from '../../../portal/data/a-portal';

const GENERATIONS: readonly Generation[] = ['old', 'mid', 'new'];

function composed(seed: number, generation: Generation = 'mid', linked = false) {
  const clock = new VirtualClock();
  const { data, period } = makeMixedData({ clock, today: TODAY, seed, invoices: 40, linked });
  const asked = new Asked(new PortalBuilder(data), clock, { generation, user: { admin: false } });
  return { asked, data, people: new People({ data, portal: asked.portal, seed, period }) };
}

/** What the list of invoices tells of the time of each. */
const times = (asked: Asked): unknown =>
  asked.items({ select: ['id', 'updatedTime'], order: { id: 'ASC' }, start: -1 });

/** What has to be there before an edit finds something to do. */
const BEFORE: Partial<Record<EditName, EditName>> = {
  'an invoice is restored': 'an invoice is deleted',
  'an invoice is shown': 'an invoice is hidden',
  'as many invoices are shown as hidden': 'an invoice is hidden',
  'a company is shown': 'a company is hidden',
  'a client is restored': 'a client is deleted',
};

const without = new Set<EditName>(['a save changes nothing']);

describe.each(GENERATIONS)('an edit by name on %s', (generation) => {
  it.each(EDIT_NAMES)('finds something to do and is told of as it says: %s', (name) => {
    for (let seed = 1; seed <= 2; seed += 1) {
      const { asked, data, people } = composed(seed, generation);
      const first = BEFORE[name];
      if (first !== undefined) people.make(first);
      asked.clock.advance(10);
      const before = [times(asked), data.invoices.size];
      expect(people.make(name)).toBe(true);
      const { shows } = EDITS[name];
      const told = JSON.stringify([times(asked), data.invoices.size]) !== JSON.stringify(before);
      if (name === 'as many invoices are shown as hidden') expect(told).toBe(true);
      else expect([name, told]).toEqual([name, shows === 'at the next refresh' && !without.has(name)]);
    }
  });
});

describe('people at work', () => {
  const work = (seed: number) => {
    const { asked, people } = composed(seed);
    for (let turn = 0; turn < 200; turn += 1) {
      people.makeAny(EDIT_NAMES, people.anyTiming());
      asked.clock.advance(people.log.length % 7);
    }
    return { asked, log: people.log };
  };

  it('do the same for the same seed, and another thing for another', () => {
    expect(work(3).log).toEqual(work(3).log);
    expect(work(3).log).not.toEqual(work(4).log);
  });

  it('do every edit there is', () => {
    const done = new Set([1, 2, 3, 4].flatMap((seed) => work(seed).log).map((entry) => entry.split(' (')[0]));
    expect(EDIT_NAMES.filter((name) => !done.has(name))).toEqual([]);
  });

  it('leave a portal that answers: every row and link has its invoice, every list its rows', () => {
    for (const generation of GENERATIONS) {
      const { asked, data, people } = composed(11, generation);
      for (let turn = 0; turn < 400; turn += 1) people.makeAny(EDIT_NAMES, people.anyTiming());
      asked.clock.advance(300);
      asked.portal.change({ user: { admin: true } });
      const ids = new Set(asked.ids({ start: -1 }));
      expect(asked.post('crm.item.list', { entityTypeId: 31 }).body).toMatchObject({
        total: data.invoices.size,
      });
      expect(
        [...data.links.keys(), ...data.rowsByInvoice.keys()].filter((id) => !data.invoices.has(id)),
      ).toEqual([]);
      expect(ids.size).toBe(Math.min(50, data.invoices.size));
      for (const method of ['crm.requisite.list', 'crm.requisite.link.list', 'crm.company.list']) {
        expect(asked.post(method).status).toBe(200);
      }
    }
  });

  it('say when nothing is left to do, and look for another thing', () => {
    const { people } = composed(1);
    expect(people.make('a client is restored')).toBe(false);
    expect(people.makeAny(['a client is restored'])).toBeNull();
    expect(people.makeAny(['a client is restored', 'an invoice is created'])).toBe('an invoice is created');
  });

  it('have everything there 298 seconds after its time stamp', () => {
    const { people } = composed(1);
    const timings = Array.from({ length: 2_000 }, () => people.anyTiming());
    const seconds = timings.map(({ late = 0, recordFirst = 0 }) => late + recordFirst);
    expect(Math.max(...seconds)).toBe(298);
    expect(timings.filter(({ late = 0 }) => late > 0).length).toBeGreaterThan(300);
    expect(timings.filter(({ recordFirst = 0 }) => recordFirst > 0).length).toBeGreaterThan(300);
  });

  it('may be late, and then find what there is when they commit', () => {
    const { asked, data, people } = composed(1);
    expect(people.make('an invoice is deleted', { late: 60 })).toBe(true);
    expect(data.invoices.size).toBe(40);
    asked.clock.advance(60);
    times(asked);
    expect([data.invoices.size, people.log.length]).toEqual([39, 1]);
  });
});

describe('mixed data', () => {
  it('holds every way to a buyer, or a choice for every invoice', () => {
    const linked = composed(5, 'mid', true).data;
    expect([...linked.invoices.keys()].every((id) => (linked.links.get(id)?.REQUISITE_ID ?? 0) > 0)).toBe(
      true,
    );
    const { data } = composed(5);
    const choices = [...data.invoices.keys()].map((id) => data.links.get(id)?.REQUISITE_ID);
    expect([choices.includes(undefined), choices.includes(0), choices.some((id) => (id ?? 0) > 0)]).toEqual([
      true,
      true,
      true,
    ]);
    const sellers = new Set([...data.links.values()].map(({ MC_REQUISITE_ID }) => MC_REQUISITE_ID > 0));
    expect(sellers).toEqual(new Set([true, false]));
    const owners = [...data.requisites.values()].map(
      ({ ENTITY_TYPE_ID, ENTITY_ID }) => `${ENTITY_TYPE_ID}:${ENTITY_ID}`,
    );
    expect(new Set(owners).size).toBeLessThan(owners.length);
  });

  it('is the same for the same seed', () => {
    expect([...composed(5).data.invoices]).toEqual([...composed(5).data.invoices]);
    expect(new Portal({ data: composed(5).data, clock: new VirtualClock() }).user.admin).toBe(true);
  });
});
