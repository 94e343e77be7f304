import { reset, faultQueue, hang } from '../../../portal/faults';
import { serve, type RunningPortal } from '../../../portal/server';
import { ask, invoices } from './support';

describe('the portal behind HTTP', () => {
  const { portal } = ask(invoices(2), { faults: faultQueue([null, reset, hang]) });
  let running: RunningPortal;

  beforeAll(async () => {
    running = await serve(portal, { port: 0 });
  });
  afterAll(() => running.close());

  it('answers, resets and hangs, and ends although a request hangs', async () => {
    const post = () =>
      fetch(`${running.webhookUrl}crm.item.list.json`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ entityTypeId: 31, select: ['title'], filter: { '=title': 'Счёт № 2' } }),
      });
    const answer = await post();
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await answer.json()).toMatchObject({ result: { items: [{ title: 'Счёт № 2' }] }, total: 1 });
    await expect(post()).rejects.toThrow('fetch failed');
    const hanging = post();
    while (portal.requests.length < 3) await new Promise((resolve) => setImmediate(resolve));
    await running.close();
    await expect(hanging).rejects.toThrow('fetch failed');
  });
});
