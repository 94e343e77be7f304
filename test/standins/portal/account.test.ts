import { ask } from './support';

describe('the methods about the connection (item 38)', () => {
  it('tells whose webhook it is, and nothing of an inactive user', () => {
    expect(ask().result('profile')).toMatchObject({
      ID: '1',
      ADMIN: true,
      NAME: 'Анна',
      LAST_NAME: 'Смирнова',
      TIME_ZONE: '',
    });
    expect(ask(undefined, { user: { active: false } }).result('profile')).toEqual([]);
  });

  it('tells the scopes, the server time in its zone and the licence', () => {
    const asked = ask(undefined, { zone: '-05:00' });
    expect(asked.result('scope')).toEqual(['crm']);
    expect(asked.result('scope', { full: true })).toContain('user');
    expect(asked.result('server.time')).toBe('2026-05-20T04:00:00-05:00');
    expect(asked.result('app.info')).toMatchObject({ SCOPE: ['crm'], LICENSE: 'ru_basic' });
  });

  it('knows which methods exist, controllers by their class only', () => {
    const asked = ask();
    const known = (name: string) => asked.result('method.get', { name });
    expect(known('crm.item.list')).toEqual({ isExisting: true, isAvailable: true });
    expect(known('crm.item.foo')).toEqual({ isExisting: true, isAvailable: true });
    expect(known('user.current')).toEqual({ isExisting: true, isAvailable: false });
    expect(known('Crm.Item.List')).not.toEqual(known('crm.item.list'));
    expect(known('crm.foo.list')).toEqual({ isExisting: false, isAvailable: false });
  });

  it('keeps user.current from a webhook with the scope crm alone', () => {
    expect(ask().post('user.current')).toMatchObject({ status: 401, body: { error: 'insufficient_scope' } });
    expect(ask(undefined, { scopes: ['crm', 'user'] }).result('user.current')).toMatchObject({ ID: '1' });
  });
});

describe('the codes of refusals (item 36)', () => {
  it('are empty for legacy methods, words for controllers, numbers as text or, in OLD, as numbers', () => {
    const orm = { filter: { '=ownerType': 'SI', '=ownerId': 1, foo: 1 } };
    expect(ask().post('crm.requisite.get', { id: 0 })).toMatchObject({ status: 400, body: { error: '' } });
    expect(ask().post('crm.item.list', { entityTypeId: 99 }).body['error']).toBe('NOT_FOUND');
    expect(ask().post('crm.item.list').body['error']).toBe('100');
    expect(ask(undefined, { generation: 'old' }).post('crm.item.list').body['error']).toBe(100);
    expect(ask().post('crm.item.productrow.list', orm).body['error']).toBe('0');
    expect(ask(undefined, { generation: 'old' }).post('crm.item.productrow.list', orm).body['error']).toBe(0);
  });

  it('are remembered with each request', () => {
    const asked = ask(undefined, { generation: 'old' });
    asked.post('crm.item.list');
    asked.post('crm.requisite.get');
    asked.post('profile');
    expect(asked.portal.requests.map(({ error }) => error)).toEqual(['100', '', null]);
  });
});
