import { phpJson } from '../../../portal/answer/php-json';
import { ask, invoices } from './support';

describe('the envelope of an answer', () => {
  it('carries next and total at the top level (item 8)', () => {
    const { body } = ask(invoices(51)).post('crm.item.list', { entityTypeId: 31 });
    expect(Object.keys(body)).toEqual(['result', 'next', 'total', 'time']);
    expect(body).toMatchObject({ next: 50, total: 51 });
    expect(body['result']).not.toHaveProperty('next');
  });

  it('prints whole timers except in the OLD generation, and no operating figures without a limiter (item 9)', () => {
    const asked = ask();
    asked.clock.advance(0.25);
    const { time } = asked.post('profile').body as { time: Record<string, number> };
    expect(time['start']).toBe(Math.floor(asked.clock.now() / 1000));
    expect(time['duration']).toBeCloseTo(0.3);
    expect(time).toMatchObject({
      operating: 0,
      operating_reset_at: Math.floor(asked.clock.now() / 1000) + 600,
    });
    asked.portal.change({ generation: 'old' });
    expect(asked.post('profile').body).toMatchObject({ time: { start: asked.clock.now() / 1000 } });
    expect(ask(undefined, { operating: 'off' }).post('profile').body['time']).not.toHaveProperty('operating');
  });

  it('escapes as the portal does and prints whole floats as integers (item 10)', () => {
    expect(phpJson(`Рога & "копыта" <'/>`)).toBe(
      '"Рога \\u0026 \\u0022копыта\\u0022 \\u003C\\u0027\\/\\u003E"',
    );
    expect(phpJson([19000.0, 0.1, 1e15, -2.5e16, 0.00001, 0])).toBe('[19000,0.1,1.0e+15,-2.5e+16,1.0e-5,0]');
    expect(JSON.parse(phpJson('\u0000\t\n\r\\\u2028😀'))).toBe('\u0000\t\n\r\\\u2028😀');
    expect(phpJson('\ud800')).toBe('"\ufffd"');
  });

  it('encodes empty maps as empty lists (item 11)', () => {
    expect(phpJson({ a: {}, b: [], c: undefined })).toBe('{"a":[],"b":[]}');
    expect(ask(invoices(1)).post('crm.item.list', { entityTypeId: 31, select: ['nothing'] }).text).toContain(
      '"items":[[]]',
    );
  });
});
