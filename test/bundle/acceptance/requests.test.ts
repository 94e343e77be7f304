/** How many requests a report costs, and of what kind they are. */
import { connect, makeWorld, type World } from '../../../world/make-world';
import { makeSizedData } from '../../../portal/data/sized-data';
import { PAYMENT_DATE, SHIPMENT_DATE } from '../../../portal/data/a-portal';
import type { Generation } from '../../../portal/generation';
import type { RequestRecord } from '../../../portal/request-record';
import { refresh, TODAY } from './support/refresh';

const SIZE = { invoices: 100, rows: 300, requisites: 60 };
/** List pages and the empty one, and for each invoice rows, link and requisite; for each of two sheets. */
const NAIVE_REQUESTS = 2 * (2 + 1 + 3 * SIZE.invoices);
const READ_METHODS =
  /^(?:profile|crm\.item\.list|crm\.item\.fields|crm\.item\.productrow\.list|crm\.status\.list|crm\.requisite\.list|crm\.requisite\.link\.list|crm\.company\.list|crm\.contact\.list)$/;

function reportedWorld(generation: Generation): World {
  const world = makeWorld((clock) => makeSizedData(SIZE, clock, TODAY), { portal: { generation } });
  connect(world, { shipmentDateField: SHIPMENT_DATE, paymentDateField: PAYMENT_DATE });
  expect(world.portal.requests).toEqual([]);
  refresh(world);
  return world;
}

/** The same text for the same question, whatever the order of its keys. */
const questionOf = ({ method, params }: RequestRecord): string => `${method} ${canonical(params)}`;

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`;
}

describe.each(['old', 'mid', 'new'] as const)(
  'a report of 100 invoices on a portal of generation %s',
  (generation) => {
    const { portal } = reportedWorld(generation);

    it('costs at most 60 % of the requests of the naive scheme', () => {
      expect(portal.requests.length).toBeGreaterThan(0);
      expect(portal.requests.length).toBeLessThanOrEqual(0.6 * NAIVE_REQUESTS);
    });

    it('asks nothing twice', () => {
      const questions = portal.requests.map(questionOf);
      expect(questions.filter((question, index) => questions.indexOf(question) !== index)).toEqual([]);
    });

    it('posts JSON to read methods only, never to batch', () => {
      for (const { verb, method, headers } of portal.requests) {
        expect(verb).toBe('POST');
        expect(headers['content-type']).toMatch(/^application\/json/);
        expect(method).toMatch(READ_METHODS);
      }
    });

    it('pages invoices by id in rising order, without counting, to an empty page', () => {
      const lists = portal.requests.filter(({ method }) => method === 'crm.item.list');
      expect(lists).toHaveLength(3);
      for (const { params } of lists) {
        expect(params).toMatchObject({ entityTypeId: 31, start: -1, order: { id: 'ASC' } });
        expect(params['filter']).toHaveProperty(['>id']);
      }
    });
  },
);

it('a second report within the lifetime of answers asks what was saved last, and for one more count', () => {
  const world = reportedWorld('mid');
  const before = world.portal.requests.length;
  refresh(world);
  const methods = world.portal.requests.slice(before).map(({ method }) => method);
  expect(methods.filter((method) => method !== 'profile')).toEqual(['crm.item.list', 'crm.item.list']);
});
