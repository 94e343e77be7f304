import {
  answering,
  LIMITS,
  Simulator,
  VirtualClock,
  type WireOutcome,
  type WireRequest,
} from '../../../../simulator';
import { aManifest, aProject, aSimulator, thrownBy, valueOf } from '../../../support/a-simulator';

const URL = 'https://portal.example/rest/1/secret/crm.item.list';
const ok: WireOutcome = { status: 200, headers: {}, body: '' };

function wire(outcome: WireOutcome | ((request: WireRequest) => WireOutcome) = ok) {
  const requests: WireRequest[] = [];
  const http = answering((request) => {
    requests.push(request);
    return typeof outcome === 'function' ? outcome(request) : outcome;
  });
  return { http, requests };
}
const refused = (options: string, outcome: WireOutcome = ok) =>
  thrownBy(`UrlFetchApp.fetch('${URL}', ${options})`, wire(outcome));

test.each([
  ["{ method: 'head' }", 'Attribute provided with invalid value: method'],
  ["{ method: 'options' }", 'Attribute provided with invalid value: method'],
  ['{ headers: { Accept: null } }', 'Attribute provided with invalid value: Header:null'],
  ["{ headers: { Host: 'x' } }", 'Attribute provided with invalid value: Header:Host'],
  ["{ headers: { 'Content-Length': '1' } }", 'Attribute provided with invalid value: Header:Content-Length'],
  ["{ method: 'get', payload: 'x' }", 'Attribute provided with invalid value: payload'],
  ['{ timeoutSeconds: 0 }', 'Attribute provided with invalid value: timeoutSeconds'],
  ['{ timeoutSeconds: 1.5 }', 'Attribute provided with invalid value: timeoutSeconds'],
  ['{ timeoutSeconds: 361 }', 'Attribute provided with invalid value: timeoutSeconds'],
  ["{ headers: { A: 'x'.repeat(8192) } }", 'Limit Exceeded: URLFetch Header Size.'],
  ["{ method: 'post', payload: 'x'.repeat(52428801) }", 'Limit Exceeded: URLFetch POST Size.'],
])('%s is refused before anything is sent', (options, text) => {
  const { http, requests } = wire();

  expect(thrownBy(`UrlFetchApp.fetch('${URL}', ${options})`, { http })).toBe(`Exception: ${text}`);
  expect(requests).toEqual([]);
});

test('an address of 2,082 characters is taken, one more is not', () => {
  const fetch = (length: number) =>
    `UrlFetchApp.fetch('https://a.example/' + 'x'.repeat(${length - 'https://a.example/'.length}))`;

  expect(thrownBy(fetch(2082), wire())).toBe('nothing was thrown');
  expect(thrownBy(fetch(2083), wire())).toBe('Exception: Limit Exceeded: URLFetch URL Length.');
});

test('a hundred headers are taken, one more is not', () => {
  const headers = (count: number) =>
    `{ headers: Object.fromEntries([...Array(${count}).keys()].map((i) => ['h' + i, 'v'])) }`;

  expect(refused(headers(100))).toBe('nothing was thrown');
  expect(refused(headers(101))).toBe('Exception: Limit Exceeded: URLFetch Header Count.');
});

test('a misspelt option is not passed over in silence', () => {
  expect(() => refused('{ muteHttpException: true }')).toThrow(
    'UrlFetchApp option muteHttpException is not simulated',
  );
});

test.each([
  ["{ method: 'POST', payload: 'текст' }", 'application/x-www-form-urlencoded', 'текст'],
  ["{ method: 'post', contentType: 'application/json', payload: '{}' }", 'application/json', '{}'],
  ["{ method: 'post', contentType: 'application/json', payload: { a: 'b c' } }", 'application/json', 'a=b+c'],
  ["{ method: 'put', payload: [97, 98] }", 'application/x-www-form-urlencoded', 'ab'],
  ["{ method: 'post', payload: Utilities.newBlob('x', 'image/png') }", 'image/png', 'x'],
])('%s goes out with its content type and body', (options, contentType, body) => {
  const { http, requests } = wire();
  valueOf(`UrlFetchApp.fetch('${URL}', ${options})`, { http });

  expect(requests[0]?.headers).toEqual({ 'Content-Type': contentType });
  expect(Buffer.from(requests[0]?.body ?? []).toString()).toBe(body);
});

test('a refusal of the server is thrown with its origin and its body, unless muted', () => {
  const down: WireOutcome = { status: 503, headers: {}, body: 'x'.repeat(600) };

  expect(refused('{}', down)).toBe(
    `Exception: Request failed for https://portal.example returned code 503. Truncated server response: ${'x'.repeat(500)} (use muteHttpExceptions option to examine full response)`,
  );
  expect(
    valueOf(`return UrlFetchApp.fetch('${URL}', { muteHttpExceptions: true }).getResponseCode()`, wire(down)),
  ).toBe(503);
});

test.each([
  ['dns', `DNS error: ${URL}`],
  ['refused', `Address unavailable: ${URL}`],
  ['tls', `SSL Error ${URL}`],
  ['timeout', `Timeout: ${URL}`],
  ['bandwidth', `Bandwidth quota exceeded: ${URL}. Try reducing the rate of data transfer.`],
  ['reset', `Unexpected error: ${URL}`],
] as const)('a failed connection (%s) is thrown even when muted, with the full address', (failure, text) => {
  expect(refused('{ muteHttpExceptions: true }', { failure })).toBe(`Exception: ${text}`);
});

test('fetchAll answers in order, and one failure throws for the whole batch', () => {
  const batch = (urls: string) =>
    `return UrlFetchApp.fetchAll(${urls}.map((name) => ({ url: 'https://a.example/' + name }))).map((r) => r.getContentText()).join()`;
  const { http } = wire(({ url }) =>
    url.endsWith('bad') ? { failure: 'reset' } : { ...ok, body: url.slice(-1) },
  );

  expect(valueOf(batch("['1', '2', '3']"), { http })).toBe('1,2,3');
  expect(thrownBy(batch("['1', 'bad', '3']"), { http })).toBe(
    'Exception: Unexpected error: https://a.example/bad',
  );
});

test('every element of fetchAll counts to the 20,000 calls of a day', () => {
  const { http } = wire();
  const simulator = aSimulator(
    `function main(n) { UrlFetchApp.fetchAll(Array(n).fill('https://a.example/')); }`,
    { http },
  );
  const fetch = (count: number) =>
    simulator.run({ function: 'main', args: [count], via: 'page' }).error?.message;

  expect(fetch(20_000)).toBeUndefined();
  expect(fetch(1)).toBe('Service invoked too many times for one day: urlfetch.');
  simulator.options.clock.sleep(LIMITS.quotaWindowMilliseconds);
  expect(fetch(1)).toBeUndefined();
});

test('requests of a batch take the time of the slowest, and too slow ones time out', () => {
  const slow = ({ url }: WireRequest): WireOutcome => ({
    ...ok,
    elapsedMilliseconds: Number(url.split('/').pop()),
  });
  const source =
    "UrlFetchApp.fetchAll([{ url: 'https://a.example/500' }, { url: 'https://a.example/900', timeoutSeconds: 5 }])";
  const clock = new VirtualClock(0);
  valueOf(source, { ...wire(slow), clock });

  expect(clock.now()).toBe(900);
  expect(
    thrownBy("UrlFetchApp.fetch('https://a.example/2500', { timeoutSeconds: 2 })", { ...wire(slow), clock }),
  ).toBe('Exception: Timeout: https://a.example/2500');
  expect(clock.now()).toBe(2900);
});

test('responses give code, text by charset and headers in lower case or as sent', () => {
  const answer: WireOutcome = {
    status: 200,
    headers: { 'Content-Type': 'text/plain; charset=windows-1251', 'Set-Cookie': ['a', 'b'] },
    body: Uint8Array.from([0xcf, 0x21]),
  };
  const source = `const r = UrlFetchApp.fetch('${URL}');
    return JSON.stringify([r.getResponseCode(), r.getContentText(), r.getHeaders()])`;
  const read = (headerCase: 'lower' | 'asSent') =>
    JSON.parse(valueOf(source, { ...wire(answer), headerCase }) as string) as unknown;

  expect(read('lower')).toEqual([
    200,
    'П!',
    { 'content-type': 'text/plain; charset=windows-1251', 'set-cookie': 'b' },
  ]);
  expect(read('asSent')).toMatchObject({ 2: { 'Set-Cookie': 'b' } });
});

test('the mark that a body begins with stays in its text, or goes, for Google documents neither', () => {
  const answer: WireOutcome = { ...ok, body: Uint8Array.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d]) };
  const source = `return UrlFetchApp.fetch('${URL}').getContentText()`;

  expect(valueOf(source, wire(answer))).toBe('\uFEFF{}');
  expect(valueOf(source, { ...wire(answer), byteOrderMark: 'removed' })).toBe('{}');
});

test('redirects are followed unless told not to, and turn a POST into a GET', () => {
  const moving = ({ url, method }: WireRequest): WireOutcome =>
    url.endsWith('/new') ? { ...ok, body: method } : { status: 302, headers: { location: '/new' }, body: '' };
  const fetch = (options: string) =>
    `const r = UrlFetchApp.fetch('${URL}', ${options}); return r.getResponseCode() + r.getContentText()`;

  expect(valueOf(fetch("{ method: 'post', payload: 'x' }"), wire(moving))).toBe('200get');
  expect(valueOf(fetch('{ followRedirects: false, muteHttpExceptions: true }'), wire(moving))).toBe('302');
});

test.each([
  ['https://portal.example/rest/1/x', true],
  ['https://portal.example/rest?x', true],
  ['https://portal.example/restless', false],
  ['https://sub.wild.example/anything', true],
  ['https://wild.example.evil/', false],
  ['http://portal.example/rest/', false],
])('with an allow-list in the manifest %s is allowed: %s', (url, allowed) => {
  const manifest = aManifest({
    urlFetchWhitelist: ['https://portal.example/rest', 'https://*.wild.example/'],
  });
  const project = aProject(`function main() { UrlFetchApp.fetch('${url}'); }`, {
    'appsscript.json': manifest,
  });
  const simulator = new Simulator({ project, clock: new VirtualClock(), ...wire() });

  expect(simulator.run({ function: 'main', via: 'editor' }).error?.message).toBe(
    allowed
      ? undefined
      : `Request to ${url} failed because the URL has not been whitelisted in the script manifest.`,
  );
});
