/** Every fault of the portal and the platform that is tried, with the sentences that are right for it. */
import type { PortalData } from '../../../portal/data/PortalData';
import * as faults from '../../../portal/faults';
import type { Fault } from '../../../portal/faults';
import { METHODS, type Method } from '../../../src/bitrix24/methods';
import { Bitrix24Error, type ErrorCode, type ErrorDetails } from '../../../src/bitrix24/Bitrix24Error';
import { refreshTexts } from '../../../src/texts/refresh-texts';
import { missingField, NONSENSE, ODD_LISTS, OTHER_SPELLINGS, wrongType } from './damaged-answers';
import { CHANGES } from './small-portal';

export interface NamedFault {
  readonly name: string;
  /** @param address where the method of the request is asked, `/rest/1/secret/` */
  readonly fault: (data: PortalData, address: string) => Fault;
  /** What a person may read if the refresh does not get over it; nothing: it always does. */
  readonly sentences: readonly string[];
  /** Gone when asked again: a refresh that meets it once gets over it. */
  readonly passes?: true;
}

const { restFault, htmlFault, redirectTo } = faults;

/** The sentences for a code, one for each method that it may come from. */
const saying = (code: ErrorCode, details: ErrorDetails = {}): string[] =>
  METHODS.map((method: Method) => new Bitrix24Error(code, { method, ...details }).message);

const refused = (portalCode = ''): string[] => [
  ...saying('argument', { portalCode }),
  ...saying('refused', { portalCode }),
];

const tried = (name: string, fault: Fault, sentences: readonly string[], passes?: true): NamedFault => ({
  name,
  fault: () => fault,
  sentences,
  ...(passes ? { passes } : {}),
});

const rate = saying('rateLimit');
const broken = saying('brokenJson');
const bad = saying('badAnswer');
const server = (status: number): string[] => saying('serverError', { status });

const REFUSALS: readonly NamedFault[] = [
  tried('503 QUERY_LIMIT_EXCEEDED', faults.tooManyRequests, rate, true),
  tried('503 HTML', faults.unavailableHtml, rate, true),
  tried('429 HTML', htmlFault(429, 'Too Many Requests'), rate, true),
  tried('429 OPERATION_TIME_LIMIT', faults.operationTimeLimit, [
    refreshTexts.paused('limits', false),
    refreshTexts.paused('time', false),
  ]),
  tried('503 OVERLOAD_LIMIT', faults.overloadLimit, saying('overload')),
  tried('401 OVERLOAD_LIMIT', restFault(401, 'OVERLOAD_LIMIT', 'x'), saying('overload')),
  tried('500 ERROR_CORE', faults.sqlFailure, server(500), true),
  tried('500 INTERNAL_SERVER_ERROR', faults.internalError, server(500), true),
  tried('500 ERROR_UNEXPECTED_ANSWER', faults.unexpectedAnswer, server(500), true),
  tried('500 HTML', htmlFault(500, 'Internal Server Error'), server(500), true),
  tried('502 HTML', faults.badGateway, server(502), true),
  tried('504 HTML', faults.gatewayTimeout, server(504), true),
  tried('401 INVALID_CREDENTIALS', restFault(401, 'INVALID_CREDENTIALS', 'x'), saying('credentials')),
  tried('403 INVALID_CREDENTIALS', restFault(403, 'INVALID_CREDENTIALS', 'x'), saying('credentials')),
  tried('401 NO_AUTH_FOUND', restFault(401, 'NO_AUTH_FOUND', 'x'), saying('credentials')),
  tried('401 authorization_error', faults.inactiveUser, saying('userInactive')),
  tried('403 allowed_only_intranet_user', faults.onlyIntranetUser, saying('intranetOnly')),
  tried('401 insufficient_scope', restFault(401, 'insufficient_scope', 'x'), saying('scope')),
  tried('401 ACCESS_DENIED', restFault(401, 'ACCESS_DENIED', 'x'), saying('subscription')),
  tried('400 ACCESS_DENIED', restFault(400, 'ACCESS_DENIED', 'x'), saying('accessDenied')),
  tried('200 with an empty code', faults.emptyErrorCode, saying('accessDenied')),
  tried('400 with an empty code', restFault(400, '', 'x'), refused()),
  tried('400 with the code 0', restFault(400, 0, 'x'), refused('0')),
  tried('400 INVALID_ARG_VALUE', restFault(400, 'INVALID_ARG_VALUE', 'x'), refused('INVALID_ARG_VALUE')),
  tried('400 NOT_FOUND', restFault(400, 'NOT_FOUND', 'x'), saying('invoicesOff')),
  tried('403 PORTAL_DELETED', restFault(403, 'PORTAL_DELETED', 'x'), saying('portalClosed')),
  tried('401 ERROR_OAUTH', restFault(401, 'ERROR_OAUTH', 'x'), saying('unauthorized'), true),
  tried(
    '401 METHOD_CONFIRM_WAITING',
    restFault(401, 'METHOD_CONFIRM_WAITING', 'x'),
    saying('confirmWaiting'),
  ),
  tried('403 METHOD_CONFIRM_DENIED', restFault(403, 'METHOD_CONFIRM_DENIED', 'x'), saying('confirmDenied')),
  tried('401 HTML', htmlFault(401, 'Authorization Required'), saying('blocked', { status: 401 })),
  tried('403 HTML', htmlFault(403, 'Forbidden'), saying('blocked', { status: 403 })),
  tried('403 text', faults.shielded, saying('blocked', { status: 403 })),
  tried('403 JSON of a gateway', faults.refusedByGateway, saying('blocked', { status: 403 })),
  tried('404 HTML', htmlFault(404, 'Not Found'), saying('portalDeleted')),
  tried(
    '404 ERROR_METHOD_NOT_FOUND',
    restFault(404, 'ERROR_METHOD_NOT_FOUND', 'x'),
    saying('methodNotFound'),
  ),
  tried('400 INVALID_REQUEST', restFault(400, 'INVALID_REQUEST', 'x'), saying('httpsRequired')),
  tried('200 WRONG_ENCODING', faults.wrongEncoding, bad),
];

const HOST = 'demo.bitrix24.ru';
const elsewhere = (host: string): string[] => saying('redirect', { host });
const loop = [...saying('redirectLoop'), ...saying('notJson'), ...saying('portalDeleted')];

const WIRE: readonly NamedFault[] = [
  tried('200 HTML', faults.htmlInsteadOfJson, saying('notJson')),
  tried('an empty body', faults.emptyBody, broken, true),
  tried('half a body', faults.truncatedJson, broken, true),
  tried('a reset', faults.reset, saying('unreachable'), true),
  tried('a timeout', faults.hang, saying('timeout'), true),
  tried('a lost answer', faults.lostAnswer, saying('unreachable'), true),
  {
    name: 'a redirect within the host',
    fault: (_, address) => (run, request) => redirectTo(`${address}${request.method}.json`)(run, request),
    sentences: loop,
    passes: true,
  },
  tried('a redirect to a login page', redirectTo('/auth/?backurl=%2Frest%2F'), saying('notJson')),
  tried('a redirect to another host', redirectTo('https://new.bitrix24.ru/x/'), elsewhere('new.bitrix24.ru')),
  tried('a redirect to plain http', redirectTo(`http://${HOST}/rest/`), saying('redirectToHttp')),
  tried('a redirect nowhere', redirectTo(''), elsewhere('')),
  {
    name: 'a redirect to the secret',
    fault: (_, address) => redirectTo(`https://${address.split('/')[3] ?? ''}.evil.ru/`),
    sentences: elsewhere(''),
  },
  {
    name: 'the secret as a code',
    fault: (_, address) => restFault(400, (address.split('/')[3] ?? '').toUpperCase(), 'x'),
    sentences: refused(),
  },
];

/** How many records and fields of an answer are damaged in turn. */
const FIELDS = 12;
const numbers = Array.from({ length: FIELDS }, (_, index) => index * 7 + 1);
const unbelieved = [
  ...bad,
  ...broken,
  ...refused(),
  ...saying('userInactive'),
  ...saying('fieldGone', { field: '' }),
];

const ANSWERS: readonly NamedFault[] = [
  tried('a byte order mark', faults.behindByteOrderMark, [], true),
  tried('a printed notice', faults.behindNotice, [], true),
  tried('an error that is null', faults.besideNoError, [], true),
  ...numbers.map((number) => tried(`a wrong type (${number})`, wrongType(number), bad)),
  ...numbers.map((number) => tried(`a missing field (${number})`, missingField(number), bad)),
  ...Object.entries(NONSENSE).map(([name, fault]) => tried(name, fault, unbelieved)),
  ...Object.entries(ODD_LISTS).map(([name, fault]) => tried(name, fault, bad)),
  ...Object.entries(OTHER_SPELLINGS).map(([name, fault]) => tried(name, fault, [], true)),
];

const MEANWHILE: readonly NamedFault[] = Object.entries(CHANGES).map(([name, change]) => ({
  name,
  fault: (data) => faults.meanwhile(() => void change(data)),
  sentences: [],
  passes: true,
}));

export const CATALOGUE: readonly NamedFault[] = [...REFUSALS, ...WIRE, ...ANSWERS, ...MEANWHILE];
