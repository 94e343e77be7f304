import { ask } from './support';

describe('the limits of the cloud', () => {
  it('refuses the 51st request at once by 503 and lets two more in each second (item 12)', () => {
    const asked = ask(undefined, { limits: { burst: 50, perSecond: 2 } });
    const statuses = Array.from({ length: 52 }, () => asked.post('profile').status);
    expect(statuses).toEqual([...Array<number>(50).fill(200), 503, 503]);
    expect(asked.post('profile').body).toEqual({
      error: 'QUERY_LIMIT_EXCEEDED',
      error_description: 'Too many requests',
    });
    asked.clock.advance(1);
    expect([1, 2, 3].map(() => asked.post('profile').status)).toEqual([200, 200, 503]);
  });

  it('refuses by an HTML page where the front end does so (item 12)', () => {
    const asked = ask(undefined, { limits: { burst: 1, perSecond: 2 }, limitAnswer: 'html' });
    asked.post('profile');
    expect(asked.post('profile')).toMatchObject({
      status: 503,
      text: expect.stringContaining('<html>') as string,
    });
  });

  it('blocks one method whose work in ten minutes is used up, and it alone (item 13)', () => {
    const operating = {
      limitSeconds: 480,
      secondsOf: (method: string) => (method === 'crm.item.list' ? 241 : 0.05),
    };
    const asked = ask(undefined, { operating });
    const list = () => asked.post('crm.item.list', { entityTypeId: 31 });
    expect(list().body).toMatchObject({
      time: { operating: 241, operating_reset_at: Math.floor(asked.clock.now() / 1000) + 600 },
    });
    list();
    expect(list()).toMatchObject({ status: 429, body: { error: 'OPERATION_TIME_LIMIT' } });
    expect(asked.post('crm.status.list')).toMatchObject({ status: 200, body: { time: { operating: 0 } } });
    const batched = asked.post('batch', { cmd: { a: 'crm.item.list?entityTypeId=31' } });
    expect(batched).toMatchObject({
      status: 200,
      body: { result: { result_error: { a: { error: 'OPERATION_TIME_LIMIT' } } } },
    });
    asked.clock.advance(601);
    expect(list().status).toBe(200);
  });
});
