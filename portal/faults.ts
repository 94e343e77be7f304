/** Faults on demand: what can go wrong between a client and a portal, and when. */
import { errorAnswer } from './answer/envelope';
import { RestError } from './answer/RestError';
import { htmlAnswer, type PortalAnswer, type PortalOutcome } from './http';
import type { ArrivedRequest } from './request-record';

/** Given what the portal would have done; not running it means that the request never reached the portal. */
export type Fault = (run: () => PortalOutcome, request: ArrivedRequest) => PortalOutcome;

/** Asked for every request; null: no fault. */
export type FaultRule = (request: ArrivedRequest) => Fault | null;

/** Answers in the given order, one for each request that `fits`; null lets a request through. */
export function faultQueue(
  faults: readonly (Fault | null)[],
  fits: (request: ArrivedRequest) => boolean = () => true,
): FaultRule {
  const left = [...faults];
  return (request) => (fits(request) ? (left.shift() ?? null) : null);
}

export const restFault =
  (status: number, code: string | number, description: string): Fault =>
  () =>
    errorAnswer(new RestError(status, code, description));

export const tooManyRequests = restFault(503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests');
export const operationTimeLimit = restFault(
  429,
  'OPERATION_TIME_LIMIT',
  'Method is blocked due to operation time limit.',
);
export const overloadLimit = restFault(503, 'OVERLOAD_LIMIT', 'REST API is blocked due to overload.');
export const sqlFailure = restFault(500, 'ERROR_CORE', 'SQL query error!');
export const internalError = restFault(500, 'INTERNAL_SERVER_ERROR', 'Internal server error');
export const unexpectedAnswer = restFault(
  500,
  'ERROR_UNEXPECTED_ANSWER',
  'Server returned an unexpected response',
);
export const wrongEncoding = restFault(200, 'WRONG_ENCODING', 'Wrong request encoding');
export const onlyIntranetUser = restFault(403, 'allowed_only_intranet_user', 'Extranet user is not allowed');
export const inactiveUser = restFault(401, 'authorization_error', 'Unable to authorize user');
/** An error with HTTP 200 and an empty code. */
export const emptyErrorCode = restFault(200, '', 'Access denied.');

export const htmlFault =
  (status: number, text: string): Fault =>
  () =>
    htmlAnswer(status, text);

/** What a web server or a shield before the portal says in words of its own. */
export const textFault =
  (status: number, text: string): Fault =>
  () => ({ kind: 'answer', status, headers: { 'Content-Type': 'text/plain' }, body: text });

export const shielded = textFault(403, 'error code: 1020');
/** A gateway that answers in JSON, which is not the portal's. */
export const refusedByGateway: Fault = () => ({
  kind: 'answer',
  status: 403,
  headers: { 'Content-Type': 'application/json' },
  body: '{"message":"Forbidden"}',
});
export const unavailableHtml = htmlFault(503, 'Service Temporarily Unavailable');
export const badGateway = htmlFault(502, 'Bad Gateway');
export const gatewayTimeout = htmlFault(504, 'Gateway Time-out');
export const htmlInsteadOfJson = htmlFault(200, 'Authorization');

export const hang: Fault = () => ({ kind: 'hang' });
export const reset: Fault = () => ({ kind: 'reset' });
/** The portal does the work, the answer is lost. */
export const lostAnswer: Fault = (run) => {
  run();
  return { kind: 'reset' };
};

/** `location`: a full address or a path of the same host. */
export const redirectTo =
  (location: string, status = 302): Fault =>
  () => ({ kind: 'answer', status, headers: { Location: location }, body: '' });

const withBody =
  (change: (body: string) => string): Fault =>
  (run) => {
    const outcome = run();
    return outcome.kind === 'answer' ? { ...outcome, body: change(outcome.body) } : outcome;
  };

export const emptyBody = withBody(() => '');
export const truncatedJson = withBody((body) => body.slice(0, Math.floor(body.length / 2)));

/** A file of a boxed portal that was saved with a byte order mark, which PHP prints before every answer. */
export const behindByteOrderMark = withBody((body) => `\uFEFF${body}`);
/** The same of a file that makes PHP print a notice. */
export const behindNotice = withBody(
  (body) =>
    '<br />\n<b>Notice</b>:  Undefined index: UF in <b>/home/bitrix/www/init.php</b> on line <b>7</b><br />\n' +
    body,
);

/** Changes the decoded answer: wrong types, missing keys. `change` gives the new body's value. */
export const changedAnswer = (change: (answer: unknown) => unknown): Fault =>
  withBody((body) => JSON.stringify(change(JSON.parse(body))));

/** As gateways and extensions write a result that is good. */
export const besideNoError = changedAnswer((answer) => ({ error: null, ...(answer as object) }));

type Json = Readonly<Record<string, unknown>>;

/** The record of that id with other values, as imports, exchanges and modules may leave them in the database. */
export const oddRecord = (id: number, values: Json): Fault =>
  changedAnswer((answer) => {
    const { result } = answer as { result?: unknown };
    return result === undefined ? answer : { ...(answer as Json), result: withOdd(result, id, values) };
  });

function withOdd(value: unknown, id: number, values: Json): unknown {
  if (Array.isArray(value)) return value.map((element) => withOdd(element, id, values));
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Json;
  if (record['id'] === id || record['ID'] === String(id)) return { ...record, ...values };
  return Object.fromEntries(Object.entries(record).map(([key, inner]) => [key, withOdd(inner, id, values)]));
}

/** Something happens on the portal just before the request is carried out: rows change between pages. */
export const meanwhile =
  (act: () => void): Fault =>
  (run) => {
    act();
    return run();
  };

export const movedPortal = (origin: string, path: string): PortalAnswer => ({
  kind: 'answer',
  status: 302,
  headers: { Location: origin.replace(/\/$/, '') + path },
  body: '',
});
