/** What a webhook tells of itself, and by what it knows that a text tells its secret. */
import { createHash } from 'node:crypto';
import { format, inspect } from 'node:util';
import fc from 'fast-check';
import { secret } from '../../support/webhook-arbitraries';
import { webhookAt } from '../../support/webhook-at';

const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

describe('a webhook', () => {
  const webhook = webhookAt('https://demo.bitrix24.ru/rest/17/annas3cret/');

  it.each<[string, (value: unknown) => string]>([
    ['a template string', (value) => `at ${value as string}`],
    ['String()', (value) => String(value)],
    ['JSON.stringify', (value) => JSON.stringify({ value: [value] })],
    ['console', (value) => format('%s %o %j', value, value, value)],
    ['util.inspect', (value) => inspect({ value }, { depth: null })],
    ['a copy', (value) => JSON.stringify({ ...(value as object) })],
    ['its keys', (value) => Object.entries(value as object).join()],
  ])('is printed by %s as its mask alone', (_, print) => {
    const printed = print(webhook);
    expect(printed).toContain('https://demo.bitrix24.ru/rest/17/********/');
    expect(bare(printed)).not.toContain('annas3cret');
  });

  it('has the fingerprints that earlier versions have stored', () => {
    const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
    expect(webhook.fingerprint()).toBe(sha256(webhook.base));
    expect(webhook.fingerprint('SHEET')).toBe(sha256(JSON.stringify([webhook.base, 'SHEET'])));
  });

  it('is the same as one of the same address and no other', () => {
    expect(webhook.isSameAs(webhookAt(`${webhook.base}profile.json`))).toBe(true);
    expect(webhook.isSameAs(webhookAt('https://demo.bitrix24.ru/rest/17/boriss3cret/'))).toBe(false);
    expect(webhook.isSameAs(null)).toBe(false);
  });
});

describe('a text tells the secret', () => {
  const known = webhookAt('https://demo.bitrix24.ru/rest/17/abcDEF0123456789/');

  it.each(['abcDEF0123456789', 'ОШИБКА ABCDEF0123456789!', 'abcdef01', 'x23456789', 'bcDEF012…'])(
    'by the whole of it or eight characters, in capitals or not: %s',
    (text) => {
      expect(known.isToldBy(text)).toBe(true);
    },
  );

  it.each(['', 'demo.bitrix24.ru', '/rest/17/', 'https://demo.bitrix24.ru/rest/17/********/', 'abcDEF0'])(
    'but not by the rest of the address or a few characters: %s',
    (text) => {
      expect(known.isToldBy(text)).toBe(false);
    },
  );

  it.each(['1', '42', 'a', 'cr', '2026', '20260520'.slice(0, 7)])(
    'by the address alone where the secret is %s, which any sentence may hold',
    (secret) => {
      const short = webhookAt(`https://demo.bitrix24.ru/rest/17/${secret}/`);
      expect(short.isToldBy(`Готово: 1 счёт, 42 строки, crm.item.list, 20.05.2026, ${secret}`)).toBe(false);
      expect(short.isToldBy(`https://demo.bitrix24.ru/rest/17/${secret}/crm.item.list`)).toBe(true);
      expect(short.isToldBy(`DNS error: HTTPS://DEMO.BITRIX24.RU/REST/17/${secret.toUpperCase()}`)).toBe(
        true,
      );
      expect(short.isToldBy(`/rest/17/${secret}7/`)).toBe(false);
    },
  );

  it('by all of a secret that is short', () => {
    const short = webhookAt('https://demo.bitrix24.ru/rest/17/s3cret/');
    expect(short.isToldBy('S3CRET')).toBe(true);
    expect(short.isToldBy('s3cre')).toBe(false);
  });
});

const anySecret = fc.oneof(secret, fc.stringMatching(/^[A-Za-z0-9]{1,7}$/));

describe('whatever its secret, a text', () => {
  const spelling = fc.constantFrom<(word: string) => string>(
    (word) => word,
    (word) => word.toUpperCase(),
    (word) => word.replace(/(?<=.)(?=.)/g, ' - '),
  );
  const around = fc.string({ unit: 'grapheme' });

  it('of the portal tells it by holding all of it, however it is spelled', () => {
    fc.assert(
      fc.property(anySecret, spelling, around, around, (word, spell, before, behind) => {
        const webhook = webhookAt(`https://demo.bitrix24.ru/rest/17/${word}/`);
        expect(webhook.isToldBy(before + spell(word) + behind, 'foreign')).toBe(true);
        expect(webhook.isToldBy(`${before}/rest/17/${word}/${behind}`)).toBe(true);
      }),
    );
  });

  it('that holds nothing of it does not tell it', () => {
    fc.assert(
      fc.property(anySecret, fc.stringMatching(/^[^A-Za-z0-9]*$/), (word, text) => {
        const webhook = webhookAt(`https://demo.bitrix24.ru/rest/17/${word}/`);
        expect([webhook.isToldBy(text), webhook.isToldBy(text, 'foreign')]).toEqual([false, false]);
      }),
    );
  });
});
