/** Asking again: when, how often, and after what wait. */
import { OperatingBudget } from '../../../src/bitrix24/OperatingBudget';
import type { Bitrix24Error } from '../../../src/bitrix24/Bitrix24Error';
import type { Call } from '../../../src/bitrix24/methods';
import {
  badGateway,
  emptyBody,
  faultQueue,
  gatewayTimeout,
  hang,
  htmlFault,
  htmlInsteadOfJson,
  operationTimeLimit,
  overloadLimit,
  refusedByGateway,
  reset,
  restFault,
  shielded,
  sqlFailure,
  tooManyRequests,
  truncatedJson,
  unavailableHtml,
  wrongEncoding,
  type Fault,
} from '../../../portal/faults';
import { NOON } from '../../../world/make-world';
import { aLine, type Line } from './a-line';

const PROFILE: Call = { method: 'profile', params: {} };
const FITTING: readonly (readonly [string, Fault])[] = [
  ['too many requests', tooManyRequests],
  ['too many requests, said in HTML', unavailableHtml],
  ['a failure of the database', sqlFailure],
  ['a bad gateway', badGateway],
  ['a gateway timeout', gatewayTimeout],
  ['an empty body', emptyBody],
  ['a body cut short', truncatedJson],
  ['a reset connection', reset],
  ['no answer at all', hang],
];

const QUICK = FITTING.filter(([, fault]) => fault !== hang);
const START = Date.parse(NOON);

const lineWith = (faults: readonly (Fault | null)[]): Line =>
  aLine(undefined, { portal: { faults: faultQueue(faults) } });

function askProfile(line: Line, client = line.client()): string | Bitrix24Error {
  const [reply] = client.sendAll([PROFILE]);
  return reply?.kind === 'failure' ? reply.error : 'answer';
}

describe('a request that failed by', () => {
  it.each(FITTING)('%s is sent again', (_, fault) => {
    const line = lineWith([fault]);
    expect(askProfile(line)).toBe('answer');
    expect(line.asked).toEqual(['profile', 'profile']);
  });

  it.each(QUICK)('%s is sent again for about a minute, then given up', (_, fault) => {
    const line = lineWith(Array<Fault>(20).fill(fault));
    const before = line.clock.now();
    expect(askProfile(line)).toMatchObject({ kind: 'passing' });
    const passed = line.clock.now() - before;
    expect([passed >= 60_000, passed < 90_000]).toEqual([true, true]);
    expect(line.asked).toHaveLength(7);
    expect(line.sent).toHaveLength(7);
  });

  it.each([1, 5, 20, 60])('a portal that is overloaded for %d seconds is answered after all', (seconds) => {
    for (const fault of [tooManyRequests, unavailableHtml, badGateway, reset]) {
      const line = aLine(undefined, {
        portal: { faults: ({ at }) => (at < START + seconds * 1000 ? fault : null) },
      });
      const replies = line.client().sendAll(Array<Call>(10).fill(PROFILE));
      expect(replies.map(({ kind }) => kind)).toEqual(Array<string>(10).fill('answer'));
    }
  });

  it('no answer at all, a minute each time, is sent three times', () => {
    const line = lineWith(Array<Fault>(20).fill(hang));
    expect(askProfile(line)).toMatchObject({ code: 'timeout', kind: 'passing' });
    expect(line.asked).toHaveLength(3);
    expect(line.clock.now() - START).toBeLessThan(200_000);
  });

  it.each([
    ['a refused webhook', restFault(401, 'INVALID_CREDENTIALS', 'x'), 'credentials'],
    ['a missing scope', restFault(401, 'insufficient_scope', 'x'), 'scope'],
    ['the portal being blocked', overloadLimit, 'overload'],
    ['a refused argument', restFault(400, 'INVALID_ARG_VALUE', 'x'), 'refused'],
    ['a page for people', htmlInsteadOfJson, 'notJson'],
    ['wrong encoding', wrongEncoding, 'badAnswer'],
    ['a shield before the portal', shielded, 'blocked'],
    ['a gateway that speaks JSON', refusedByGateway, 'blocked'],
    ['a page that asks for a password', htmlFault(401, 'Authorization Required'), 'blocked'],
    ['a closed public part', restFault(500, 'PORTAL_DELETED', 'x'), 'portalClosed'],
  ])('%s is not sent again', (_, fault, code) => {
    const line = lineWith([fault]);
    expect(askProfile(line)).toMatchObject({ code });
    expect(line.asked).toHaveLength(1);
    expect(line.waits).toEqual([]);
  });
});

describe('a request that the portal has refused for a reason that nobody knows', () => {
  const unknown = restFault(401, 'ERROR_OAUTH', 'x');

  it('is sent once more, for its authorisation server may have failed', () => {
    const line = lineWith([unknown]);
    expect(askProfile(line)).toBe('answer');
    expect(line.asked).toHaveLength(2);
  });

  it('is refused for good the second time', () => {
    const line = lineWith(Array<Fault>(10).fill(unknown));
    expect(askProfile(line)).toMatchObject({ code: 'unauthorized' });
    expect(line.asked).toHaveLength(2);
  });
});

describe('the waits between attempts', () => {
  it('grow, with the jitter that chance says', () => {
    const line = lineWith([badGateway, badGateway, badGateway]);
    expect(askProfile(line, line.client({ random: () => 0 }))).toBe('answer');
    expect(line.waits).toEqual([1000, 2000, 4000]);

    const other = lineWith([badGateway]);
    askProfile(other, other.client({ random: () => 0.999 }));
    expect(other.waits).toEqual([1250]);
  });

  it('are one for the whole wave, the longest', () => {
    const line = lineWith([badGateway, null, badGateway]);
    line.client({ random: () => 0 }).sendAll([PROFILE, PROFILE, PROFILE]);
    expect(line.waits).toEqual([1000]);
  });

  it('are one for the whole wave, the longest, whichever request failed last', () => {
    for (const faults of [
      [operationTimeLimit, tooManyRequests],
      [tooManyRequests, operationTimeLimit],
    ]) {
      const line = lineWith(faults);
      line.client().sendAll([PROFILE, PROFILE]);
      expect(line.waits[0]).toBe(61_000);
    }
  });

  it('are waited for by all that were not sent yet, and given up with the first that is given up', () => {
    const line = lineWith(Array<Fault>(40).fill(tooManyRequests));
    const replies = line.client().sendAll(Array<Call>(10).fill(PROFILE));
    const codes = replies.map((reply) => (reply.kind === 'failure' ? reply.error.code : 'answer'));
    expect(codes).toEqual(Array<string>(10).fill('rateLimit'));
    expect(line.clock.now() - START).toBeLessThan(120_000);
    expect(line.asked.length).toBeLessThan(10 * 7);
  });

  it('may end the execution, when the answers that came are given already', () => {
    const line = lineWith([null, badGateway, null]);
    const taken: number[] = [];
    const ended = new Error('no time left');
    const client = line.client({
      wait: () => {
        throw ended;
      },
    });
    expect(() => client.send([PROFILE, PROFILE, PROFILE], (_, index) => taken.push(index))).toThrow(ended);
    expect(taken).toEqual([0, 2]);
  });

  it('may end the execution, and what they throw passes', () => {
    const line = lineWith([badGateway]);
    const ended = new Error('no time left');
    const client = line.client({
      wait: () => {
        throw ended;
      },
    });
    expect(() => client.sendAll([PROFILE])).toThrow(ended);
    expect(line.asked).toHaveLength(1);
  });
});

describe("a method's operating time that is used up", () => {
  it('is waited for as long as the last answer said', () => {
    const operating = { limitSeconds: 480, secondsOf: () => 100 };
    const line = aLine(undefined, { portal: { operating, faults: faultQueue([null, operationTimeLimit]) } });
    const client = line.client();

    expect(askProfile(line, client)).toBe('answer');
    expect(askProfile(line, client)).toBe('answer');
    expect(line.waits).toEqual([601_000]);
  });

  it('is waited for a minute where the portal never said', () => {
    const line = aLine(undefined, { portal: { operating: 'off', faults: faultQueue([operationTimeLimit]) } });
    expect(askProfile(line)).toBe('answer');
    expect(line.waits).toEqual([61_000]);
  });

  it('of one method does not hold up another', () => {
    const operating = new OperatingBudget();
    const line = aLine();
    const time = {
      offset: null,
      startedAt: line.clock.now(),
      operating: 479,
      operatingResetAt: line.clock.now() / 1000 + 300,
    };
    operating.note('crm.item.list', time, line.clock.now());
    expect(askProfile(line, line.client({ operating }))).toBe('answer');
    expect(line.waits).toEqual([]);
  });
});
