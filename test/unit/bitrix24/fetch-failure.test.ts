/** What an exception of Google's fetch means, and that nothing of its text is ever passed on. */
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { Bitrix24Error } from '../../../src/bitrix24/Bitrix24Error';
import { fetchFailure } from '../../../src/bitrix24/fetch-failure';
import { secret, surroundings } from '../../support/webhook-arbitraries';

const URL = 'https://demo.bitrix24.ru/rest/1/s3cret/crm.item.list';

describe('an exception of the fetch', () => {
  it.each([
    [`DNS error: ${URL}`, 'dns', 'fault'],
    [`Exception: DNS error: ${URL}`, 'dns', 'fault'],
    [`Timeout: ${URL}`, 'timeout', 'fault'],
    [`Address unavailable: ${URL}`, 'unreachable', 'fault'],
    [`Unexpected error: ${URL}`, 'unreachable', 'fault'],
    [`Bandwidth quota exceeded: ${URL}. Try reducing the rate of data transfer.`, 'busyGoogle', 'fault'],
    ['Service invoked too many times for one day: urlfetch.', 'quota', 'never'],
    [
      'Service invoked too many times in a short time: urlfetch. Try Utilities.sleep(1000).',
      'busyGoogle',
      'fault',
    ],
    [`SSL Error ${URL}`, 'tls', 'once'],
    [
      `Request to ${URL} failed because the URL has not been whitelisted in the script manifest.`,
      'notListed',
      'never',
    ],
    [`Exception: Request to ${URL} failed: the URL is not on the allow-list`, 'notListed', 'never'],
    [`Адреса ${URL} нет в белом списке манифеста.`, 'notListed', 'never'],
    ['Address unavailable: https://whitelist.allowlist.ru/rest/1/x/', 'unreachable', 'fault'],
    ['Limit Exceeded: URLFetch Response Size.', 'tooLarge', 'never'],
    [`UrlFetch calls to ${URL} are not permitted by your admin`, 'forbiddenHost', 'never'],
    ["We're sorry, a server error occurred. Please wait a bit and try again.", 'googleFailed', 'fault'],
    [
      'You do not have permission to call UrlFetchApp.fetchAll. Required permissions: https://www.googleapis.com/auth/script.external_request',
      'permission',
      'never',
    ],
    ['Служба вызвана слишком много раз за день: urlfetch.', 'quota', 'never'],
    ['Exception: Служба использовалась слишком много раз в течение дня: urlfetch.', 'quota', 'never'],
    ['Служба вызвана слишком много раз за короткое время: urlfetch.', 'busyGoogle', 'fault'],
    [`Превышена квота пропускной способности: ${URL}.`, 'busyGoogle', 'fault'],
    [`Ошибка DNS: ${URL}`, 'dns', 'fault'],
    [`Ошибка SSL ${URL}`, 'tls', 'once'],
    [`Время ожидания истекло: ${URL}`, 'timeout', 'fault'],
    [`Адрес недоступен: ${URL}`, 'unreachable', 'fault'],
    ['Нет разрешения на вызов UrlFetchApp.fetchAll.', 'permission', 'never'],
    ['К сожалению, произошла ошибка на сервере. Подождите и повторите попытку.', 'googleFailed', 'fault'],
    ['Address unavailable: https://permission.dns-timeout.ru/rest/1/too-many-times/', 'unreachable', 'fault'],
    [`Не удалось выполнить запрос: ${URL}`, 'unreachable', 'fault'],
    ['', 'unreachable', 'fault'],
  ])('with the text %j is told as %s, retried: %s', (text, code, retry) => {
    expect(fetchFailure(new Error(text))).toEqual({ code, retry, details: {} });
  });

  it('is judged by its text in whatever world it was made', () => {
    const foreign = runInNewContext(`new Error('Timeout: ${URL}')`) as unknown;
    expect(foreign instanceof Error).toBe(false);
    for (const thrown of [foreign, { message: `Timeout: ${URL}` }])
      expect(fetchFailure(thrown).code).toBe('timeout');
  });

  it.each([undefined, null, 'a text', { message: 7 }, {}, 7])('may be anything, even %j', (thrown) => {
    expect(fetchFailure(thrown).code).toBe('unreachable');
  });
});

/** The webhook as a message might carry it: plain, with a method, encoded, in capitals, as a path. */
const quoted = fc
  .record({ secret, surroundings, form: fc.nat(5) })
  .map(({ secret: word, surroundings: { before }, form }) => {
    const webhook = `${before}${word}/`;
    const forms = [
      webhook,
      `${webhook}crm.item.list`,
      encodeURIComponent(webhook),
      webhook.toUpperCase(),
      webhook.replace(/^https?:\/\//, ''),
      word,
    ];
    return { word, text: forms[form] ?? webhook };
  });

describe('a text that quotes the webhook', () => {
  it('leaves no trace of it, whatever else the text says', () => {
    const phrase = fc.constantFrom(
      'Timeout: ',
      'DNS error: ',
      'permission ',
      'too many times for one day ',
      '',
      'Ошибка: ',
    );
    fc.assert(
      fc.property(quoted, phrase, fc.string(), ({ word, text }, start, end) => {
        const failure = fetchFailure(new Error(start + text + end));
        const error = new Bitrix24Error(failure.code, failure.details);
        const everything = `${JSON.stringify(failure)} ${String(error)} ${JSON.stringify(error)} ${error.stack ?? ''}`;
        expect(everything.toLowerCase()).not.toContain(word.toLowerCase());
      }),
    );
  });
});
