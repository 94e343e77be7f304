import { Random } from '../../../portal/data/Random';
import {
  addressTooLong,
  bodyTooLarge,
  either,
  listRefused,
  longLists,
  restless,
} from '../../../portal/fault-rules';
import { faultQueue, reset, sqlFailure } from '../../../portal/faults';
import type { Generation } from '../../../portal/generation';
import { ask, invoices, type Asked } from './support';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const outcome = (asked: Asked, filter: object) =>
  asked.portal.handle({
    method: 'POST',
    path: `${asked.portal.webhookPath}crm.requisite.link.list`,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ filter }),
  });

describe('long lists in a filter', () => {
  it.each<Generation>(['old', 'mid', 'new'])('are taken by %s however long they are', (generation) => {
    const asked = ask(invoices(2), { generation });
    expect(asked.ids({ filter: { '@id': upTo(10_000) } })).toEqual([1, 2]);
    expect(asked.ids({ filter: { '!@id': upTo(10_000) } })).toEqual([]);
    expect(outcome(asked, { '@ENTITY_ID': upTo(10_000) })).toMatchObject({ status: 200 });
  });

  it.each([
    ['400', listRefused, { status: 400 }],
    ['413', bodyTooLarge, { status: 413 }],
    ['414', addressTooLong, { status: 414 }],
    ['500', sqlFailure, { status: 500 }],
    ['a cut connection', reset, { kind: 'reset' }],
  ])('may be refused above a length by %s', (_, fault, expected) => {
    const asked = ask(invoices(2), { faults: longLists(1_000, fault) });
    expect(outcome(asked, { '@ENTITY_ID': upTo(1_000) })).toMatchObject({ status: 200 });
    expect(outcome(asked, { '@ENTITY_ID': [1], '@REQUISITE_ID': upTo(1_001) })).toMatchObject(expected);
    expect(outcome(asked, { 0: { LOGIC: 'OR', '@ENTITY_ID': upTo(1_001) } })).toMatchObject(expected);
  });

  it('are refused beside other faults', () => {
    const asked = ask(invoices(2), {
      faults: either(longLists(10, listRefused), faultQueue([sqlFailure])),
    });
    expect(outcome(asked, { '@ENTITY_ID': upTo(11) })).toMatchObject({ status: 400 });
    expect(outcome(asked, {})).toMatchObject({ status: 500 });
    expect(outcome(asked, {})).toMatchObject({ status: 200 });
  });
});

describe('a portal that passes over parts of a request', () => {
  const NEWEST = { order: { updatedTime: 'DESC', id: 'DESC' } };
  const composed = () =>
    ask((portal) => {
      for (let id = 1; id <= 40; id += 1)
        portal.withInvoice({ ID: id, link: id, UPDATED_TIME: Date.parse('2026-05-01T00:00:00Z') - (id % 4) });
    });

  it('goes on by the next name of an order, or leaves what only the first decides in disorder', () => {
    const asked = composed();
    const ids = () => asked.ids(NEWEST);
    asked.data.changeInvoice(3, { TITLE: 'Новее' });
    expect(ids().slice(0, 2)).toEqual([3, 40]);
    asked.portal.change({ ignores: { orders: ['updatedTime'] } });
    expect(ids().slice(0, 2)).toEqual([40, 39]);
    asked.portal.change({ ignores: { furtherOrders: true } });
    expect(ids()[0]).toBe(3);
    expect(ids()).not.toEqual(ids());
    asked.portal.change({ ignores: { orders: ['updatedTime', 'id'] } });
    expect(ids()).not.toEqual(ids());
  });

  it('gives and counts rows that a filter excludes', () => {
    const asked = composed();
    asked.portal.change({ ignores: { filters: ['!@id', '@REQUISITE_ID'] } });
    expect(asked.ids({ filter: { '!@id': [1, 2], '<=id': 3 } })).toEqual([1, 2, 3]);
    const filter = { '@ENTITY_ID': [1, 2, 3], '@REQUISITE_ID': [1] };
    expect(asked.post('crm.requisite.link.list', { filter }).body).toMatchObject({ total: 3 });
    expect(asked.post('crm.requisite.link.list', { FILTER: filter }).body).toMatchObject({ total: 3 });
    asked.portal.change({ ignores: {} });
    expect(asked.post('crm.requisite.link.list', { filter }).body).toMatchObject({ total: 1 });
  });
});

describe('a portal at work', () => {
  it('changes before some of the requests, the same ones for the same seed', () => {
    const changedBefore = (seed: number) => {
      const asked = ask(invoices(1));
      const act = () => void asked.data.addInvoice({});
      asked.portal.change({ faults: restless(new Random(seed), 0.5, act) });
      return upTo(12).map(() => asked.ids().length);
    };
    expect(changedBefore(1)).toEqual(changedBefore(1));
    expect(changedBefore(1)).not.toEqual(changedBefore(2));
    expect(changedBefore(1).at(-1)).toBeGreaterThan(1);
  });
});
