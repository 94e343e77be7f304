/** Look-alikes: addresses that are not a webhook, or that another reader would send somewhere else. */
import { parseWebhook } from '../../../src/settings/parse-webhook';
import { settingsTexts } from '../../../src/texts/settings-texts';

const LOOK_ALIKES: readonly (readonly [text: string, problem: keyof typeof settingsTexts])[] = [
  // Not the scheme
  ['', 'webhookScheme'],
  ['demo.bitrix24.ru/rest/1/s3cret/', 'webhookScheme'],
  ['//a.b/rest/1/s3cret/', 'webhookScheme'],
  ['HTTPS://a.b/rest/1/s3cret/', 'webhookScheme'],
  ['https:/a.b/rest/1/s3cret/', 'webhookScheme'],
  ['https:a.b/rest/1/s3cret/', 'webhookScheme'],
  ['https:\\\\a.b/rest/1/s3cret/', 'webhookScheme'],
  ['ftp://a.b/rest/1/s3cret/', 'webhookScheme'],
  ['javascript://a.b/rest/1/s3cret/', 'webhookScheme'],
  ['xhttps://a.b/rest/1/s3cret/', 'webhookScheme'],
  // Plain http away from the machine itself
  ['http://a.b/rest/1/s3cret/', 'webhookPlainHttp'],
  ['http://LOCALHOST/rest/1/s3cret/', 'webhookPlainHttp'],
  ['http://localhost.evil.ru/rest/1/s3cret/', 'webhookPlainHttp'],
  ['http://127.0.0.1.evil.ru/rest/1/s3cret/', 'webhookPlainHttp'],
  ['http://127.0.0.2/rest/1/s3cret/', 'webhookPlainHttp'],
  ['http://0.0.0.0/rest/1/s3cret/', 'webhookPlainHttp'],
  // User info
  ['http://localhost@evil.ru/rest/1/s3cret/', 'webhookUserInfo'],
  ['https://a.b@evil.ru/rest/1/s3cret/', 'webhookUserInfo'],
  ['https://user:pass@a.b/rest/1/s3cret/', 'webhookUserInfo'],
  ['https://@a.b/rest/1/s3cret/', 'webhookUserInfo'],
  ['https://a.b\\@evil.ru/rest/1/s3cret/', 'webhookUserInfo'],
  ['http://127.0.0.1:80@evil.ru/rest/1/s3cret/', 'webhookUserInfo'],
  // Query and fragment
  ['https://a.b/rest/1/s3cret/?', 'webhookQuery'],
  ['https://a.b/rest/1/s3cret/?auth=x', 'webhookQuery'],
  ['https://a.b/rest/1/s3cret/#', 'webhookQuery'],
  ['https://evil.ru?a.b/rest/1/s3cret/', 'webhookQuery'],
  ['https://evil.ru#a.b/rest/1/s3cret/', 'webhookQuery'],
  // Hosts
  ['https:///rest/1/s3cret/', 'webhookHost'],
  ['https://a.b\\evil.ru/rest/1/s3cret/', 'webhookHost'],
  ['https://.a.b/rest/1/s3cret/', 'webhookHost'],
  ['https://a.b./rest/1/s3cret/', 'webhookHost'],
  ['https://a..b/rest/1/s3cret/', 'webhookHost'],
  ['https://-a.b/rest/1/s3cret/', 'webhookHost'],
  ['https://a.b%2eevil.ru/rest/1/s3cret/', 'webhookHost'],
  ['https://a,b/rest/1/s3cret/', 'webhookHost'],
  ['https://*.b/rest/1/s3cret/', 'webhookHost'],
  ['https://2130706433/rest/1/s3cret/', 'webhookHost'],
  ['https://0x7f000001/rest/1/s3cret/', 'webhookHost'],
  ['https://a.0x/rest/1/s3cret/', 'webhookHost'],
  ['https://0177.0.0.1/rest/1/s3cret/', 'webhookHost'],
  ['https://127.1/rest/1/s3cret/', 'webhookHost'],
  ['https://256.0.0.1/rest/1/s3cret/', 'webhookHost'],
  ['https://1.2.3.4.5/rest/1/s3cret/', 'webhookHost'],
  ['https://[::2]/rest/1/s3cret/', 'webhookHost'],
  ['http://[::ffff:127.0.0.1]/rest/1/s3cret/', 'webhookHost'],
  ['http://[::1]evil.ru/rest/1/s3cret/', 'webhookHost'],
  [`https://${'a'.repeat(64)}.ru/rest/1/s3cret/`, 'webhookHost'],
  [`https://${'a.'.repeat(126)}ru/rest/1/s3cret/`, 'webhookHost'],
  // Ports
  ['https://a.b:/rest/1/s3cret/', 'webhookPort'],
  ['https://a.b:0/rest/1/s3cret/', 'webhookPort'],
  ['https://a.b:65536/rest/1/s3cret/', 'webhookPort'],
  ['https://a.b:99999/rest/1/s3cret/', 'webhookPort'],
  ['https://a.b:0443/rest/1/s3cret/', 'webhookPort'],
  ['https://a.b:443443/rest/1/s3cret/', 'webhookPort'],
  ['https://a.b:+443/rest/1/s3cret/', 'webhookPort'],
  ['https://a.b:4e3/rest/1/s3cret/', 'webhookPort'],
  ['https://a.b:443:443/rest/1/s3cret/', 'webhookPort'],
  ['http://localhost:x/rest/1/s3cret/', 'webhookPort'],
  // Paths
  ['https://a.b', 'webhookPath'],
  ['https://a.b/', 'webhookPath'],
  ['https://a.b/rest/', 'webhookPath'],
  ['https://a.b/rest/1/', 'webhookPath'],
  ['https://a.b/rest/1//', 'webhookPath'],
  ['https://a.b/rest/s3cret/', 'webhookPath'],
  ['https://a.b/rest/api/1/s3cret/', 'webhookPath'],
  ['https://a.b/rest/admin/s3cret/', 'webhookPath'],
  ['https://a.b/rest/-1/s3cret/', 'webhookPath'],
  ['https://a.b/REST/1/s3cret/', 'webhookPath'],
  ['https://a.b//rest/1/s3cret/', 'webhookPath'],
  ['https://a.b/x/rest/1/s3cret/', 'webhookPath'],
  ['https://a.b/rest//1/s3cret/', 'webhookPath'],
  ['https://a.b/rest/1/s3cret//', 'webhookPath'],
  ['https://a.b/rest/1/s3cret/profile//', 'webhookPath'],
  ['https://a.b/rest/1/s3cret/../admin', 'webhookPath'],
  ['https://a.b/rest/1/../1/s3cret/', 'webhookPath'],
  ['https://a.b/./rest/1/s3cret/', 'webhookPath'],
  ['https://a.b/rest/1/s3cret/crm/item/list', 'webhookPath'],
  ['https://a.b/rest/1/s3cret/crm..item', 'webhookPath'],
  ['https://a.b/rest/1/s3cret/.json', 'webhookPath'],
  ['https://a.b/rest/1/s3cret.xml', 'webhookPath'],
  ['https://a.b/rest/1/s3-cret/', 'webhookPath'],
  ['https://a.b/rest/1/s3_cret/', 'webhookPath'],
  ['https://a.b/rest/1/s3%63ret/', 'webhookPath'],
  ['https://a.b/%72est/1/s3cret/', 'webhookPath'],
  ['https://a.b/rest/1/s3cret;x/', 'webhookPath'],
  ['https://a.b/rest\\1\\s3cret\\', 'webhookPath'],
  ['https://a.b/rest/1/s3cret/@evil.ru', 'webhookPath'],
  ['https://a.b/rest/1/********/', 'webhookMask'],
  // Characters
  ['https://a.b /rest/1/s3cret/', 'webhookCharacters'],
  ['https://a.b/rest/1/s3cret/ x', 'webhookCharacters'],
  [' \n\u200b', 'webhookScheme'],
  [' https://a.b/rest/1/********/', 'webhookMask'],
  ['ht\ttps://a.b/rest/1/s3cret/', 'webhookCharacters'],
  ['https://a.b\r\n/rest/1/s3cret/', 'webhookCharacters'],
  ['https://a.b/rest/1/s3\u0000cret/', 'webhookCharacters'],
  ['https://a.b/rest/1/s3\u200bcret/', 'webhookCharacters'],
  ['https://a。b/rest/1/s3cret/', 'webhookCharacters'],
  ['https://a．b/rest/1/s3cret/', 'webhookCharacters'],
  // Cyrillic and Latin in one label, and signs that browsers read as others
  ['https://dеmo.bitrix24.ru/rest/1/s3cret/', 'webhookMixedHost'],
  ['https://портaл.рф/rest/1/s3cret/', 'webhookMixedHost'],
  ['https://портал_24.рф/rest/1/s3cret/', 'webhookMixedHost'],
  ['https://-портал.рф/rest/1/s3cret/', 'webhookMixedHost'],
  ['https://порт\u00adал.рф/rest/1/s3cret/', 'webhookMixedHost'],
  ['https://портал。рф/rest/1/s3cret/', 'webhookMixedHost'],
  ['https://пример@evil.ru/rest/1/s3cret/', 'webhookUserInfo'],
  ['https://портал.рф./rest/1/s3cret/', 'webhookHost'],
  ['https://портал..рф/rest/1/s3cret/', 'webhookHost'],
  [`https://${'п'.repeat(60)}.рф/rest/1/s3cret/`, 'webhookHost'],
  ['http://портал.рф/rest/1/s3cret/', 'webhookPlainHttp'],
  ['https://пример.рф/рест/1/s3cret/', 'webhookCharacters'],
  ['https://münchen.de/rest/1/s3cret/', 'webhookCharacters'],
  ['https://a.b/rest/1/s3сret/', 'webhookCharacters'],
  ['https://a.b/rest/１/s3cret/', 'webhookCharacters'],
  ['https://a.b/rest/١/s3cret/', 'webhookCharacters'],
  ['https://a.b:４４３/rest/1/s3cret/', 'webhookCharacters'],
  ['https://ⓐ.b/rest/1/s3cret/', 'webhookCharacters'],
  ['http://ⅼocalhost/rest/1/s3cret/', 'webhookCharacters'],
];

describe('a look-alike of a webhook', () => {
  it.each(LOOK_ALIKES)('%j is refused with the sentence %s', (text, problem) => {
    expect(parseWebhook(text)).toEqual({ ok: false, problem: settingsTexts[problem] });
  });

  it('of any length is refused', () => {
    const huge = `https://a.b/rest/1/${'a'.repeat(1_000_000)}/`;
    expect(parseWebhook(huge)).toEqual({ ok: false, problem: settingsTexts.webhookTooLong });
  });

  it('is never quoted in the problem', () => {
    for (const [text] of LOOK_ALIKES) {
      const result = parseWebhook(text);
      expect(result.ok ? '' : result.problem).not.toContain('s3cret');
    }
  });
});
