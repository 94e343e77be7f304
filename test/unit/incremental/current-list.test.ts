import { carryOut } from '../../../src/domain/task';
import { currentList, firstQuestions } from '../../../src/incremental/current-list';
import type { Chance, Doubt } from '../../../src/incremental/doubt';
import type { InvoiceId } from '../../../src/domain/ids';
import type { ToldList } from '../../../src/memory/Memory';
import { ModelPortal } from './a-model-portal';
import { numbers } from './numbers';

const DAY = 86_400_000;

function chanceOf(next: () => number): Chance {
  let nonce = 0;
  return { nonce: () => (nonce += 1), below: (end) => Math.floor(next() * end) };
}

type Known = ReturnType<ModelPortal['told']>;

function ask(portal: ModelPortal, known: Known, chance: Chance): ToldList | Doubt {
  const list = { ...known, mode: 'filtered' as const };
  const first = firstQuestions(list, chance);
  const answers = first.queries.map((query) => portal.answer(query));
  return carryOut(currentList(list, chance, first, answers as never), (query) => portal.answer(query));
}

const contents = (list: ToldList | Doubt) =>
  typeof list === 'string' ? list : [...list.invoices.values()].sort((a, b) => a.id - b.id);

function aPortal(count: number): ModelPortal {
  const portal = new ModelPortal();
  for (let made = 0; made < count; made += 1) {
    portal.create();
    portal.pass(60_000);
  }
  portal.pass(DAY);
  return portal;
}

describe('the list as it is now', () => {
  it.each([0, 1, 49, 50, 51, 1_000, 10_000])(
    'costs two requests where nothing has changed, of %i',
    (count) => {
      const portal = aPortal(count);
      const known = portal.told();
      portal.pass(3_600_000);
      expect(contents(ask(portal, known, chanceOf(numbers(1))))).toEqual(contents(portal.told()));
      expect(portal.requests).toBe(2);
    },
  );

  const edits: readonly (readonly [string, (portal: ModelPortal, id: number) => void])[] = [
    ['edited', (portal, id) => portal.save(id, { sum: 7 })],
    ['deleted', (portal, id) => portal.invoices.delete(id)],
    ['hidden', (portal, id) => Object.assign(portal.invoices.get(id) ?? {}, { isHidden: true })],
    ['moved out of the period', (portal, id) => portal.save(id, { isInPeriod: false })],
    ['imported with an old time', (portal) => void portal.create({ updatedAt: Date.UTC(2020, 1) })],
    ['saved late', (portal, id) => portal.save(id, { sum: 8 }, 200_000)],
  ];
  it.each(edits)('takes over an invoice that was %s', (_, edit) => {
    for (const id of [1, 2, 500, 951, 999, 1_000]) {
      const portal = aPortal(1_000);
      let known = portal.told();
      edit(portal, id);
      portal.pass(100_000);
      for (let refresh = 0; refresh < 3; refresh += 1) {
        portal.requests = 0;
        const now = ask(portal, known, chanceOf(numbers(id)));
        expect(contents(now)).toEqual(contents(portal.told()));
        expect(portal.requests).toBeLessThanOrEqual(2 + 2 + 5);
        known = { ...known, ...(now as ToldList) };
        portal.pass(150_000);
      }
    }
  });

  it('is asked for once more, six seconds later, where counts contradict each other', () => {
    const portal = aPortal(60);
    const known = portal.told();
    portal.miscountsUntil = portal.now + 5_000;
    expect(contents(ask(portal, known, chanceOf(numbers(1))))).toEqual(contents(portal.told()));
    expect(portal.rested).toBe(6_000);
  });

  it('is in doubt where they still do', () => {
    const portal = aPortal(60);
    const known = portal.told();
    portal.miscountsUntil = Infinity;
    expect(ask(portal, known, chanceOf(numbers(1)))).toBe('counts');
    expect(portal.rested).toBe(6_000);
  });

  it('has what was saved between two pages of the edits', () => {
    const portal = aPortal(300);
    const known = portal.told();
    for (let id = 1; id <= 70; id += 1) portal.save(id, { sum: 7 });
    portal.meanwhile = () => {
      if (portal.requests === 2) portal.save(200, { sum: 8 });
    };
    expect(contents(ask(portal, known, chanceOf(numbers(1))))).toEqual(contents(portal.told()));
  });

  it('was told no earlier than it was asked for, be others created or deleted between its pages', () => {
    for (const change of [
      (portal: ModelPortal) => portal.create(),
      (portal: ModelPortal) => portal.invoices.delete(9),
    ]) {
      const portal = aPortal(300);
      const known = portal.told();
      portal.pass(DAY);
      for (let id = 1; id <= 70; id += 1) portal.save(id, { sum: 7 });
      const beganAt = portal.now;
      portal.meanwhile = () => {
        if (portal.requests === 2) change(portal);
      };
      const now = ask(portal, known, chanceOf(numbers(1))) as ToldList;
      // Where counts contradict each other all is asked once more.
      expect(now.toldAt.askedAt).toBeGreaterThanOrEqual(beganAt);
      const next = ask(portal, { ...now, shiftedAt: 0 }, chanceOf(numbers(2)));
      expect(contents(next)).toEqual(contents(portal.told()));
    }
  });

  it.each([
    [0, 180, true],
    [2, 180, true],
    [3, 180, false],
    [3, 120, true],
  ])(
    'has saves of the hour that is repeated: %i h after the server’s offset was another one, %i minutes now',
    (hours, offset, isSeen) => {
      const portal = aPortal(300);
      portal.pass(DAY);
      portal.save(1, { sum: 7 });
      // Other saves that stand before it.
      for (let id = 100; id < 160; id += 1) portal.create({ updatedAt: portal.now + 3_190_000 });
      const known = portal.told();
      portal.save(1, { sum: 8 });
      portal.pass(3_590_000);
      const later = {
        ...known,
        toldAt: { time: portal.now, offset: 180, askedAt: portal.now },
        shiftedAt: portal.now - hours * 3_600_000,
      };
      portal.offset = offset;
      const now = ask(portal, later, chanceOf(numbers(1))) as ToldList;
      expect(now.invoices.get(1 as InvoiceId)?.opportunity === 8).toBe(isSeen);
    },
  );

  it('equals a whole reading after any edits, or doubts', () => {
    let doubts = 0;
    const wrong: unknown[] = [];
    for (let seed = 1; seed <= 400; seed += 1) {
      const next = numbers(seed);
      const below = (end: number): number => Math.floor(next() * end);
      const portal = aPortal(below(400));
      let known = portal.told();
      for (let refresh = 0; refresh < 12; refresh += 1) {
        for (let edit = below(5); edit > 0; edit -= 1) {
          const ids = [...portal.invoices.keys()];
          const id = ids[below(ids.length)] ?? 0;
          const act = [
            () => portal.save(id, { sum: below(1_000) }, below(2) * below(298_000)),
            () => portal.save(id, { isInPeriod: next() < 0.5 }, below(2) * below(298_000)),
            () => void portal.invoices.delete(id),
            () => void portal.create({ updatedAt: portal.now - below(90) * DAY }),
            () => void portal.create(),
          ][below(5)];
          act?.();
          portal.pass(below(2) * below(400_000));
        }
        const before = JSON.stringify(contents(portal.told()));
        const now = ask(portal, known, chanceOf(next));
        const expected = portal.told();
        // What becomes visible meanwhile is for the next refresh, which has to be right all the same.
        const isQuiet = JSON.stringify(contents(expected)) === before;
        if (typeof now === 'string') doubts += 1;
        else if (isQuiet && JSON.stringify(contents(now)) !== before) wrong.push([seed, refresh]);
        known = typeof now === 'string' ? expected : { ...known, ...now };
        portal.pass(below(3) * below(600_000));
      }
    }
    expect({ wrong, doubts: doubts < 200 }).toEqual({ wrong: [], doubts: true });
  });
});
