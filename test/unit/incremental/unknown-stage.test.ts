import type { PortalData } from '../../../portal/data/PortalData';
import { aLine } from '../bitrix24/a-line';
import { MemoryOwner } from './an-owner';

const TTL = 300_000;
const LONG_AGO = Date.UTC(2026, 3, 1);
const NOBODY_KNOWS = { STAGE_ID: 'DT31_7:GONE' };

interface Refreshed {
  readonly data: PortalData;
  /** How often a refresh asks for the stages, so many milliseconds later. */
  readonly asksAfter: (milliseconds: number) => number;
  readonly owner: MemoryOwner;
}

/** Stages were asked for just now. */
function aRefreshed(changes = {}): Refreshed {
  const line = aLine((portal) => {
    for (const ID of [1, 2]) portal.withInvoice({ ID, UPDATED_TIME: LONG_AGO, ...changes });
  });
  const owner = new MemoryOwner(line, { cacheTtlSeconds: TTL / 1_000 });
  owner.refresh();
  const asksAfter = (milliseconds: number): number => {
    line.clock.advance(milliseconds);
    return owner.refresh().asked.filter((method) => method === 'crm.status.list').length;
  };
  return { data: line.data, asksAfter, owner };
}

describe('Stages are asked for', () => {
  it('not within the TTL where all of them are known', () => {
    const { asksAfter } = aRefreshed();
    expect([asksAfter(1), asksAfter(TTL - 2), asksAfter(1)]).toEqual([0, 0, 1]);
  });

  it('at once where one is met that nobody knows, and not again until the TTL is over, though the portal has it not', () => {
    const { data, asksAfter } = aRefreshed();
    data.changeInvoice(1, NOBODY_KNOWS);
    expect([asksAfter(100_000), asksAfter(1), asksAfter(TTL - 2)]).toEqual([1, 0, 0]);
    expect([asksAfter(1), asksAfter(1)]).toEqual([1, 0]);
  });

  it('at once for another one that nobody knows', () => {
    const { data, asksAfter } = aRefreshed();
    data.changeInvoice(1, NOBODY_KNOWS);
    expect(asksAfter(1)).toBe(1);
    data.changeInvoice(2, { STAGE_ID: 'DT31_7:GONE_TOO' });
    expect([asksAfter(1), asksAfter(1)]).toEqual([1, 0]);
  });

  it('at once where all is read anew, once', () => {
    const { data, asksAfter, owner } = aRefreshed();
    data.changeInvoice(2, NOBODY_KNOWS);
    owner.scope = 'another report';
    expect(asksAfter(1)).toBe(1);
    owner.scope = 'a third report';
    expect(asksAfter(1)).toBe(0);
  });

  it('once by a first report that meets such a one', () => {
    const { data, owner } = aRefreshed(NOBODY_KNOWS);
    const first = new MemoryOwner(owner.line).refresh();
    expect(first.asked.filter((method) => method === 'crm.status.list')).toHaveLength(1);
    expect(data.invoices.size).toBe(2);
  });
});
