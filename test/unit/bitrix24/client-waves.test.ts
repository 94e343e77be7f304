/** Many calls at once: how wide the waves are, and which reply belongs to which call. */
import { MAX_WAVE_WIDTH } from '../../../src/bitrix24/Bitrix24Client';
import { LeakyBucket } from '../../../src/bitrix24/LeakyBucket';
import type { Call } from '../../../src/bitrix24/methods';
import { faultQueue, sqlFailure, tooManyRequests } from '../../../portal/faults';
import { aLine, type Line } from './a-line';

const invoicesAfter = (id: number): Call => ({
  method: 'crm.item.list',
  params: { entityTypeId: 31, select: ['id'], filter: { '@id': [id] }, order: { id: 'ASC' }, start: -1 },
});

const calls = (count: number): Call[] =>
  Array.from({ length: count }, (_, index) => invoicesAfter(index + 1));

const manyInvoices = (options: Parameters<typeof aLine>[1] = {}): Line =>
  aLine((portal) => {
    for (let id = 1; id <= 60; id++) portal.withInvoice({ ID: id });
  }, options);

/** The invoice id that each reply brings, or its failure. */
function told(line: Line, asked: readonly Call[], client = line.client()): unknown[] {
  return client.sendAll(asked).map((reply) => {
    if (reply.kind === 'failure') return reply.error.code;
    const { items } = reply.envelope.result as { items: { id: number }[] };
    return items[0]?.id;
  });
}

describe('calls', () => {
  it('get their replies in their own order', () => {
    expect(told(manyInvoices(), calls(35))).toEqual(Array.from({ length: 35 }, (_, index) => index + 1));
  });

  it('go in waves of ten', () => {
    const line = manyInvoices();
    told(line, calls(25));
    expect(line.waves.map((wave) => wave.length)).toEqual([MAX_WAVE_WIDTH, MAX_WAVE_WIDTH, 5]);
  });

  it('may be none', () => {
    const line = manyInvoices();
    expect(told(line, [])).toEqual([]);
    expect(line.waves).toEqual([]);
  });

  it('wait for nothing as long as the bucket has room, then come one by one as it leaks', () => {
    const line = manyInvoices();
    told(line, calls(50));
    expect(line.waits).toEqual([]);
    told(
      line,
      calls(3),
      line.client({
        bucket: new LeakyBucket({ capacity: 50, perSecond: 2 }, { level: 50, at: line.clock.now(), pace: 1 }),
      }),
    );
    expect(line.waits).toEqual([501, 501, 501]);
    expect(line.portal.requests.map(({ status }) => status)).toEqual(Array<number>(53).fill(200));
  });

  it('are narrowed to the room that is left', () => {
    const line = manyInvoices();
    const bucket = new LeakyBucket(
      { capacity: 50, perSecond: 2 },
      { level: 46.5, at: line.clock.now(), pace: 1 },
    );
    expect(line.client({ bucket }).waveWidth()).toBe(3);
    told(line, calls(5), line.client({ bucket }));
    expect(line.waves.map((wave) => wave.length)).toEqual([3, 1, 1]);
  });
});

describe('one call of a wave that fails', () => {
  it('is asked again alone, and its reply keeps its place', () => {
    const faults = faultQueue([null, sqlFailure, null, tooManyRequests]);
    const line = manyInvoices({ portal: { faults } });

    expect(told(line, calls(5))).toEqual([1, 2, 3, 4, 5]);
    expect(line.waves.map((wave) => wave.length)).toEqual([5, 1, 1]);
    expect(line.portal.requests.slice(5).map(({ params }) => params['filter'])).toEqual([
      { '@id': [2] },
      { '@id': [4] },
    ]);
  });

  it('goes before the calls that were not sent yet', () => {
    const line = manyInvoices({ portal: { faults: faultQueue([sqlFailure]) } });
    expect(told(line, calls(12))).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(line.portal.requests.slice(10).map(({ params }) => params['filter'])).toEqual([
      { '@id': [1] },
      { '@id': [11] },
      { '@id': [12] },
    ]);
  });

  it('for good spoils none of the others', () => {
    const faults = (request: { params: object }) =>
      JSON.stringify(request.params).includes('"@id":[3]') ? sqlFailure : null;
    const line = manyInvoices({ portal: { faults } });
    expect(told(line, calls(5))).toEqual([1, 2, 'serverError', 4, 5]);
  });
});
