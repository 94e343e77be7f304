/** A fetch that throws: it throws for the whole wave, and its text quotes the address of one of them. */
import type { Http } from '../../../src/platform/platform';
import { Bitrix24Error } from '../../../src/bitrix24/Bitrix24Error';
import type { Call } from '../../../src/bitrix24/methods';
import { faultQueue, hang, restFault, redirectTo, type Fault } from '../../../portal/faults';
import { aLine, type Line } from './a-line';

const PROFILE: Call = { method: 'profile', params: {} };
const THREE: readonly Call[] = [
  PROFILE,
  { method: 'scope', params: {} },
  { method: 'server.time', params: {} },
];

/** A fetch that throws each of these in turn, then works. */
const throwing = (line: Line, errors: readonly Error[]): Http => {
  const left = [...errors];
  return {
    fetchAll: (requests) => {
      const error = left.shift();
      if (error !== undefined) throw error;
      return line.http.fetchAll(requests);
    },
  };
};

describe('an exception for a whole wave', () => {
  it('makes every request of the wave be sent again, and each gets its own answer', () => {
    const line = aLine(undefined, { portal: { faults: faultQueue([null, hang]) } });
    const replies = line.client().sendAll(THREE);
    expect(replies.map(({ kind }) => kind)).toEqual(['answer', 'answer', 'answer']);
    expect(line.asked).toEqual([...THREE, ...THREE].map(({ method }) => method));
    expect(line.waits).toEqual([1125]);
  });

  it('counts all its requests, which may have reached the portal', () => {
    const line = aLine(undefined, { portal: { faults: faultQueue([hang]) } });
    line.client().sendAll(THREE);
    expect(line.sent).toHaveLength(6);
  });

  it('that comes again and again is given up after about a minute', () => {
    const line = aLine();
    const http = throwing(line, Array<Error>(20).fill(new Error('Address unavailable: x')));
    const replies = line.client({ http }).sendAll(THREE);
    expect(replies.map((reply) => reply.kind === 'failure' && reply.error.code)).toEqual(
      Array(3).fill('unreachable'),
    );
    expect(line.sent).toHaveLength(3 * 7);
  });

  it.each([
    ['Service invoked too many times for one day: urlfetch.', 'quota'],
    ['You do not have permission to call UrlFetchApp.fetchAll', 'permission'],
  ])('that will not pass is not tried again: %s', (text, code) => {
    const line = aLine();
    const [reply] = line.client({ http: throwing(line, [new Error(text)]) }).sendAll([PROFILE]);
    expect(reply).toMatchObject({ kind: 'failure', error: { code } });
    expect(line.waits).toEqual([]);
  });
});

/** Whatever a failure holds, as text. */
const everythingOf = (error: Bitrix24Error): string =>
  [String(error), error.stack, JSON.stringify(error), JSON.stringify(error.details)].join(' ');

describe('no failure', () => {
  const secret = (line: Line): string => /\/rest\/1\/(\w+)\//.exec(line.webhook)?.[1] ?? 'no secret';

  it.each([
    ['of a fetch that quotes the address', (url: string) => new Error(`Timeout: ${url}`)],
    ['of a fetch that quotes it encoded', (url: string) => new Error(encodeURIComponent(url))],
    ['of a fetch in another language', (url: string) => new Error(`Не удалось получить ${url}`)],
  ])('%s says the secret', (_, thrown) => {
    const line = aLine();
    const http = throwing(line, Array<Error>(20).fill(thrown(`${line.webhook}profile`)));
    const [reply] = line.client({ http }).sendAll([PROFILE]);
    expect(reply?.kind === 'failure' ? everythingOf(reply.error) : secret(line)).not.toContain(secret(line));
  });

  it.each<readonly [string, (address: string) => Fault]>([
    ['in its description', (address) => restFault(400, 'INVALID_ARG_VALUE', address)],
    ['in its code', (address) => restFault(400, address, 'x')],
    ['in an address to go to', (address) => redirectTo(address.replace('demo', 'new'))],
    ['in a host to go to', (address) => redirectTo(`https://${encodeURIComponent(address)}.evil.ru/`)],
    [
      'in a page',
      (address) => () => ({ kind: 'answer', status: 404, headers: {}, body: `<html>${address}</html>` }),
    ],
  ])('of a portal that quotes the address %s says the secret', (_, faultFor) => {
    const line = aLine();
    line.portal.change({ faults: () => faultFor(`${line.webhook}profile`) });
    const [reply] = line.client().sendAll([PROFILE]);
    expect(reply?.kind === 'failure' ? everythingOf(reply.error) : secret(line)).not.toContain(secret(line));
  });
});
