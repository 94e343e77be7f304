import { Worker } from 'node:worker_threads';
import { RealHttp, type WireRequest } from '../../../../simulator';
import { selfSigned } from '../../../support/self-signed';

/** A server in a thread of its own: this one is blocked while RealHttp waits. */
const SERVER = `
  const { createServer } = require('node:http');
  const secure = require('node:https');
  const { parentPort, workerData } = require('node:worker_threads');
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      if (request.url === '/silent') return;
      if (request.url === '/cut') return request.socket.destroy();
      if (request.url === '/moved') return response.writeHead(302, { location: '/elsewhere' }).end();
      response.writeHead(200, { 'X-Method': request.method });
      response.end(request.url + ' ' + Buffer.concat(chunks).toString());
    });
  });
  const closed = createServer().listen(0, '127.0.0.1', () => {
    const nobody = closed.address().port;
    const distrusted = secure.createServer(workerData, (request, response) => response.end());
    distrusted.listen(0, '127.0.0.1', () => {
      const ports = [nobody, distrusted.address().port];
      closed.close(() => server.listen(0, '127.0.0.1', () => parentPort.postMessage([server.address().port, ...ports])));
    });
  });`;

let server: Worker;
let origin: string;
let nobody: string;
let distrusted: string;

beforeAll(async () => {
  server = new Worker(SERVER, { eval: true, workerData: selfSigned('127.0.0.1') });
  const ports = await new Promise<number[]>((resolve) => server.once('message', resolve));
  [origin, nobody, distrusted] = ports.map((port) => `http://127.0.0.1:${port}`) as [string, string, string];
});
afterAll(() => server.terminate());

const post = (path: string, fields: Partial<WireRequest> = {}): WireRequest => ({
  url: origin + path,
  method: 'post',
  headers: { 'Content-Type': 'application/json' },
  body: Buffer.from('{"имя":1}'),
  timeoutMilliseconds: 5000,
  ...fields,
});

test('a batch comes back in the order of its requests, with status, headers and bytes', () => {
  const outcomes = new RealHttp().sendAll([post('/one'), post('/two', { method: 'get', body: null })]);

  expect(outcomes).toEqual([
    expect.objectContaining({
      status: 200,
      headers: expect.objectContaining({ 'x-method': 'POST' }) as object,
    }),
    expect.objectContaining({
      status: 200,
      headers: expect.objectContaining({ 'x-method': 'GET' }) as object,
    }),
  ]);
  const texts = outcomes.map((outcome) =>
    'body' in outcome ? Buffer.from(outcome.body as Uint8Array).toString() : '',
  );
  expect(texts).toEqual(['/one {"имя":1}', '/two ']);
});

test('a redirect is handed over, not followed', () => {
  const [outcome] = new RealHttp().sendAll([post('/moved')]);

  expect(outcome).toMatchObject({ status: 302, headers: { location: '/elsewhere' } });
});

test('a server that does not answer in time, one that cuts the line and one that is not there are told apart', () => {
  const outcomes = new RealHttp().sendAll([
    post('/silent', { timeoutMilliseconds: 100 }),
    post('/cut'),
    post('/', { url: nobody }),
    post('/one'),
  ]);

  expect(outcomes).toMatchObject([
    { failure: 'timeout' },
    { failure: 'reset' },
    { failure: 'refused' },
    { status: 200 },
  ]);
});

test('a certificate that nobody vouches for, and a server that speaks no TLS, are failures of TLS', () => {
  const outcomes = new RealHttp().sendAll(
    [distrusted, origin].map((url) => post('/', { url: url.replace('http:', 'https:') })),
  );

  expect(outcomes).toEqual([{ failure: 'tls' }, { failure: 'tls' }]);
});
