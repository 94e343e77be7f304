/** The catalogue of what the add-on says when it cannot go on. */
import type { ErrorTextCode, Readable } from '../../../src/texts/error-texts';
import { errorTexts } from '../../../src/texts/error-texts';
import { faultsOf } from '../../support/russian-prose';

const LONGEST_METHOD = 'crm.item.productrow.list';
const LONGEST_FIELD = `UF_${'A'.repeat(47)}`;
const LONGEST_CODE = 'A'.repeat(40);
const LONGEST_HOST = `${'a'.repeat(40)}.${'b'.repeat(33)}:65535`;

const EVERYTHING: readonly Readable[] = [
  'invoices',
  'rows',
  'links',
  'requisites',
  'companies',
  'contacts',
  'stages',
  'fields',
  'profile',
];

/** Every text with its longest arguments. */
const TEXTS: Readonly<Record<ErrorTextCode, readonly string[]>> = {
  credentials: [errorTexts.credentials()],
  unauthorized: [errorTexts.unauthorized()],
  blocked: [errorTexts.blocked(403)],
  confirmWaiting: [errorTexts.confirmWaiting()],
  confirmDenied: [errorTexts.confirmDenied()],
  userInactive: [errorTexts.userInactive()],
  scope: [errorTexts.scope()],
  subscription: [errorTexts.subscription()],
  accessDenied: EVERYTHING.map((what) => errorTexts.accessDenied(what)),
  overload: [errorTexts.overload()],
  portalClosed: [errorTexts.portalClosed()],
  portalDeleted: [errorTexts.portalDeleted()],
  httpsRequired: [errorTexts.httpsRequired()],
  intranetOnly: [errorTexts.intranetOnly()],
  invoicesOff: [errorTexts.invoicesOff()],
  methodNotFound: [errorTexts.methodNotFound(LONGEST_METHOD)],
  argument: [errorTexts.argument(LONGEST_CODE, LONGEST_METHOD), errorTexts.argument('', LONGEST_METHOD)],
  refused: [errorTexts.refused(LONGEST_CODE, LONGEST_METHOD), errorTexts.refused('', LONGEST_METHOD)],
  rateLimit: [errorTexts.rateLimit()],
  operatingLimit: [errorTexts.operatingLimit()],
  serverError: [errorTexts.serverError(502)],
  redirect: [errorTexts.redirect(LONGEST_HOST), errorTexts.redirect('')],
  redirectToHttp: [errorTexts.redirectToHttp()],
  redirectLoop: [errorTexts.redirectLoop()],
  unreachable: [errorTexts.unreachable()],
  dns: [errorTexts.dns()],
  timeout: [errorTexts.timeout()],
  tls: [errorTexts.tls()],
  tooLarge: [errorTexts.tooLarge()],
  notJson: [errorTexts.notJson()],
  brokenJson: [errorTexts.brokenJson()],
  badAnswer: [errorTexts.badAnswer(LONGEST_METHOD)],
  fieldGone: [errorTexts.fieldGone(LONGEST_FIELD)],
  fieldNotDate: [errorTexts.fieldNotDate(LONGEST_FIELD)],
  fieldNotSum: [errorTexts.fieldNotSum(LONGEST_FIELD)],
  fieldNotShown: [errorTexts.fieldNotShown(LONGEST_FIELD)],
  invisible: [errorTexts.invisible()],
  quota: [errorTexts.quota()],
  busyGoogle: [errorTexts.busyGoogle()],
  googleFailed: [errorTexts.googleFailed()],
  forbiddenHost: [errorTexts.forbiddenHost()],
  notListed: [errorTexts.notListed()],
  permission: [errorTexts.permission()],
  noConnection: [errorTexts.noConnection()],
};

describe('every error text', () => {
  it.each(Object.entries(TEXTS))('is clean Russian prose: %s', (_, texts) => {
    for (const text of texts) expect([text, faultsOf(text)]).toEqual([text, []]);
  });

  it.each(Object.entries(TEXTS))('is one sentence or two: %s', (_, texts) => {
    for (const text of texts) expect(text.split(/\. (?=[А-ЯЁA-Z])/).length).toBeLessThanOrEqual(2);
  });

  it('differs from every other one', () => {
    const all = Object.values(TEXTS).flat();
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('an error text that takes something', () => {
  it('says it', () => {
    expect(errorTexts.argument('INVALID_ARG_VALUE', 'crm.item.list')).toContain('INVALID_ARG_VALUE');
    expect(errorTexts.argument('', 'crm.item.list')).toContain('crm.item.list');
    expect(errorTexts.methodNotFound('crm.item.list')).toContain('crm.item.list');
    expect(errorTexts.badAnswer('crm.item.list')).toContain('crm.item.list');
    expect(errorTexts.serverError(503)).toContain('503');
    expect(errorTexts.redirect('new.bitrix24.ru:8443')).toContain('new.bitrix24.ru:8443');
    expect(errorTexts.fieldGone('UF_CRM_PAID')).toContain('UF_CRM_PAID');
    expect(errorTexts.fieldNotDate('UF_CRM_PAID')).toContain('UF_CRM_PAID');
  });

  it.each(['insufficient_scope', 'A'.repeat(41), 'https://a.b/rest/1/s3cret/', 'ПОРТАЛ', 'A\n'])(
    'never shows an error code such as %j',
    (code) => {
      expect(errorTexts.argument(code, 'profile')).toBe(errorTexts.argument('', 'profile'));
    },
  );

  it.each(['evil.ru/rest/1/s3cret/', 'user@evil.ru', 'a'.repeat(81), 'порта́л.рф', 'a b', '<b>', 'a.b\n'])(
    'never shows a host such as %j',
    (host) => {
      expect(errorTexts.redirect(host)).toBe(errorTexts.redirect(''));
    },
  );
});

describe('the text for a webhook that sees nothing any more', () => {
  it('is the one users were promised', () => {
    expect(errorTexts.invisible()).toBe(
      'Вебхук больше не видит ни одного счёта. Проверьте права его владельца.',
    );
  });
});
