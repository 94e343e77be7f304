/** Which addresses are taken for a webhook, and what becomes of them. */
import type { Webhook } from '../../src/settings/webhook';
import { maskWebhook, parseWebhook } from '../../src/settings/webhook';

function parsed(text: string): Webhook {
  const result = parseWebhook(text);
  if (!result.ok) throw new Error(result.problem);
  return result.webhook;
}

describe('an accepted webhook', () => {
  it('is taken apart into address, origin, host and user id', () => {
    expect(parsed('https://demo.bitrix24.ru/rest/17/abcDEF0123456789/')).toEqual({
      base: 'https://demo.bitrix24.ru/rest/17/abcDEF0123456789/',
      origin: 'https://demo.bitrix24.ru',
      host: 'demo.bitrix24.ru',
      userId: '17',
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
    ["with the scheme's own port", 'https://a.b:443/rest/1/s3cret/'],
  ])('is normalised when it comes %s', (_, text) => {
    expect(parsed(text).base).toBe('https://a.b/rest/1/s3cret/');
  });

  it.each([
    ['https://a.b:8443/rest/1/s/', 'https://a.b:8443'],
    ['https://a.b:65535/rest/1/s/', 'https://a.b:65535'],
    ['https://a.b:1/rest/1/s/', 'https://a.b:1'],
    ['https://a.b:80/rest/1/s/', 'https://a.b:80'],
    ['https://portal/rest/1/s/', 'https://portal'],
    ['https://xn--80a.xn--p1ai/rest/1/s/', 'https://xn--80a.xn--p1ai'],
    ['https://192.168.0.10/rest/1/s/', 'https://192.168.0.10'],
    ['https://24.company.ru/rest/1/s/', 'https://24.company.ru'],
    ['https://localhost:8443/rest/1/s/', 'https://localhost:8443'],
    ['http://127.0.0.1:8080/rest/1/s/', 'http://127.0.0.1:8080'],
    ['http://[::1]:8080/rest/1/s/', 'http://[::1]:8080'],
    ['http://localhost/rest/1/s/', 'http://localhost'],
    ['http://localhost:80/rest/1/s/', 'http://localhost'],
    ['http://localhost:443/rest/1/s/', 'http://localhost:443'],
  ])('of %s has the origin %s', (text, origin) => {
    expect(parsed(text).origin).toBe(origin);
    expect(parsed(text).base).toBe(`${origin}/rest/1/s/`);
  });

  it('keeps upper and lower case in the secret', () => {
    expect(parsed('https://A.b/rest/1/aBcD/').base).toBe('https://a.b/rest/1/aBcD/');
  });

  it('may be 2,000 characters long and no longer', () => {
    const start = 'https://a.b/rest/1/';
    expect(parseWebhook(start.padEnd(2_000, 'x')).ok).toBe(true);
    expect(parseWebhook(start.padEnd(2_001, 'x')).ok).toBe(false);
  });

  it('has a mask with eight asterisks in place of the secret, whatever its length', () => {
    expect(maskWebhook(parsed('https://a.b/rest/1/s/'))).toBe('https://a.b/rest/1/********/');
    expect(maskWebhook(parsed('https://a.b/rest/1/abcdef0123456789/'))).toBe('https://a.b/rest/1/********/');
  });
});
