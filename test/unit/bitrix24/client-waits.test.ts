/** What a client tells of its waits, and of what it gives up: the progress of a refresh says why it stands still. */
import type { Bitrix24ClientOptions, WaitReason } from '../../../src/bitrix24/Bitrix24Client';
import { LeakyBucket } from '../../../src/bitrix24/LeakyBucket';
import { OperatingBudget } from '../../../src/bitrix24/OperatingBudget';
import type { Call } from '../../../src/bitrix24/methods';
import type { HttpResponse } from '../../../src/platform/platform';
import {
  badGateway,
  faultQueue,
  operationTimeLimit,
  redirectTo,
  reset,
  restFault,
  tooManyRequests,
  type Fault,
} from '../../../portal/faults';
import { webhookAt } from '../../support/webhook-at';
import { aLine, type Line } from './a-line';

const PROFILE: Call = { method: 'profile', params: {} };
const profiles = (count: number): Call[] => Array<Call>(count).fill(PROFILE);

const lineWith = (...faults: readonly (Fault | null)[]): Line =>
  aLine(undefined, { portal: { operating: 'off', faults: faultQueue(faults) } });

/** The waits for so many calls, each with its reason. */
function waitsOf(line: Line, calls = 1, changes: Partial<Bitrix24ClientOptions> = {}): unknown[] {
  const waits: (readonly [number, WaitReason])[] = [];
  const wait = (milliseconds: number, reason: WaitReason): void => {
    waits.push([milliseconds, reason]);
    line.clock.sleep(milliseconds);
  };
  line.client({ random: () => 0, wait, ...changes }).sendAll(profiles(calls));
  return waits;
}

/** What a call that rests is, and one beside it. */
const RESTING: readonly Call[] = [{ ...PROFILE, rest: 6_000 }, PROFILE];

/** The outcome of each of so many calls. */
const outcomesOf = (line: Line, calls: number, changes: Partial<Bitrix24ClientOptions> = {}): string[] =>
  line
    .client(changes)
    .sendAll(profiles(calls))
    .map((reply) => (reply.kind === 'failure' ? reply.error.code : 'answer'));

describe('A wait has a reason:', () => {
  test.each([
    ['limits', tooManyRequests, 1_000],
    ['limits', operationTimeLimit, 61_000],
    ['faults', badGateway, 1_000],
    ['faults', reset, 1_000],
  ])('%s, where it was met by %p', (reason, fault, milliseconds) => {
    expect(waitsOf(lineWith(fault))[0]).toEqual([milliseconds, reason]);
  });

  test('of several the longest, with its own', () => {
    expect(waitsOf(lineWith(badGateway, operationTimeLimit), 2)[0]).toEqual([61_000, 'limits']);
    expect(waitsOf(lineWith(operationTimeLimit, badGateway), 2)[0]).toEqual([61_000, 'limits']);
  });

  test('time, where the bucket has no room; and room is waited for before a wave alone', () => {
    const line = lineWith();
    const bucket = (level: number) =>
      new LeakyBucket({ capacity: 50, perSecond: 2 }, { level, at: line.clock.now(), pace: 1 });
    expect(waitsOf(line, 1, { bucket: bucket(50) })).toEqual([[501, 'time']]);
    expect(waitsOf(line, 1, { bucket: bucket(49) })).toEqual([]);
  });

  test('limits, where the working time of one method of the wave is used up', () => {
    const line = lineWith();
    const now = line.clock.now();
    const operating = new OperatingBudget();
    operating.note(
      'profile',
      { offset: null, startedAt: now, operating: 479, operatingResetAt: now / 1000 + 300 },
      now,
    );
    const waits: unknown[] = [];
    const wait = (milliseconds: number, reason: WaitReason): void => {
      waits.push([milliseconds > 0, reason]);
      line.clock.sleep(milliseconds);
    };
    line.client({ operating, wait }).sendAll([{ method: 'scope', params: {} }, PROFILE]);
    expect(waits).toEqual([[true, 'limits']]);
  });
});

describe('What a client gives up', () => {
  test('takes those along that wait for their turn, unsent; the others keep their answers', () => {
    const line = lineWith(badGateway);
    const answers = Array<string>(9).fill('answer');
    expect(outcomesOf(line, 12, { maxAttempts: 1 })).toEqual([
      'serverError',
      ...answers,
      'serverError',
      'serverError',
    ]);
    expect(line.asked).toHaveLength(10);
  });

  test('takes none along where it was refused for good', () => {
    const line = lineWith(restFault(400, 'INVALID_ARG_VALUE', 'x'));
    expect(outcomesOf(line, 12)).toEqual(['refused', ...Array<string>(11).fill('answer')]);
  });

  test('is sent as often as it may be and no oftener', () => {
    for (const maxAttempts of [1, 2, 3]) {
      const line = lineWith(...Array<Fault>(5).fill(badGateway));
      outcomesOf(line, 1, { maxAttempts });
      expect(line.asked).toHaveLength(maxAttempts);
    }
  });

  test('is what is open when all its requests are sent, as if led elsewhere', () => {
    const line = lineWith();
    const client = line.client({ maxRequests: 3 });
    const codes = client
      .sendAll(profiles(5))
      .map((reply) => (reply.kind === 'failure' ? reply.error.code : ''));
    expect([codes, client.sent]).toEqual([['', '', '', 'redirect', 'redirect'], 3]);
  });
});

describe('A redirect', () => {
  const answering = (status: number, headers: Record<string, unknown>) =>
    ({
      getResponseCode: () => status,
      getContentText: () => '',
      getHeaders: () => headers,
    }) as unknown as HttpResponse;

  const askedBy = (address: string, headers: Record<string, unknown>): string =>
    outcomesOf(lineWith(), 1, {
      webhook: webhookAt(address),
      http: { fetchAll: (requests) => requests.map(() => answering(301, headers)) },
    })[0] ?? '';

  test('to the same host by the other scheme says which scheme is meant', () => {
    const local = 'http://127.0.0.1:8024/rest/1/s3cret/';
    expect(askedBy(local, { Location: 'https://127.0.0.1/rest/1/s3cret/profile' })).toBe('httpsRequired');
    const secure = 'https://demo.bitrix24.ru/rest/1/s3cret/';
    expect(askedBy(secure, { LOCATION: ['http://demo.bitrix24.ru/'] })).toBe('redirectToHttp');
  });

  test('is read from its own header, the first of several, and leads nowhere without one', () => {
    const secure = 'https://demo.bitrix24.ru/rest/1/s3cret/';
    const code = (headers: Record<string, unknown>) => askedBy(secure, headers);
    expect(code({ Server: '/x', location: ['/rest/1/s3cret/profile', 'https://evil.ru/'] })).toBe(
      'redirectLoop',
    );
    expect(code({ Server: '/rest/1/s3cret/profile' })).toBe('redirect');
    expect(code({ location: 7 })).toBe('redirect');
  });

  test('is followed with no wait, and the next answer is asked for where it leads', () => {
    const line = lineWith(redirectTo('/rest/1/demo0secret0of0a0portal/profile.json'));
    expect(waitsOf(line)).toEqual([]);
    expect(line.asked).toHaveLength(2);
  });
});

describe('A call that rests', () => {
  test('is sent after so long, with those beside it, and rests once only', () => {
    const line = lineWith(badGateway);
    line.client().sendAll(RESTING);
    expect(line.waits[0]).toBe(6_000);
    expect(line.waits.filter((wait) => wait === 6_000)).toHaveLength(1);
    expect(line.waves.map((wave) => wave.length)).toEqual([2, 1]);
  });

  test('ends the execution where there is no time left to rest in, before anything is sent', () => {
    const line = lineWith();
    const wait = (): never => {
      throw new Error('no time');
    };
    expect(() => line.client({ wait }).sendAll(RESTING)).toThrow('no time');
    expect(line.waves).toEqual([]);
  });
});

describe('A word of the portal', () => {
  const detailsOf = (secret: string, fault: Fault): unknown => {
    const line = aLine(undefined, { portal: { secret, faults: () => fault } });
    const [reply] = line.client().sendAll([PROFILE]);
    return reply?.kind === 'failure' ? reply.error.details : null;
  };

  test('is shown with the method and the status, without anything where it holds the secret', () => {
    expect(detailsOf('annas3cret', restFault(400, 'SOME_CODE', 'x'))).toEqual({
      method: 'profile',
      status: 400,
      portalCode: 'SOME_CODE',
    });
    expect(detailsOf('annas3cret', restFault(400, 'ANNAS3CRET', 'x'))).toEqual({
      method: 'profile',
      status: 400,
    });
  });

  test('is withheld too where the secret is so short that any word may hold it', () => {
    expect(detailsOf('a1', restFault(400, 'CODE_A1', 'x'))).toEqual({ method: 'profile', status: 400 });
    expect(detailsOf('profile', restFault(400, 'SOME_CODE', 'x'))).toMatchObject({ method: 'profile' });
  });
});
