import { moveServer } from '../../../portal/data/server-zone';
import { faultQueue, meanwhile } from '../../../portal/faults';
import { ask, invoices } from './support';

const NEWEST = { order: { updatedTime: 'DESC', id: 'DESC' }, select: ['id', 'updatedTime', 'title'] };

describe('a save that is seen later than its time stamp', () => {
  it('shows neither change nor time before, and both after', () => {
    const asked = ask(invoices(2));
    const before = asked.items({ ...NEWEST, filter: { id: 1 } });
    asked.clock.advance(10);
    asked.data.saveLate(298, () => asked.data.changeInvoice(1, { TITLE: 'Позже' }));
    asked.clock.advance(297);
    expect(asked.items({ ...NEWEST, filter: { id: 1 } })).toEqual(before);
    asked.clock.advance(1);
    expect(asked.items(NEWEST)[0]).toEqual({
      id: 1,
      title: 'Позже',
      updatedTime: '2026-05-20T12:00:10+03:00',
    });
  });

  it('may carry the invoice’s time back behind a save that overtook it', () => {
    const asked = ask(invoices(1));
    asked.clock.advance(10);
    asked.data.saveLate(60, () => asked.data.changeInvoice(1, { TITLE: 'Первая' }));
    asked.clock.advance(20);
    asked.data.changeInvoice(1, { COMMENTS: 'Вторая' });
    expect(asked.items(NEWEST)).toMatchObject([{ updatedTime: '2026-05-20T12:00:30+03:00' }]);
    asked.clock.advance(40);
    expect(asked.items()).toMatchObject([
      { title: 'Первая', comments: 'Вторая', updatedTime: '2026-05-20T12:00:10+03:00' },
    ]);
  });

  it('adds an invoice whose id is less than ids that were seen before it', () => {
    const asked = ask(invoices(1));
    asked.data.saveLate(60, () => asked.data.addInvoice({ rows: [{}] }));
    asked.clock.advance(30);
    expect(asked.data.addInvoice({})).toBe(3);
    expect(asked.ids()).toEqual([1, 3]);
    asked.clock.advance(30);
    expect(asked.ids()).toEqual([1, 2, 3]);
    expect(asked.data.addInvoice({})).toBe(4);
  });

  it('is committed in the order in which saves end', () => {
    const asked = ask(invoices(1));
    asked.data.saveLate(60, () => asked.data.changeInvoice(1, { TITLE: 'Долгая' }));
    asked.data.saveLate(20, () => asked.data.changeInvoice(1, { TITLE: 'Короткая' }));
    asked.clock.advance(60);
    expect(asked.items(NEWEST)).toMatchObject([{ title: 'Долгая' }]);
  });
});

describe('an invoice that is written before its rows and its link', () => {
  it('shows the new sum and time beside the old rows for a while', () => {
    const asked = ask((portal) => portal.withInvoice({ ID: 1, rows: [{ ID: 5, PRICE: 100 }] }));
    const prices = () =>
      asked.rows({ filter: { '=ownerType': 'SI', '=ownerId': 1 } }).map((row) => row['price']);
    asked.clock.advance(10);
    asked.data.commits.recordFirst(3, () => asked.data.changeRow(1, 5, { PRICE: 240 }));
    expect(asked.items()).toMatchObject([{ opportunity: 240, updatedTime: '2026-05-20T12:00:10+03:00' }]);
    expect(prices()).toEqual([100]);
    asked.clock.advance(3);
    expect(prices()).toEqual([240]);
  });

  it('is there without rows and link when it is new or restored', () => {
    const asked = ask((portal) => portal.withInvoice({ ID: 1, link: 70, rows: [{}] }));
    const links = () => Object.values(asked.result('crm.requisite.link.list')).length;
    asked.data.deleteInvoice(1);
    asked.data.commits.recordFirst(3, () => {
      asked.data.restoreInvoice(1);
      asked.data.addInvoice({ ID: 9, link: 70, rows: [{}] });
    });
    expect([asked.ids(), asked.data.rowsOf(9), links()]).toEqual([[2, 9], [], 0]);
    asked.clock.advance(3);
    expect([links(), asked.data.rowsOf(2), asked.data.rowsOf(9)]).toMatchObject([2, [{}], [{}]]);
  });

  it('may be deleted before its rows come', () => {
    const asked = ask(invoices(1));
    asked.data.commits.recordFirst(3, () => asked.data.addInvoice({ ID: 9, link: 70, rows: [{}] }));
    asked.data.deleteInvoice(9);
    asked.clock.advance(3);
    expect([asked.ids(), asked.data.rowsOf(9), asked.data.links.size]).toEqual([[1], [], 0]);
  });
});

describe('the server’s clock', () => {
  it('is told in answers and stamped on saves, wrong as it may be, and leaves limits alone', () => {
    const asked = ask(invoices(1), { limits: { burst: 1, perSecond: 1 } });
    asked.data.commits.setClock(-3_600);
    asked.data.changeInvoice(1, { TITLE: 'Час назад' });
    expect(asked.post('crm.item.list', { entityTypeId: 31 }).body).toMatchObject({
      result: { items: [{ updatedTime: '2026-05-20T11:00:00+03:00' }] },
      time: { date_start: '2026-05-20T11:00:00+03:00' },
    });
    asked.data.commits.setClock(3_600);
    expect(asked.post('server.time').status).toBe(503);
    asked.clock.advance(1);
    expect(asked.post('server.time').body['result']).toBe('2026-05-20T12:00:01+03:00');
  });
});

describe('a server that moves to another zone', () => {
  it('reads what was saved before by its new clock, and stamps by it', () => {
    const asked = ask((portal) => portal.withInvoice({ ID: 1 }).withInvoice({ ID: 2 }));
    moveServer(asked.data, '+03:00', '+05:00');
    asked.portal.change({ zone: '+05:00' });
    asked.data.changeInvoice(2, { TITLE: 'После' });
    expect(asked.items(NEWEST)).toMatchObject([
      { id: 2, updatedTime: '2026-05-20T14:00:00+05:00' },
      { id: 1, updatedTime: '2026-05-20T12:00:00+05:00' },
    ]);
    expect(asked.post('server.time').body['result']).toBe('2026-05-20T14:00:00+05:00');
  });
});

describe('changes between two requests', () => {
  it('shift the pages that are still to come', () => {
    const asked = ask(invoices(60));
    const page = (start: number) => asked.ids({ ...NEWEST, select: ['id'], start });
    asked.portal.change({
      faults: faultQueue([null, meanwhile(() => asked.data.changeInvoice(1, { TITLE: 'Наверх' }))]),
    });
    asked.clock.advance(1);
    const [first, second] = [page(0), page(50)];
    expect(first).not.toContain(1);
    expect(second).not.toContain(1);
    expect(second).toContain(11);
    expect(first).toContain(11);
  });
});
