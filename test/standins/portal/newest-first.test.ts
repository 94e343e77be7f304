import type { Generation } from '../../../portal/generation';
import { ask, type Asked } from './support';

const GENERATIONS: readonly Generation[] = ['old', 'mid', 'new'];
const MINUTE = 60_000;
const NEWEST = { order: { updatedTime: 'DESC', id: 'DESC' } };

/** Sixty invoices saved a minute after each other, each with a requisite of its own company. */
const linked = (generation: Generation): Asked =>
  ask(
    (portal) => {
      const now = portal.data.clock.now();
      for (let id = 1; id <= 60; id += 1) {
        portal
          .withCompany({ ID: id, UPDATED_TIME: now - id * MINUTE })
          .withRequisite({ ID: id, ENTITY_ID: id })
          .withInvoice({ ID: id, COMPANY_ID: id, link: id, UPDATED_TIME: now - id * MINUTE });
      }
    },
    { generation },
  );
const oneTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe.each(GENERATIONS)('what changed last, asked of the generation %s', (generation) => {
  it('gives invoices newest first, their total, and the next ones without the ids seen', () => {
    const asked = linked(generation);
    const list = (filter: object) =>
      asked.post('crm.item.list', { entityTypeId: 31, select: ['id'], filter, ...NEWEST, start: 0 }).body;
    const seen = oneTo(50);
    expect(list({ '!id': -7 })).toMatchObject({ result: { items: seen.map((id) => ({ id })) }, total: 60 });
    expect(list({ '!id': -8, '!@id': seen })).toMatchObject({
      result: { items: oneTo(10).map((id) => ({ id: id + 50 })) },
      total: 10,
    });
    expect(list({ '>id': 40, '!id': -9 })).toMatchObject({ total: 20 });
    expect(list({ '>id': 40, '<=id': 45 })).toMatchObject({ total: 5 });
  });

  it('takes two saves in one second for one moment, the greater id first', () => {
    const asked = linked(generation);
    asked.data.changeInvoice(9, { TITLE: 'Позже' });
    asked.clock.advance(0.4);
    asked.data.changeInvoice(5, { TITLE: 'Ещё позже' });
    const [first, second] = asked.items({ select: ['id', 'updatedTime'], ...NEWEST });
    expect([first?.['id'], second?.['id']]).toEqual([9, 5]);
    expect(first?.['updatedTime']).toBe(second?.['updatedTime']);
  });

  it('leaves rows of one moment in no reliable order where no second key is given', () => {
    const asked = ask((portal) => oneTo(40).forEach((ID) => portal.withInvoice({ ID })), { generation });
    const ids = () => asked.ids({ order: { updatedTime: 'DESC' } });
    expect(ids()).not.toEqual(ids());
  });

  it('counts the links of these invoices to these requisites', () => {
    const asked = linked(generation);
    const total = () =>
      asked.post('crm.requisite.link.list', {
        filter: { '=ENTITY_TYPE_ID': 31, '@ENTITY_ID': oneTo(60), '@REQUISITE_ID': oneTo(60) },
        start: 0,
      }).body['total'];
    expect(total()).toBe(60);
    asked.data.linkRequisite(7, 0);
    expect(total()).toBe(59);
    const none = { filter: { '@ENTITY_ID': [7], '>REQUISITE_ID': 0 }, start: 0 };
    expect(asked.post('crm.requisite.link.list', none).body).toMatchObject({ result: [], total: 0 });
  });

  it('gives requisites as they were edited, those never edited last, and who came to these owners', () => {
    const asked = linked(generation);
    asked.clock.advance(60);
    asked.data.changeRequisite(7, { RQ_INN: '7701234567' });
    asked.data.changeRequisite(9, { RQ_INN: '7701234568' });
    asked.data.addRequisite({ ID: 61, ENTITY_ID: 3 });
    const list = (filter: object) =>
      asked.post('crm.requisite.list', {
        filter,
        order: { DATE_MODIFY: 'DESC', ID: 'DESC' },
        select: ['ID'],
        start: 0,
      }).body;
    const ids = (list({ '@ID': oneTo(60) })['result'] as { ID: string }[]).map(({ ID }) => Number(ID));
    expect(ids.slice(0, 4)).toEqual([9, 7, 60, 59]);
    expect(list({ '@ID': oneTo(60) })).toMatchObject({ total: 60 });
    expect(list({ '@ENTITY_ID': [3, 4], '!@ID': oneTo(60) })).toMatchObject({
      result: [{ ID: '61' }],
      total: 1,
    });
  });

  it('gives companies and contacts newest first, exactly counted', () => {
    const asked = linked(generation);
    asked.clock.advance(60);
    asked.data.changeCompany(20, { TITLE: 'Новое имя' });
    const body = asked.post('crm.item.list', {
      ...{ entityTypeId: 4, select: ['id', 'title'], filter: { '@id': oneTo(60), '!id': -5 }, start: 0 },
      ...NEWEST,
    }).body;
    expect(body).toMatchObject({
      result: { items: expect.arrayContaining([{ id: 20, title: 'Новое имя' }]) as unknown },
      total: 60,
    });
    expect((body['result'] as { items: { id: number }[] }).items[0]?.id).toBe(20);
  });

  it('says what o’clock it is in each answer, in whole seconds of the server', () => {
    const asked = linked(generation);
    asked.clock.advance(0.7);
    expect(asked.post('crm.item.list', { entityTypeId: 31 }).body).toMatchObject({
      time: { date_start: '2026-05-20T12:00:00+03:00' },
    });
  });
});

describe('times of legacy lists', () => {
  it('are filtered as they are meant, wherever the webhook’s owner lives', () => {
    const asked = ask((portal) => portal.withRequisite({}).withRequisite({}), {
      user: { timeZone: 'Asia/Vladivostok' },
    });
    asked.data.changeRequisite(2, { RQ_INN: '7701234567' });
    const ids = (filter: object) =>
      Object.values(asked.result('crm.requisite.list', { filter })).map((row) => (row as { ID: string }).ID);
    expect(ids({ '>=DATE_MODIFY': '2026-05-20T09:00:00Z' })).toEqual(['2']);
    expect(ids({ '>=DATE_MODIFY': '2026-05-20T19:00:00+10:00' })).toEqual(['2']);
    expect(ids({ '>DATE_MODIFY': '2026-05-20T12:00:00+03:00' })).toEqual([]);
    expect(ids({ DATE_MODIFY: '' })).toEqual(['1']);
  });
});

describe('the hour that ends summer time', () => {
  it('comes twice, and saves of its second passing carry the time of the first', () => {
    const asked = ask(
      (portal) => {
        portal
          .withInvoice({ UPDATED_TIME: Date.parse('2026-10-25T02:50:00+02:00') })
          .withInvoice({ UPDATED_TIME: Date.parse('2026-10-25T02:10:00+01:00') });
      },
      { zone: 'Europe/Berlin' },
    );
    expect(asked.items({ select: ['id', 'updatedTime'], ...NEWEST })).toEqual([
      { id: 1, updatedTime: '2026-10-25T02:50:00+02:00' },
      { id: 2, updatedTime: '2026-10-25T02:10:00+02:00' },
    ]);
  });
});
