import { LargePortal } from '../../../cli/bench/large/LargePortal';
import { makeSizedData } from '../../../portal/data/sized-data';
import { Portal } from '../../../portal/Portal';
import { NOON } from '../../../world/make-world';

const SIZE = { invoices: 120, rows: 611, requisites: 7 };
const TODAY = NOON.slice(0, 10);
const clock = { now: () => Date.parse(NOON) };
const large = new LargePortal(SIZE, clock, TODAY);
const whole = new Portal({
  ...{ data: makeSizedData(SIZE, clock, TODAY), clock, limits: 'off', operating: 'off' },
});

const bodyOf = (portal: Pick<Portal, 'handle' | 'webhookPath'>, method: string, params: object): string => {
  const outcome = portal.handle({
    ...{ method: 'POST', path: `${portal.webhookPath}${method}`, body: JSON.stringify(params) },
    headers: { 'Content-Type': 'application/json' },
  });
  return outcome.kind === 'answer' ? outcome.body : outcome.kind;
};

const PERIOD = { '>=begindate': '2026-04-01', '<begindate': '2026-07-01' };
const ids = [3, 118, 40, 41, 400];

const QUESTIONS: readonly (readonly [string, object])[] = [
  ...[0, 49, 50, 100, 120].map((after): [string, object] => [
    'crm.item.list',
    { entityTypeId: 31, filter: { '>id': after, ...PERIOD }, order: { id: 'ASC' }, start: -1 },
  ]),
  ['crm.item.list', { entityTypeId: 31, filter: { '>id': 70, ...PERIOD }, order: { id: 'ASC' }, start: 0 }],
  ['crm.item.list', { entityTypeId: 31, filter: PERIOD, order: { id: 'DESC' }, start: 50 }],
  ['crm.item.list', { entityTypeId: 4, filter: { '@id': [1, 7] }, order: { id: 'ASC' }, start: -1 }],
  ...[0, 200].map((after): [string, object] => [
    'crm.item.productrow.list',
    { filter: { '=ownerType': 'SI', '=ownerId': ids, '>id': after }, order: { id: 'ASC' }, start: 0 },
  ]),
  [
    'crm.item.productrow.list',
    { filter: { '=ownerType': 'SI', '=ownerId': 7 }, order: { id: 'ASC' }, start: 0 },
  ],
  [
    'crm.requisite.link.list',
    { filter: { '=ENTITY_TYPE_ID': 31, '@ENTITY_ID': ids }, order: { ENTITY_ID: 'ASC' }, start: 0 },
  ],
  ['crm.requisite.list', { filter: { '@ID': [1, 7, 8] }, order: { ID: 'ASC' }, start: 0 }],
  ['crm.status.list', {}],
  ['crm.item.fields', { entityTypeId: 31 }],
];

it.each(QUESTIONS)('answers %s of %j as a portal that holds everything', (method, params) => {
  expect(JSON.parse(bodyOf(large, method, params))).toEqual(JSON.parse(bodyOf(whole, method, params)));
});

it('asked for what is not there it answers too', () => {
  expect(JSON.parse(bodyOf(large, 'crm.item.list', { entityTypeId: 5 }))).toMatchObject({
    error: 'ENTITY_TYPE_NOT_SUPPORTED',
  });
});
