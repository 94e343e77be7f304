import { request } from 'node:http';
import { APreview } from './a-preview';

const preview = new APreview({ invoices: 1, speed: 100 });

beforeAll(() => preview.start());
afterAll(() => preview.close());

/** `fetch` does not let the host be changed. */
const statusFor = (path: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(preview.url);
    request({ hostname, port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });

describe('The preview’s server', () => {
  it('serves its page to this machine', async () => {
    const { port } = new URL(preview.url);
    expect(await statusFor('/', { host: `127.0.0.1:${port}` })).toBe(200);
    expect(await statusFor('/preview.js', { host: `localhost:${port}` })).toBe(200);
  });

  it.each(['example.com', '127.0.0.1', '127.0.0.1.example.com:80'])('refuses the host %s', async (host) => {
    expect(await statusFor('/state', { host })).toBe(403);
  });

  it.each(['https://example.com', 'null'])('refuses the origin %s', async (origin) => {
    const { host } = new URL(preview.url);
    expect(await statusFor('/state', { host, origin })).toBe(403);
  });

  it.each([
    [{ speed: 0 }, 'speed'],
    [{ invoices: 1.5 }, 'invoices'],
    [{ fault: 'flood' }, 'fault'],
    [{ toString: true }, 'toString'],
    [{ edit: { sheet: 'Лист1', cell: 'A1' } }, 'edit'],
  ])('refuses the wish %j', async (change, key) => {
    const answer = await preview.post('control', change);
    expect(answer).toEqual({ status: 400, body: { error: `Not understood: ${key}` } });
  });

  it('says that a wish cannot be fulfilled in the words of the spreadsheet', async () => {
    const answer = await preview.post('control', { deleteSheet: 'Нет такого' });
    expect(answer).toEqual({ status: 400, body: { error: 'expected a sheet named "Нет такого"' } });
  });

  it('hands out the add-on’s own page with the way to the script before its scripts', async () => {
    await preview.control({ open: true, click: ['Счета Bitrix24', 'Настройки'] });
    const page = await (await fetch(`${preview.url}shown?person=owner&place=sidebar`)).text();
    const [beginning = '', rest = ''] = page.split(' data-functions="', 2);
    expect(beginning).toMatch(/^<!doctype html>\s*<html lang="ru">\s*<head><script$/);
    expect(rest.slice(0, rest.indexOf('"')).split(' ')).toContain('startRefresh');
    expect(rest.includes('<title>Счета Bitrix24</title>')).toBe(true);
  });

  it('tells every listener the state at once', async () => {
    const { body } = await fetch(`${preview.url}events`);
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    const { value } = (await reader?.read()) ?? {};
    await reader?.cancel();
    expect(value).toMatch(/^event: state\ndata: \{"world":1,/);
  });
});
