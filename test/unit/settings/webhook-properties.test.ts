/** What holds for every webhook, whatever its parts. */
import fc from 'fast-check';
import type { Webhook } from '../../../src/domain/Webhook';
import { parseWebhook } from '../../../src/settings/parse-webhook';
import { damagedWebhook, secret, surroundings } from '../../support/webhook-arbitraries';

function accepted(text: string): Webhook | null {
  const result = parseWebhook(text);
  return result.ok ? result.webhook : null;
}

describe('any webhook', () => {
  it('in the form Bitrix24 gives it is accepted', () => {
    fc.assert(
      fc.property(surroundings, secret, ({ before, behind }, key) => {
        expect(parseWebhook(before + key + behind)).toMatchObject({ ok: true });
      }),
    );
  });

  it('that is accepted parses to the same webhook again', () => {
    fc.assert(
      fc.property(damagedWebhook, (text) => {
        const webhook = accepted(text);
        if (webhook !== null) expect(accepted(webhook.base)?.base).toBe(webhook.base);
      }),
      { numRuns: 2_000 },
    );
  });

  it('that is accepted means to a browser exactly the host and path it means here', () => {
    fc.assert(
      fc.property(damagedWebhook, (text) => {
        const webhook = accepted(text);
        if (webhook === null) return;
        const url = new URL(text);
        expect([url.origin, url.host]).toEqual([new URL(webhook.base).origin, webhook.host]);
        expect([url.username, url.password, url.search, url.hash]).toEqual(['', '', '', '']);
        expect(new URL(webhook.base).href).toBe(webhook.base);
      }),
      { numRuns: 2_000 },
    );
  });

  it('has a mask that does not depend on the secret and does not contain it', () => {
    fc.assert(
      fc.property(surroundings, secret, secret, ({ before, behind }, key, otherKey) => {
        const mask = (accepted(before + key + behind) as Webhook).mask;
        expect(mask).toBe((accepted(before + otherKey + behind) as Webhook).mask);
        expect(mask).not.toContain(key);
      }),
    );
  });

  it('has a mask that is not itself a webhook', () => {
    fc.assert(
      fc.property(surroundings, secret, ({ before, behind }, key) => {
        const mask = (accepted(before + key + behind) as Webhook).mask;
        expect(parseWebhook(mask).ok).toBe(false);
      }),
    );
  });

  it('is looked for in any text without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof parseWebhook(text).ok).toBe('boolean');
      }),
    );
  });
});
