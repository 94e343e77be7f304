import { tellsSecret } from '../../src/settings/tells-secret';
import { parseWebhook, type Webhook } from '../../src/settings/parse-webhook';

function webhook(address: string): Webhook {
  const parsed = parseWebhook(address);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.webhook;
}

describe('a text tells the secret', () => {
  const known = webhook('https://demo.bitrix24.ru/rest/17/abcDEF0123456789/');

  it.each(['abcDEF0123456789', 'ОШИБКА ABCDEF0123456789!', 'abcdef01', 'x23456789', 'bcDEF012…'])(
    'by the whole of it or eight characters, in capitals or not: %s',
    (text) => {
      expect(tellsSecret(text, known)).toBe(true);
    },
  );

  it.each(['', 'demo.bitrix24.ru', '/rest/17/', 'https://demo.bitrix24.ru/rest/17/********/', 'abcDEF0'])(
    'but not by the rest of the address or a few characters: %s',
    (text) => {
      expect(tellsSecret(text, known)).toBe(false);
    },
  );

  it.each(['1', '42', 'a', 'cr', '2026', '20260520'.slice(0, 7)])(
    'by the address alone where the secret is %s, which any sentence may hold',
    (secret) => {
      const short = webhook(`https://demo.bitrix24.ru/rest/17/${secret}/`);
      expect(tellsSecret(`Готово: 1 счёт, 42 строки, crm.item.list, 20.05.2026, ${secret}`, short)).toBe(
        false,
      );
      expect(tellsSecret(`https://demo.bitrix24.ru/rest/17/${secret}/crm.item.list`, short)).toBe(true);
      expect(tellsSecret(`DNS error: HTTPS://DEMO.BITRIX24.RU/REST/17/${secret.toUpperCase()}`, short)).toBe(
        true,
      );
      expect(tellsSecret(`/rest/17/${secret}7/`, short)).toBe(false);
    },
  );

  it('by all of a secret that is short', () => {
    const short = webhook('https://demo.bitrix24.ru/rest/17/s3cret/');
    expect(tellsSecret('S3CRET', short)).toBe(true);
    expect(tellsSecret('s3cre', short)).toBe(false);
  });
});
