import { aLine } from '../bitrix24/a-line';
import { changeLegacyRow } from '../../../portal/data/legacy-rows';
import { aPortal, type PortalBuilder } from '../../../portal/data/a-portal';
import { reconciled, type Place } from '../../../src/incremental/reconcile';
import { Collector } from '../refresh/a-collection';
import { MemoryOwner } from './an-owner';

function aRefreshed() {
  const made: { data?: ReturnType<typeof aPortal>['data'] } = {};
  const line = aLine((portal: PortalBuilder) => {
    made.data = portal.data;
    return portal.withInvoice({ ID: 1, rows: [{}] });
  });
  const owner = new MemoryOwner(line);
  owner.refresh();
  if (made.data === undefined) throw new Error('no portal');
  return { data: made.data, owner };
}

const SETTLED = { CREATED_TIME: Date.UTC(2026, 4, 1), UPDATED_TIME: Date.UTC(2026, 4, 1) };

describe('the comparison of memory and portal', () => {
  it('takes over an invoice that no refresh has met yet, which is no difference', () => {
    const { data, owner } = aRefreshed();
    data.addInvoice({ ID: 2, ACCOUNT_NUMBER: 'Н-2', rows: [{}] });
    expect(owner.reconcile()).toBe(0);
    expect(JSON.stringify(owner.refresh().plans)).toContain('Н-2');
  });

  it('has gone round once buyers, the list and the rows have been compared, six requests at a time', () => {
    const { data, owner } = aRefreshed();
    for (let id = 2; id <= 120; id += 1) data.importInvoice({ ID: id, ...SETTLED, rows: [{ PRICE: 10 }] });
    owner.refresh();
    owner.line.clock.advance(300_000);
    owner.refresh();
    const [row] = data.rowsOf(120);
    changeLegacyRow(data, 120, row?.ID ?? 0, { PRICE: 77 });
    const before = owner.line.asked.length;
    expect(owner.reconcile()).toBe(1);
    // Links, the list with the page behind its end, and rows: three pages each.
    expect(owner.line.asked.length - before).toBe(9);
    expect(JSON.stringify(owner.refresh().plans)).toContain('77');
  });
});

describe('the list, compared by pages side by side,', () => {
  const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index * 10 + 10);
  /** A memory of invoices 10, 20, … and the portal that it is of. */
  function remembered(invoices: number) {
    const line = aLine((portal: PortalBuilder) => {
      for (const id of upTo(invoices)) portal.withInvoice({ ID: id, ...SETTLED, rows: [{}] });
      return portal;
    });
    const owner = new MemoryOwner(line);
    owner.refresh();
    const memory = owner.memory();
    if (memory === null) throw new Error('no memory');
    return { line, memory };
  }
  const LIST = { kind: 'invoices', after: 0 } as const;
  const compared = ({ line, memory }: ReturnType<typeof remembered>, requests: number, from: Place = LIST) =>
    new Collector(line).carryOut(reconciled(memory, from, { requests }), memory.list);

  it('asks for all of them in one go', () => {
    const known = remembered(170);
    const waves = known.line.waves.length;
    const { place, differences, isRound } = compared(known, 4);
    expect([place, differences, isRound]).toEqual([{ kind: 'rows', after: 0 }, 0, false]);
    expect(known.line.waves.length - waves).toBe(1);
  });

  it.each([
    ['in the first', 15],
    ['between two', 505],
    ['in the last', 1695],
    ['behind the end', 1705],
  ])('meets invoices that came %s', (_, first) => {
    const known = remembered(170);
    for (const id of [first, first + 1, first + 2])
      known.line.data.importInvoice({ ID: id, ...SETTLED, rows: [{}] });
    let { memory, place } = compared(known, 4);
    for (let turn = 0; place.kind === 'invoices' && turn < 9; turn += 1)
      ({ memory, place } = compared({ ...known, memory }, 4, place));
    expect([...memory.invoices.keys()].sort((a, b) => a - b)).toEqual(
      [...upTo(170), first, first + 1, first + 2].sort((a, b) => a - b),
    );
  });

  it('misses those that are gone, each once', () => {
    const known = remembered(170);
    const gone = [10, 500, 510, 1700];
    for (const id of gone) known.line.data.deleteInvoice(id);
    const { memory, differences, place } = compared(known, 4);
    expect([differences, place.kind]).toEqual([gone.length, 'rows']);
    expect([...memory.invoices.keys()].filter((id) => gone.includes(id))).toEqual([]);
    expect(memory.invoices.size).toBe(166);
  });
});
