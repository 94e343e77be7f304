import { readAnswer } from '../../../cli/decode/read-answer';
import { answersIn } from '../../../cli/decode/recorded-answer';

const read = (method: string, body: unknown): unknown =>
  answersIn(JSON.stringify(body)).map((answer) => readAnswer(method, answer));

const readable = (text: string): unknown => [{ readable: true, text }];
const unreadable = (text: string): unknown => [
  { readable: false, text: expect.stringContaining(text) as unknown },
];

const ROW = { id: 1, ownerId: 2, productName: 'A', price: 1, quantity: 1, taxRate: null };

describe('reading a recorded answer', () => {
  it.each([
    ['profile', { ID: '1', ADMIN: true, NAME: 'A' }, 'profile: 1'],
    ['scope', ['crm', 'user'], 'scope: 2'],
    ['server.time', '2024-08-05T09:02:13+00:00', 'time: 1'],
    ['crm.category.list', { categories: [{ id: 0, name: 'A' }] }, 'category: 1'],
    ['crm.item.fields', { fields: { id: { type: 'integer', title: 'ID' } } }, 'field: 1'],
    ['crm.item.list', { items: [{ id: 1, begindate: '2024-04-19T03:00:00+03:00' }, { id: 2 }] }, 'item: 2'],
    ['crm.item.productrow.list', { productRows: [{ ...ROW, ownerType: 'D' }] }, 'product row: 1'],
    ['crm.requisite.link.list', [{ ENTITY_TYPE_ID: '2', ENTITY_ID: '1', REQUISITE_ID: '0' }], 'link: 1'],
    ['crm.requisite.list', [{ ID: '1', ENTITY_TYPE_ID: '4', ENTITY_ID: '2' }], 'requisite: 1'],
    ['crm.status.list', [{ STATUS_ID: 'NEW' }, { STATUS_ID: 'DT31_2:N' }], 'status: 2, of invoices 1'],
  ])('decodes the records of %s', (method, result, text) => {
    expect(read(method, { result })).toEqual(readable(text));
  });

  it.each([
    ['profile', { ADMIN: true }, 'profile.ID'],
    ['scope', {}, 'scopes'],
    ['server.time', 'yesterday', 'server time'],
    ['crm.category.list', [], 'categories'],
    ['crm.item.fields', { fields: 1 }, 'fields'],
    ['crm.item.list', { items: [{ id: 1 }, { title: 'A' }] }, 'invoice.id'],
    ['crm.item.list', { items: [{ id: 1, begindate: 'soon' }] }, 'item: cannot be read: BEGINDATE'],
    [
      'crm.item.productrow.list',
      { productRows: [{ ...ROW, price: 'much' }] },
      'product row: cannot be read: price',
    ],
    ['crm.requisite.link.list', [{ ENTITY_ID: 'x', REQUISITE_ID: '0' }], 'link.ENTITY_ID'],
    ['crm.requisite.list', ['A'], 'requisite'],
    ['crm.status.list', null, 'statuses'],
  ])('names what cannot be read of %s', (method, result, text) => {
    expect(read(method, { result })).toEqual(unreadable(text));
  });

  it('checks only the envelope of a method that the product does not use, and says so', () => {
    const text = 'envelope only: the product does not use this method';
    expect(read('crm.lead.get', { result: 'anything' })).toEqual(readable(text));
    expect(read('crm.lead.get', { error: '' })).toEqual(readable(text.replace('envelope', 'error')));
  });

  it('checks only the envelope of records that were asked for without what the product asks for', () => {
    const result = [{ UF_CRM_1: '45' }];
    expect(read('crm.requisite.list', { result })).toEqual(readable('envelope only: asked for without ID'));
  });

  it.each([
    ['ACCESS_DENIED', 'Access denied', 'accessDenied'],
    ['', 'Access denied.', 'accessDenied'],
    [0, 'Access denied.', 'accessDenied'],
    ['QUERY_LIMIT_EXCEEDED', '', 'rateLimit'],
    ['NOT_FOUND', '', 'invoicesOff'],
  ])('decodes the error %p as the product does', (error, error_description, code) => {
    expect(read('crm.item.list', { error, error_description })).toEqual(readable(`error: ${code}`));
  });

  it('tells a page for people and half an answer', () => {
    expect(answersIn('<html>').map((answer) => readAnswer('profile', answer))).toEqual(unreadable('page'));
    expect(answersIn('{"result"').map((answer) => readAnswer('profile', answer))).toEqual(
      unreadable('not an answer'),
    );
  });

  it('never quotes what it read', () => {
    const secret = 'Иванов';
    const findings = read('crm.item.productrow.list', {
      result: { productRows: [{ ...ROW, id: secret }] },
    });
    expect(findings).toEqual(unreadable('row.id'));
    expect(JSON.stringify(findings)).not.toContain(secret);
  });
});
