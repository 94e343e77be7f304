import { tellsSecret } from '../../src/settings/tells-secret';
import { parseWebhook, type Webhook } from '../../src/settings/webhook';

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

  it('by all of a secret that is short', () => {
    const short = webhook('https://demo.bitrix24.ru/rest/17/s3cret/');
    expect(tellsSecret('S3CRET', short)).toBe(true);
    expect(tellsSecret('s3cre', short)).toBe(false);
  });
});
