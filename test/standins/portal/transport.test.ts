import { ask, invoices } from './support';
import { DEMO_SECRET } from '../../../portal/options';

const WEBHOOK = `/rest/1/${DEMO_SECRET}`;

describe('the transport of the portal', () => {
  it('serves a method in any case, with and without .json and a trailing slash (item 1)', () => {
    const asked = ask();
    for (const method of [
      'server.time',
      'Server.Time',
      'server.time.json',
      'server.time/',
      'server.time.json/',
    ]) {
      expect(asked.send('GET', `${WEBHOOK}/${method}`).status).toBe(200);
    }
    expect(asked.portal.requests.map((request) => request.method)).toEqual(Array(5).fill('server.time'));
    expect(asked.send('GET', `/rest/api/1/${DEMO_SECRET}/server.time`).status).toBe(404);
  });

  it('reads a nested query, a form and JSON, and lets the body override the address (item 2)', () => {
    const asked = ask(invoices(3));
    const path = `${WEBHOOK}/crm.item.list`;
    const query = 'entityTypeId=31&select[]=id&filter[%3Did]=2';
    const form = 'application/x-www-form-urlencoded';
    for (const answer of [
      asked.send('GET', `${path}?${query}`),
      asked.send('POST', path, query, form),
      asked.send('POST', path, query),
      asked.send(
        'POST',
        `${path}?entityTypeId=5&select[]=id`,
        '{"entityTypeId":31,"filter":{"=id":2}}',
        'application/json',
      ),
    ]) {
      expect(answer.body).toMatchObject({ result: { items: [{ id: 2 }] }, total: 1 });
    }
    expect(asked.send('PUT', `${path}?${query}`, 'filter[=id]=3', form).body).toMatchObject({ total: 1 });
  });

  it('treats a body of broken JSON as empty (item 3)', () => {
    const answer = ask(invoices(3)).send(
      'POST',
      `${WEBHOOK}/crm.item.list?entityTypeId=31`,
      '{"filter":',
      'application/json',
    );
    expect(answer).toMatchObject({ status: 200, body: { total: 3 } });
  });

  it('says that a method is unknown before it looks at the secret (item 4)', () => {
    const answer = ask().send('POST', '/rest/1/wrong/crm.nothing.list');
    expect(answer).toMatchObject({
      status: 404,
      body: { error: 'ERROR_METHOD_NOT_FOUND', error_description: 'Method not found!' },
    });
    expect(ask().post('crm.item.foo')).toMatchObject({ status: 400, body: { error: '0' } });
  });

  it('refuses a wrong secret or user with 401, with 403 by option (item 5)', () => {
    const refusal = { error: 'INVALID_CREDENTIALS', error_description: 'Invalid request credentials' };
    expect(ask().send('POST', '/rest/1/wrong/profile')).toMatchObject({ status: 401, body: refusal });
    expect(ask().send('POST', `/rest/2/${DEMO_SECRET}/profile`)).toMatchObject({
      status: 401,
      body: refusal,
    });
    const documented = ask(undefined, { statuses: 'documentation', revoked: true });
    expect(documented.post('profile')).toMatchObject({ status: 403, body: refusal });
    expect(ask().send('POST', '/rest/profile')).toMatchObject({
      status: 401,
      body: { error: 'NO_AUTH_FOUND' },
    });
  });

  it('refuses CRM methods to a webhook without the scope, global methods still work (item 6)', () => {
    const asked = ask(undefined, { scopes: ['task'] });
    expect(asked.post('crm.item.list', { entityTypeId: 31 })).toMatchObject({
      status: 401,
      body: { error: 'insufficient_scope' },
    });
    for (const method of ['profile', 'scope', 'server.time']) expect(asked.post(method).status).toBe(200);
    asked.portal.change({ statuses: 'documentation' });
    expect(asked.post('crm.status.list').status).toBe(403);
  });

  it.each([
    ['unpaid', 'ACCESS_DENIED', 401, 403],
    ['overloaded', 'OVERLOAD_LIMIT', 401, 503],
    ['closed', 'PORTAL_DELETED', 403, 500],
    ['https', 'INVALID_REQUEST', 401, 400],
  ] as const)(
    'answers %s by %s with the status of source or documentation (item 7)',
    (state, error, source, documented) => {
      expect(ask(undefined, { state }).post('profile')).toMatchObject({ status: source, body: { error } });
      expect(ask(undefined, { state, statuses: 'documentation' }).post('profile').status).toBe(documented);
    },
  );

  it('redirects every request to the address it has moved to (item 7)', () => {
    const asked = ask(undefined, { movedTo: 'https://new.example/' });
    const outcome = asked.portal.handle({
      method: 'POST',
      path: `${WEBHOOK}/profile`,
      headers: {},
      body: '',
    });
    expect(outcome).toMatchObject({
      status: 302,
      headers: { Location: `https://new.example${WEBHOOK}/profile` },
    });
  });

  it('remembers every request without the secret', () => {
    const asked = ask();
    asked.post('Profile', { a: 1 });
    expect(asked.portal.requests).toMatchObject([
      { index: 0, verb: 'POST', method: 'profile', params: { a: 1 }, status: 200 },
    ]);
    expect(JSON.stringify(asked.portal.requests)).not.toContain(DEMO_SECRET);
  });
});
