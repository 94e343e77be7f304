/** Redirects: once within the same scheme and host, never anywhere else. */
import { readRedirect } from '../../../src/bitrix24/redirect';
import { badGateway, faultQueue, redirectTo, type Fault } from '../../../portal/faults';
import { aLine, ORIGIN, type Line } from './a-line';

const ASKED = `${ORIGIN}/rest/1/s3cret/profile`;

describe('an address in a redirect', () => {
  it.each([
    ['/rest/2/other/profile', `${ORIGIN}/rest/2/other/profile`],
    ['/', `${ORIGIN}/`],
    [`${ORIGIN}/new/profile`, `${ORIGIN}/new/profile`],
    ['HTTPS://Demo.Bitrix24.RU/new', `${ORIGIN}/new`],
    ['//demo.bitrix24.ru/new', `${ORIGIN}/new`],
    [`${ORIGIN}:443/new`, `${ORIGIN}/new`],
    [ORIGIN, ORIGIN],
    [`${ORIGIN}?login=yes`, `${ORIGIN}?login=yes`],
  ])('%s is of the same host', (location, url) => {
    expect(readRedirect(ASKED, location)).toEqual({ kind: 'sameHost', url });
  });

  it.each([
    ['https://new.bitrix24.ru/rest/1/s3cret/profile', 'new.bitrix24.ru'],
    ['https://NEW.bitrix24.ru', 'new.bitrix24.ru'],
    ['//new.bitrix24.ru/rest/', 'new.bitrix24.ru'],
    ['https://demo.bitrix24.ru:8443/', 'demo.bitrix24.ru:8443'],
    ['https://my_portal.company.local/', 'my_portal.company.local'],
    ['https://demo.bitrix24.ru.evil.ru/', 'demo.bitrix24.ru.evil.ru'],
    ['https://demo.bitrix24.ru@evil.ru/', 'evil.ru'],
    ['https://user:word@demo.bitrix24.ru/', ''],
    ['https://evil.ru#@demo.bitrix24.ru/', 'evil.ru'],
    ['https://evil.ru?@demo.bitrix24.ru/', 'evil.ru'],
  ])('%s is elsewhere, at %s', (location, host) => {
    expect(readRedirect(ASKED, location)).toEqual({ kind: 'elsewhere', host });
  });

  it.each([
    [ASKED, 'http://demo.bitrix24.ru/rest/1/s3cret/profile', 'http'],
    [ASKED, 'HTTP://Demo.Bitrix24.ru:8080/', 'http'],
    [ASKED, 'http://demo.bitrix24.ru:443/', 'http'],
    ['http://127.0.0.1:8024/rest/1/s3cret/profile', 'https://127.0.0.1/rest/1/s3cret/profile', 'https'],
    ['http://localhost/rest/1/s3cret/profile', 'https://localhost:8443/', 'https'],
  ])('of %s, %s is the same host by another scheme', (asked, location, scheme) => {
    expect(readRedirect(asked, location)).toEqual({ kind: 'otherScheme', scheme });
  });

  it.each([
    '',
    ' ',
    'profile',
    '../profile',
    '?login=yes',
    '/\\evil.ru/',
    '\\\\evil.ru/',
    'https://demo.bitrix24.ru\\@evil.ru/',
    'https:\\\\evil.ru',
    'https:/evil.ru',
    'javascript:alert(1)',
    'ftp://evil.ru/',
    'https://evil.ru:secret/',
    'https://пример.рф/',
    'https://<b>evil</b>/',
    'https:///path',
  ])('%j is followed nowhere and names no host', (location) => {
    expect(readRedirect(ASKED, location)).toEqual({ kind: 'elsewhere', host: '' });
  });

  it('of a portal with a port of its own is the same host only with that port', () => {
    const asked = 'http://127.0.0.1:8024/rest/1/s3cret/profile';
    expect(readRedirect(asked, 'http://127.0.0.1:8024/x')).toEqual({
      kind: 'sameHost',
      url: 'http://127.0.0.1:8024/x',
    });
    expect(readRedirect(asked, 'http://127.0.0.1/x')).toEqual({ kind: 'elsewhere', host: '127.0.0.1' });
  });
});

function ask(faults: readonly (Fault | null)[]): { line: Line; outcome: string } {
  const line = aLine(undefined, { portal: { faults: faultQueue(faults) } });
  const [reply] = line.client().sendAll([{ method: 'profile', params: { a: 1 } }]);
  return {
    line,
    outcome: reply?.kind === 'failure' ? `${reply.error.code} ${reply.error.details.host ?? ''}` : 'answer',
  };
}

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])(
    'with status %i within the host is posted again, with its body',
    (status) => {
      const { line, outcome } = ask([redirectTo('/rest/1/demo0secret0of0a0portal/profile.json', status)]);
      expect(outcome).toBe('answer');
      expect(line.portal.requests.map(({ verb, params }) => [verb, params])).toEqual([
        ['POST', { a: 1 }],
        ['POST', { a: 1 }],
      ]);
      expect(line.waves[1]?.[0]?.url).toBe(`${line.webhook}profile.json`);
      expect([line.sent.length, line.waits]).toEqual([2, []]);
    },
  );

  it('to another host is not followed and names that host', () => {
    const { line, outcome } = ask([
      redirectTo('https://new.bitrix24.ru/rest/1/demo0secret0of0a0portal/profile'),
    ]);
    expect(outcome).toBe('redirect new.bitrix24.ru');
    expect(line.waves).toHaveLength(1);
  });

  it('after a redirect is a loop', () => {
    const again = redirectTo('/rest/1/demo0secret0of0a0portal/profile.json');
    const { line, outcome } = ask([again, again, again]);
    expect(outcome).toBe('redirectLoop ');
    expect(line.waves).toHaveLength(2);
  });

  it('to the address that was asked is a loop at once', () => {
    const { line, outcome } = ask([redirectTo('/rest/1/demo0secret0of0a0portal/profile')]);
    expect(outcome).toBe('redirectLoop ');
    expect(line.waves).toHaveLength(1);
  });

  it('without an address is not followed', () => {
    const { outcome } = ask([() => ({ kind: 'answer', status: 302, headers: {}, body: '' })]);
    expect(outcome).toBe('redirect ');
  });

  it('keeps its new address when the answer there has to be asked for again', () => {
    const { line, outcome } = ask([redirectTo('/rest/1/demo0secret0of0a0portal/profile.json'), badGateway]);
    expect(outcome).toBe('answer');
    expect(line.waves.map(([request]) => request?.url.slice(line.webhook.length))).toEqual([
      'profile',
      'profile.json',
      'profile.json',
    ]);
  });

  it('shows where all methods are: the next ones are asked there, and followed nowhere else', () => {
    const again = redirectTo('/rest/1/demo0secret0of0a0portal/scope/');
    const line = aLine(undefined, {
      portal: {
        faults: faultQueue([redirectTo('/rest/1/demo0secret0of0a0portal/profile.json'), null, null, again]),
      },
    });
    const client = line.client();
    const outcomes = (['profile', 'server.time', 'scope'] as const).map((method) => {
      const [reply] = client.sendAll([{ method, params: {} }]);
      return reply?.kind === 'failure' ? reply.error.code : 'answer';
    });
    expect(outcomes).toEqual(['answer', 'answer', 'redirectLoop']);
    expect(line.waves.map(([request]) => request?.url.slice(line.webhook.length))).toEqual([
      'profile',
      'profile.json',
      'server.time.json',
      'scope.json',
    ]);
  });

  it('to something that is no method teaches nothing', () => {
    const line = aLine(undefined, { portal: { faults: faultQueue([redirectTo('/auth/')]) } });
    const client = line.client();
    client.sendAll([{ method: 'profile', params: {} }]);
    client.sendAll([{ method: 'profile', params: {} }]);
    expect([client.hasMoved, line.waves.at(-1)?.[0]?.url]).toEqual([false, `${line.webhook}profile`]);
  });
});
