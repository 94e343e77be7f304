import fc from 'fast-check';
import { faultQueue, meanwhile } from '../../../portal/faults';
import type { Asked } from './support';
import { ask, invoices } from './support';

const keyset = (asked: Asked): number[] => {
  const seen: number[] = [];
  for (;;) {
    const page = asked.ids({ filter: { '>id': seen.at(-1) ?? 0 }, start: -1 }) as number[];
    if (page.length === 0) return seen;
    seen.push(...page);
  }
};

describe('the paging of crm.item.list', () => {
  const list = (asked: Asked, start: number) =>
    asked.post('crm.item.list', { entityTypeId: 31, select: ['id'], order: { id: 'ASC' }, start }).body;

  it('gives fifty on a page, floors start to a page and names next while there is more (item 22)', () => {
    const asked = ask(invoices(120));
    expect(list(asked, 0)).toMatchObject({ next: 50, total: 120 });
    expect(list(asked, 75)).toMatchObject({
      next: 100,
      result: { items: expect.arrayContaining([{ id: 51 }]) as unknown[] },
    });
    expect(list(asked, 100)).not.toHaveProperty('next');
    expect(list(asked, 500)).toMatchObject({ result: { items: [] }, total: 120 });
  });

  it('counts nothing for start -1, or answers total 0 as documented (item 22)', () => {
    const asked = ask(invoices(60));
    expect(Object.keys(list(asked, -1))).toEqual(['result', 'time']);
    asked.portal.change({ quirks: { uncountedTotal: 'zero' } });
    expect(list(asked, -1)).toMatchObject({ total: 0 });
    expect(list(asked, -1)).not.toHaveProperty('next');
    expect(list(asked, -2)).toMatchObject({ next: 50, total: 60 });
  });

  it('leads to an empty page by a stale total (item 23)', () => {
    const asked = ask(invoices(51), { generation: 'new', quirks: { staleTotals: true } });
    list(asked, 0);
    asked.data.deleteInvoice(51);
    expect(list(asked, 0)).toMatchObject({ next: 50, total: 51 });
    expect(list(asked, 50)).toMatchObject({ result: { items: [] }, total: 50 });
    expect(list(asked, 0)).not.toHaveProperty('next');
  });

  it('visits every invoice once by growing id, whatever ids there are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { maxLength: 170 }), (ids) => {
        const asked = ask((portal) => ids.forEach((id) => portal.withInvoice({ ID: id })));
        expect(keyset(asked)).toEqual(ids.toSorted((a, b) => a - b));
      }),
      { numRuns: 25 },
    );
  });

  it('lets invoices change between two pages (item 40)', () => {
    const asked = ask(invoices(60));
    const act = () => {
      asked.data.deleteInvoice(55);
      asked.data.addInvoice({ ID: 61 });
      asked.data.changeInvoice(56, { TITLE: 'Другая' });
    };
    asked.portal.change({ faults: faultQueue([null, meanwhile(act)]) });
    const seen = keyset(asked);
    expect(seen).toHaveLength(60);
    expect(seen).toContain(61);
    expect(seen).not.toContain(55);
  });
});
