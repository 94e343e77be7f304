import { ask, invoices, type Asked } from './support';

const list = (asked: Asked, filter: object = {}, start = 0) =>
  asked.post('crm.item.list', {
    entityTypeId: 31,
    select: ['id'],
    order: { id: 'ASC' },
    filter,
    start,
  }).body;

describe('the totals that NEW keeps', () => {
  it('are kept for five seconds by user and filter, in whichever order the filter stands', () => {
    const asked = ask(invoices(120), { generation: 'new' });
    const filter = { '>id': 0, '!title': 'x' };
    list(asked, filter);
    asked.data.deleteInvoice(120);
    asked.clock.advance(4);
    expect(list(asked, { '!title': 'x', '>id': 0 })).toMatchObject({ total: 120 });
    expect(list(asked, { ...filter, '!id': -5 })).toMatchObject({ total: 119 });
    asked.portal.change({ user: { id: 5 } });
    expect(list(asked, filter)).toMatchObject({ total: 119 });
    asked.portal.change({ user: { id: 1 } });
    expect(list(asked, filter)).toMatchObject({ total: 120 });
    asked.clock.advance(1);
    expect(list(asked, filter)).toMatchObject({ total: 119 });
  });

  it('are counted anew where a page shows as many or lies past the end, and nothing is 0', () => {
    const asked = ask(invoices(51), { generation: 'new' });
    list(asked);
    asked.data.addInvoice({});
    expect(list(asked, {}, 50)).toMatchObject({ total: 52 });
    asked.data.deleteInvoice(51);
    asked.data.deleteInvoice(52);
    expect(list(asked)).toMatchObject({ next: 50, total: 52 });
    expect(list(asked, {}, 50)).toMatchObject({ result: { items: [] }, total: 50 });
    expect(list(asked)).toMatchObject({ total: 50 });
    for (let id = 1; id <= 50; id += 1) asked.data.deleteInvoice(id);
    expect(list(asked)).toMatchObject({ result: { items: [] }, total: 0 });
  });

  it('are not kept by older portals, nor by a portal without a fast cache', () => {
    for (const options of [
      { generation: 'mid' as const },
      { generation: 'new' as const, quirks: { staleTotals: false } },
    ]) {
      const asked = ask(invoices(60), options);
      list(asked);
      asked.data.deleteInvoice(60);
      expect(list(asked)).toMatchObject({ total: 59 });
    }
  });
});
