/** Which addresses are taken for a webhook, and what becomes of them. */
import { parseWebhook } from '../../../src/settings/parse-webhook';
import { webhookAt } from '../../support/webhook-at';

describe('an accepted webhook', () => {
  it('knows its address, its host and its mask', () => {
    const { base, host, mask } = webhookAt('https://demo.bitrix24.ru/rest/17/abcDEF0123456789/');
    expect({ base, host, mask }).toEqual({
      base: 'https://demo.bitrix24.ru/rest/17/abcDEF0123456789/',
      host: 'demo.bitrix24.ru',
      mask: 'https://demo.bitrix24.ru/rest/17/********/',
    });
  });

  it.each([
    ['without the last slash', 'https://a.b/rest/1/s3cret'],
    ['with a method', 'https://a.b/rest/1/s3cret/profile'],
    ['with a dotted method', 'https://a.b/rest/1/s3cret/crm.item.list'],
    ['with a method and a slash', 'https://a.b/rest/1/s3cret/crm.item.list/'],
    ['with a method and .json', 'https://a.b/rest/1/s3cret/profile.json'],
    ['with .json and a slash', 'https://a.b/rest/1/s3cret/profile.json/'],
    ['with .json after the secret', 'https://a.b/rest/1/s3cret.json'],
    ['with the host in upper case', 'https://A.B/rest/1/s3cret/'],
    ['with a space behind it', 'https://a.b/rest/1/s3cret/ '],
    ['with a line break before it', '\nhttps://a.b/rest/1/s3cret/'],
    ['with Windows line breaks and a tab', '\r\n\thttps://a.b/rest/1/s3cret/\r\n'],
    ['with a no-break space', 'https://a.b/rest/1/s3cret/\u00a0'],
    ['with spaces without width', '\u200bhttps://a.b/rest/1/s3cret/\u2060\u200d'],
    ['with a byte order mark', '\ufeffhttps://a.b/rest/1/s3cret/'],
    ['with signs of direction', '\u202ahttps://a.b/rest/1/s3cret/\u202c'],
    ["with the scheme's own port", 'https://a.b:443/rest/1/s3cret/'],
  ])('is normalised when it comes %s', (_, text) => {
    expect(webhookAt(text).base).toBe('https://a.b/rest/1/s3cret/');
  });

  it.each([
    ['https://a.b:8443/rest/1/s/', 'https://a.b:8443'],
    ['https://a.b:65535/rest/1/s/', 'https://a.b:65535'],
    ['https://a.b:1/rest/1/s/', 'https://a.b:1'],
    ['https://a.b:80/rest/1/s/', 'https://a.b:80'],
    ['https://portal/rest/1/s/', 'https://portal'],
    ['https://xn--80a.xn--p1ai/rest/1/s/', 'https://xn--80a.xn--p1ai'],
    ['https://портал.рф/rest/1/s/', 'https://xn--80awhdgm.xn--p1ai'],
    ['https://ПОРТАЛ.РФ:8443/rest/1/s/', 'https://xn--80awhdgm.xn--p1ai:8443'],
    ['https://b24.моя-компания24.рф/rest/1/s/', 'https://b24.xn---24-6cd4bkmckfcn7ri.xn--p1ai'],
    ['https://портал.company.ru/rest/1/s/', 'https://xn--80awhdgm.company.ru'],
    ['https://xn--80awhdgm.xn--p1ai/rest/1/s/', 'https://xn--80awhdgm.xn--p1ai'],
    ['https://my_portal.company.local/rest/1/s/', 'https://my_portal.company.local'],
    ['https://_portal_/rest/1/s/', 'https://_portal_'],
    ['https://192.168.0.10/rest/1/s/', 'https://192.168.0.10'],
    ['https://24.company.ru/rest/1/s/', 'https://24.company.ru'],
    ['https://localhost:8443/rest/1/s/', 'https://localhost:8443'],
    ['http://127.0.0.1:8080/rest/1/s/', 'http://127.0.0.1:8080'],
    ['http://[::1]:8080/rest/1/s/', 'http://[::1]:8080'],
    ['http://localhost/rest/1/s/', 'http://localhost'],
    ['http://localhost:80/rest/1/s/', 'http://localhost'],
    ['http://localhost:443/rest/1/s/', 'http://localhost:443'],
  ])('of %s has the origin %s', (text, origin) => {
    expect(webhookAt(text).host).toBe(origin.replace(/^https?:\/\//, ''));
    expect(webhookAt(text).base).toBe(`${origin}/rest/1/s/`);
  });

  it('keeps upper and lower case in the secret', () => {
    expect(webhookAt('https://A.b/rest/1/aBcD/').base).toBe('https://a.b/rest/1/aBcD/');
  });

  it('may be 2,000 characters long and no longer', () => {
    const start = 'https://a.b/rest/1/';
    expect(parseWebhook(start.padEnd(2_000, 'x')).ok).toBe(true);
    expect(parseWebhook(start.padEnd(2_001, 'x')).ok).toBe(false);
    expect(parseWebhook(`${' '.repeat(100_000)}${start}x`).ok).toBe(true);
  });

  it('with a Cyrillic host has its Punycode in the mask, and the letters composed or not', () => {
    const composed = webhookAt('https://йода.рф/rest/1/s/');
    expect(composed.mask).toBe('https://xn--80ahou.xn--p1ai/rest/1/********/');
    expect(webhookAt('https://и\u0306ода.рф/rest/1/s/').base).toBe(composed.base);
  });

  it('has a mask with eight asterisks in place of the secret, whatever its length', () => {
    expect(webhookAt('https://a.b/rest/1/s/').mask).toBe('https://a.b/rest/1/********/');
    expect(webhookAt('https://a.b/rest/1/abcdef0123456789/').mask).toBe('https://a.b/rest/1/********/');
  });
});
