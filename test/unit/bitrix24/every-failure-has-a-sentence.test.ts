/** What the portal and Google are known to answer, one by one, and the sentence that a person reads for each. */
import type { Http } from '../../../src/platform/platform';
import type { Call } from '../../../src/bitrix24/methods';
import { decoded } from '../../../src/bitrix24/read';
import { decodeProfile } from '../../../src/bitrix24/decode-portal';
import { errorTexts } from '../../../src/texts/error-texts';
import * as faults from '../../../portal/faults';
import { inRussian } from '../../../simulator';
import { aLine } from './a-line';

const LIST: Call = { method: 'crm.item.list', params: {} };
const { restFault, htmlFault, redirectTo } = faults;
const emptyProfile = faults.changedAnswer(() => ({ result: [] }));

const OF_THE_PORTAL: readonly (readonly [string, faults.Fault, string])[] = [
  ['a wrong or expired webhook', restFault(401, 'INVALID_CREDENTIALS', ''), errorTexts.credentials()],
  ['the same by the documentation', restFault(403, 'INVALID_CREDENTIALS', ''), errorTexts.credentials()],
  ['an address without credentials', restFault(401, 'NO_AUTH_FOUND', ''), errorTexts.credentials()],
  ['no way in for webhooks', restFault(403, 'WRONG_AUTH_TYPE', ''), errorTexts.credentials()],
  ['an expired token', restFault(401, 'expired_token', ''), errorTexts.credentials()],
  ['a user without access', restFault(401, 'user_access_error', ''), errorTexts.credentials()],
  ['an inactive user', faults.inactiveUser, errorTexts.userInactive()],
  ['an extranet user', faults.onlyIntranetUser, errorTexts.intranetOnly()],
  ['no scope', restFault(401, 'insufficient_scope', ''), errorTexts.scope()],
  ['no right', restFault(400, 'ACCESS_DENIED', ''), errorTexts.accessDenied('invoices')],
  ['no right, of a legacy method', faults.emptyErrorCode, errorTexts.accessDenied('invoices')],
  ['a plan without REST', restFault(401, 'ACCESS_DENIED', ''), errorTexts.subscription()],
  [
    'a plan without REST, by the documentation',
    restFault(403, 'ACCESS_DENIED', 'REST API is available only on commercial plans'),
    errorTexts.subscription(),
  ],
  ['a block by Bitrix24', faults.overloadLimit, errorTexts.overload()],
  ['a refusal that nobody knows', restFault(401, 'ERROR_OAUTH', ''), errorTexts.unauthorized()],
  ['a shield before the portal', faults.shielded, errorTexts.blocked(403)],
  ['a gateway before the portal', faults.refusedByGateway, errorTexts.blocked(403)],
  ['a password before the portal', htmlFault(401, 'Authorization Required'), errorTexts.blocked(401)],
  [
    'methods to be confirmed',
    restFault(401, 'METHOD_CONFIRM_WAITING', 'Waiting for confirm'),
    errorTexts.confirmWaiting(),
  ],
  ['methods not confirmed', restFault(403, 'METHOD_CONFIRM_DENIED', 'Denied'), errorTexts.confirmDenied()],
  ['a closed public part', restFault(403, 'PORTAL_DELETED', ''), errorTexts.portalClosed()],
  ['a deleted portal', htmlFault(404, 'Not Found'), errorTexts.portalDeleted()],
  ['plain http', restFault(400, 'INVALID_REQUEST', 'Https required.'), errorTexts.httpsRequired()],
  ['invoices switched off', restFault(400, 'NOT_FOUND', ''), errorTexts.invoicesOff()],
  ['no such type', restFault(400, 'ENTITY_TYPE_NOT_SUPPORTED', ''), errorTexts.invoicesOff()],
  [
    'no such method',
    restFault(404, 'ERROR_METHOD_NOT_FOUND', ''),
    errorTexts.methodNotFound('crm.item.list'),
  ],
  [
    'a refused field',
    restFault(400, 'INVALID_ARG_VALUE', ''),
    errorTexts.argument('INVALID_ARG_VALUE', 'crm.item.list'),
  ],
  ['too many requests', faults.tooManyRequests, errorTexts.rateLimit()],
  ['too many requests, as a page', faults.unavailableHtml, errorTexts.rateLimit()],
  ['no working time left', faults.operationTimeLimit, errorTexts.operatingLimit()],
  ['a failing database', faults.sqlFailure, errorTexts.serverError(500)],
  ['an internal error', faults.internalError, errorTexts.serverError(500)],
  ['an unexpected answer', faults.unexpectedAnswer, errorTexts.serverError(500)],
  ['a bad gateway', faults.badGateway, errorTexts.serverError(502)],
  ['a gateway timeout', faults.gatewayTimeout, errorTexts.serverError(504)],
  ['a request timeout', htmlFault(408, 'Request Timeout'), errorTexts.timeout()],
  ['wrong encoding', faults.wrongEncoding, errorTexts.badAnswer('crm.item.list')],
  ['a login page', faults.htmlInsteadOfJson, errorTexts.notJson()],
  ['half an answer', faults.truncatedJson, errorTexts.brokenJson()],
  ['an empty answer', faults.emptyBody, errorTexts.brokenJson()],
  [
    'a portal that has moved',
    redirectTo('https://new.bitrix24.ru/rest/'),
    errorTexts.redirect('new.bitrix24.ru'),
  ],
  [
    'a redirect to plain http',
    redirectTo('http://demo.bitrix24.ru/rest/1/other/profile'),
    errorTexts.redirectToHttp(),
  ],
  ['a redirect in a circle', redirectTo('/rest/1/other/profile'), errorTexts.redirectLoop()],
  ['silence', faults.hang, errorTexts.timeout()],
  ['a torn connection', faults.reset, errorTexts.unreachable()],
];

const URL = 'https://demo.bitrix24.ru/rest/1/s3cret/crm.item.list';

const OF_GOOGLE: readonly (readonly [string, string])[] = [
  ['Service invoked too many times for one day: urlfetch.', errorTexts.quota()],
  [`DNS error: ${URL}`, errorTexts.dns()],
  [`Timeout: ${URL}`, errorTexts.timeout()],
  [`Address unavailable: ${URL}`, errorTexts.unreachable()],
  [`Unexpected error: ${URL}`, errorTexts.unreachable()],
  [`SSL Error ${URL}`, errorTexts.tls()],
  [
    `Request to ${URL} failed because the URL has not been whitelisted in the script manifest.`,
    errorTexts.notListed(),
  ],
  ['You do not have permission to call UrlFetchApp.fetchAll', errorTexts.permission()],
];

const OF_GOOGLE_IN_ENGLISH: readonly (readonly [string, string])[] = [
  ['Service invoked too many times in a short time: urlfetch.', errorTexts.busyGoogle()],
  [`Bandwidth quota exceeded: ${URL}. Try reducing the rate of data transfer.`, errorTexts.busyGoogle()],
  [`UrlFetch calls to ${URL} are not permitted by your admin`, errorTexts.forbiddenHost()],
  ['Limit Exceeded: URLFetch Response Size.', errorTexts.tooLarge()],
  ["We're sorry, a server error occurred. Please wait a bit and try again.", errorTexts.googleFailed()],
];

function sentenceFor(fault: faults.Fault): string {
  const line = aLine(undefined, { portal: { faults: () => fault } });
  const [reply] = line.client().sendAll([LIST]);
  return reply?.kind === 'failure' ? reply.error.message : '';
}

function sentenceForThrown(text: string): string {
  const http: Http = {
    fetchAll: () => {
      throw new Error(text);
    },
  };
  const [reply] = aLine().client({ http }).sendAll([LIST]);
  return reply?.kind === 'failure' ? reply.error.message : '';
}

describe('a person reads the right sentence', () => {
  it.each(OF_THE_PORTAL)('for %s', (_, fault, sentence) => {
    expect(sentenceFor(fault)).toBe(sentence);
  });

  it('for the empty profile of a user who may no longer log in', () => {
    const line = aLine(undefined, { portal: { faults: () => emptyProfile } });
    const [reply] = line.client().sendAll([{ method: 'profile', params: {} }]);
    expect(reply && (() => decoded('profile', reply, decodeProfile))).toThrow(errorTexts.userInactive());
  });

  it.each([...OF_GOOGLE, ...OF_GOOGLE_IN_ENGLISH])('for %s', (text, sentence) => {
    expect(sentenceForThrown(text)).toBe(sentence);
  });

  it.each(OF_GOOGLE)('in Russian for %s', (text, sentence) => {
    expect(sentenceForThrown(inRussian(text))).toBe(
      // The simulator has no Russian wording for every text: then only the address is left.
      inRussian(text).startsWith('Ошибка службы') ? errorTexts.unreachable() : sentence,
    );
  });
});

describe('every sentence for a failure', () => {
  const STEP =
    /(Создайте|создайте|Отметьте|Оплатите|Попросите|обратитесь|Обратитесь|Проверьте|проверьте|Сохраните|сохраните|Подождите|Обновите|обновите|Выберите|Убедитесь|Откройте|Закройте)/;

  it.each([...OF_THE_PORTAL.map(([, , sentence]) => sentence), ...OF_GOOGLE.map(([, sentence]) => sentence)])(
    'says what to do: %s',
    (sentence) => {
      expect(sentence).toMatch(STEP);
    },
  );
});
