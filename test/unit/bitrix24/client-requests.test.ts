/** What one request looks like on the wire. */
import { METHODS, type Method } from '../../../src/bitrix24/methods';
import { aLine } from './a-line';

describe('a request', () => {
  it('is a POST of JSON to the webhook with the method behind it', () => {
    const line = aLine();
    const params = { filter: { '>id': 0, '@stageId': ['DT31_7:N', '«Ё»'] }, start: -1 };
    line.client().sendAll([{ method: 'crm.item.list', params }]);

    const [request] = line.waves[0] ?? [];
    expect(request?.url).toBe(`${line.webhook}crm.item.list`);
    expect(request?.method).toBe('post');
    expect(JSON.parse(Buffer.from(request?.body ?? '').toString('utf8'))).toEqual(params);
    expect(request?.headers).toEqual({
      'Content-Type': 'application/json',
      Accept: 'application/json',
      'User-Agent': 'bitrix24-invoice-sheets',
    });
  });

  it('may take the minute that the portal itself allows, and no longer', () => {
    const line = aLine();
    line.client().sendAll([{ method: 'profile', params: {} }]);
    expect(line.waves[0]?.[0]?.timeoutMilliseconds).toBe(60_000);
  });

  it('has its parameters in the body only', () => {
    const line = aLine();
    line.client().sendAll([{ method: 'crm.status.list', params: { start: 0 } }]);
    expect(line.waves[0]?.[0]?.url).not.toContain('?');
    expect(line.portal.requests[0]).toMatchObject({
      verb: 'POST',
      method: 'crm.status.list',
      params: { start: 0 },
    });
  });

  it('may be any of the allow-list, and all of them are known to the portal', () => {
    const line = aLine();
    line.client().sendAll(METHODS.map((method: Method) => ({ method, params: { entityTypeId: 31 } })));
    expect(line.asked).toEqual(METHODS);
    expect(line.portal.requests.map(({ error }) => error)).not.toContain('ERROR_METHOD_NOT_FOUND');
  });

  it('is told when it is sent, before its answer is there', () => {
    const line = aLine();
    const order: string[] = [];
    const client = line.client({
      onSent: (method) => order.push(`sent ${method}`),
      http: {
        fetchAll: (requests) => {
          order.push('fetch');
          return line.http.fetchAll(requests);
        },
      },
    });
    client.sendAll([
      { method: 'profile', params: {} },
      { method: 'scope', params: {} },
    ]);
    expect(order).toEqual(['sent profile', 'sent scope', 'fetch']);
  });
});
