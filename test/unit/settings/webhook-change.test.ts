/** What handing in a webhook, its mask or an empty text does to the stored webhook. */
import type { Webhook } from '../../../src/domain/Webhook';
import { DEFAULT_SETTINGS } from '../../../src/settings/Settings';
import type { WebhookChange } from '../../../src/settings/validate-settings';
import { validateSettings } from '../../../src/settings/validate-settings';
import { settingsTexts } from '../../../src/texts/settings-texts';
import { webhookAt } from '../../support/webhook-at';

const STORED = webhookAt('https://demo.bitrix24.ru/rest/17/s3cret/');
const MASK = 'https://demo.bitrix24.ru/rest/17/********/';

function changeOf(webhookUrl: unknown, stored: Webhook | null): WebhookChange | string | undefined {
  const result = validateSettings({ webhookUrl }, DEFAULT_SETTINGS, stored);
  return result.ok ? result.webhook : result.errors['webhookUrl'];
}

describe('the stored webhook', () => {
  it('is kept when none is handed in', () => {
    const result = validateSettings({}, DEFAULT_SETTINGS, STORED);
    expect(result).toEqual({ ok: true, settings: DEFAULT_SETTINGS, webhook: { kind: 'kept' } });
  });

  it('is kept when its exact mask is handed in', () => {
    expect(changeOf(MASK, STORED)).toEqual({ kind: 'kept' });
  });

  it.each([
    'https://demo.bitrix24.ru/rest/18/********/',
    'https://evil.ru/rest/17/********/',
    'https://demo.bitrix24.ru:8443/rest/17/********/',
    'https://demo.bitrix24.ru/rest/17/********',
    'https://demo.bitrix24.ru/rest/17/*******/',
    'https://DEMO.bitrix24.ru/rest/17/********/',
    'https://demo.bitrix24.ru/rest/17/********/profile',
  ])('is not kept for %s, which is not its mask to the letter', (mask) => {
    expect(changeOf(mask, STORED)).toBe(settingsTexts.webhookMask);
  });

  it('is not conjured up by a mask where none is stored', () => {
    expect(changeOf(MASK, null)).toBe(settingsTexts.webhookMask);
  });

  it('is removed by an empty text', () => {
    expect(changeOf('', STORED)).toEqual({ kind: 'removed' });
  });

  it('is not removed from a colleague who never had one', () => {
    expect(changeOf('', null)).toEqual({ kind: 'kept' });
  });

  it('is replaced by another one, in its normal form', () => {
    const replaced = changeOf('https://New.bitrix24.ru/rest/1/0ther/profile.json', STORED);
    expect(replaced).toMatchObject({
      kind: 'replaced',
      webhook: { base: 'https://new.bitrix24.ru/rest/1/0ther/', host: 'new.bitrix24.ru' },
    });
  });

  it('is not replaced when another setting is refused', () => {
    const input = { webhookUrl: 'https://a.b/rest/1/0ther/', scheduleHours: 5 };
    const result = validateSettings(input, DEFAULT_SETTINGS, STORED);
    expect(result).toEqual({ ok: false, errors: { scheduleHours: settingsTexts.scheduleHours } });
  });

  it.each([null, 0, true, [], [STORED.base], {}])('is not changed by %j', (webhookUrl) => {
    expect(changeOf(webhookUrl, STORED)).toBe(settingsTexts.webhookNotText);
  });

  it('never appears in the errors, nor does a refused one', () => {
    const input = { webhookUrl: 'http://a.b/rest/1/s3cret/', period: 's3cret', periodField: 's3cret' };
    const result = validateSettings(input, DEFAULT_SETTINGS, STORED);
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).not.toContain('s3cret');
  });
});
