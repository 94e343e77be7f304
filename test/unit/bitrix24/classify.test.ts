/** What each refusal means, and whether asking again can help. */
import { classify, type Failure } from '../../../src/bitrix24/classify';
import { readEnvelope } from '../../../src/bitrix24/envelope';
import type { Method } from '../../../src/bitrix24/methods';

const METHOD = 'crm.item.list';

function failureOf(status: number, body: string, method: Method = METHOD): Failure {
  const reading = readEnvelope(status, body);
  if (reading.kind === 'answer') throw new Error('An answer is no failure');
  return classify(method, status, reading);
}

function refusal(status: number, error: unknown, description = ''): unknown {
  const { code, retry } = failureOf(status, JSON.stringify({ error, error_description: description }));
  return [code, retry];
}

describe('a refusal', () => {
  it.each([
    // The authorisation family: source and documentation differ in the status, so the code decides.
    [401, 'INVALID_CREDENTIALS', 'credentials', 'never'],
    [403, 'INVALID_CREDENTIALS', 'credentials', 'never'],
    [401, 'NO_AUTH_FOUND', 'credentials', 'never'],
    [401, 'authorization_error', 'userInactive', 'never'],
    [403, 'WRONG_AUTH_TYPE', 'credentials', 'never'],
    [401, 'user_access_error', 'credentials', 'never'],
    [401, 'expired_token', 'credentials', 'never'],
    [401, 'insufficient_scope', 'scope', 'never'],
    [403, 'insufficient_scope', 'scope', 'never'],
    [401, 'INVALID_REQUEST', 'httpsRequired', 'never'],
    [400, 'INVALID_REQUEST', 'httpsRequired', 'never'],
    [401, 'ACCESS_DENIED', 'subscription', 'never'],
    [403, 'ACCESS_DENIED', 'subscription', 'never'],
    [400, 'ACCESS_DENIED', 'accessDenied', 'never'],
    [401, 'OVERLOAD_LIMIT', 'overload', 'never'],
    [503, 'OVERLOAD_LIMIT', 'overload', 'never'],
    [403, 'PORTAL_DELETED', 'portalClosed', 'never'],
    [500, 'PORTAL_DELETED', 'portalClosed', 'never'],
    [401, 'METHOD_CONFIRM_WAITING', 'confirmWaiting', 'never'],
    [403, 'METHOD_CONFIRM_DENIED', 'confirmDenied', 'never'],
    [400, 'allowed_only_intranet_user', 'intranetOnly', 'never'],
    [403, 'allowed_only_intranet_user', 'intranetOnly', 'never'],
    // Limits.
    [503, 'QUERY_LIMIT_EXCEEDED', 'rateLimit', 'rate'],
    [429, 'QUERY_LIMIT_EXCEEDED', 'rateLimit', 'rate'],
    [429, 'OPERATION_TIME_LIMIT', 'operatingLimit', 'operating'],
    [200, 'OPERATION_TIME_LIMIT', 'operatingLimit', 'operating'],
    [503, 'SOMETHING_ELSE', 'rateLimit', 'rate'],
    [429, '', 'rateLimit', 'rate'],
    // Failures of the server.
    [500, 'ERROR_CORE', 'serverError', 'fault'],
    [500, 'INTERNAL_SERVER_ERROR', 'serverError', 'fault'],
    [500, 'ERROR_UNEXPECTED_ANSWER', 'serverError', 'fault'],
    [502, '', 'serverError', 'fault'],
    [408, 'TIMEOUT', 'timeout', 'fault'],
    // Without a code that says more.
    [401, 'SOMETHING_ELSE', 'unauthorized', 'once'],
    [401, 'ERROR_OAUTH', 'unauthorized', 'once'],
    [401, '', 'blocked', 'never'],
    [403, '', 'blocked', 'never'],
    [403, 'SOMETHING_ELSE', 'accessDenied', 'never'],
    // The request itself.
    [404, 'ERROR_METHOD_NOT_FOUND', 'methodNotFound', 'never'],
    [400, 'INVALID_ARG_VALUE', 'argument', 'never'],
    [400, 'REQUIRED_ARG_MISSING', 'argument', 'never'],
    [400, 'NOT_FOUND', 'invoicesOff', 'never'],
    [400, 'ENTITY_TYPE_NOT_SUPPORTED', 'invoicesOff', 'never'],
    [400, 100, 'argument', 'never'],
    [400, '100', 'argument', 'never'],
    [400, 0, 'argument', 'never'],
    [400, '', 'argument', 'never'],
    [200, 'WRONG_ENCODING', 'badAnswer', 'never'],
    [200, '', 'argument', 'never'],
  ])('of status %i with %j is %s and is retried: %s', (status, error, code, retry) => {
    expect(refusal(status, error)).toEqual([code, retry]);
  });

  it.each(['', 0, '0'])(
    'of a legacy method, with the code %j, is told by its fixed English text',
    (error) => {
      expect(refusal(400, error, 'Access denied.')).toEqual(['accessDenied', 'never']);
      expect(refusal(400, error, 'Not found')).toEqual(['argument', 'never']);
      expect(refusal(400, error, 'Field «Access denied» is unknown')).toEqual(['argument', 'never']);
    },
  );

  it.each(['REST is available only by subscription.', 'REST API is available only on commercial plans'])(
    'that blames the plan is told so whatever its status: %s',
    (description) => {
      expect(refusal(400, 'ACCESS_DENIED', description)).toEqual(['subscription', 'never']);
    },
  );

  it('of a method without a say in the settings does not send anybody there', () => {
    const { code } = failureOf(400, '{"error":"INVALID_ARG_VALUE"}', 'crm.requisite.list');
    expect(code).toBe('refused');
  });

  it('of another code is not told by its text, which is in any language', () => {
    expect(refusal(400, 'INVALID_ARG_VALUE', 'Access denied.')).toEqual(['argument', 'never']);
  });
});

describe('something that is no JSON', () => {
  it.each([
    [200, '<html>login</html>', 'notJson', 'never'],
    [404, '<html>not found</html>', 'portalDeleted', 'never'],
    [410, '', 'portalDeleted', 'never'],
    [401, '<html>authorization required</html>', 'blocked', 'never'],
    [403, '<html>forbidden</html>', 'blocked', 'never'],
    [403, 'error code: 1020', 'blocked', 'never'],
    [403, 'Forbidden', 'blocked', 'never'],
    [403, '', 'blocked', 'never'],
    [400, 'Bad Request', 'blocked', 'never'],
    [405, '<html>not allowed</html>', 'blocked', 'never'],
    [403, '{"error":"ACC', 'blocked', 'never'],
    [400, '{"error":"ACC', 'brokenJson', 'fault'],
    [400, '', 'brokenJson', 'fault'],
    [403, '{"message":"Forbidden"}', 'blocked', 'never'],
    [451, '{"errors":[{"code":1020}]}', 'argument', 'never'],
    [408, '', 'timeout', 'fault'],
    [404, 'not found', 'portalDeleted', 'never'],
    [503, '<html>too many</html>', 'rateLimit', 'rate'],
    [429, '', 'rateLimit', 'rate'],
    [502, '<html>bad gateway</html>', 'serverError', 'fault'],
    [504, '', 'serverError', 'fault'],
    [200, '', 'brokenJson', 'fault'],
    [200, '{"result":{"items":[', 'brokenJson', 'fault'],
    [200, 'Notice: x', 'brokenJson', 'fault'],
    [200, '[]', 'brokenJson', 'fault'],
  ])('of status %i, %j, is %s and is retried: %s', (status, body, code, retry) => {
    const failure = failureOf(status, body);
    expect([failure.code, failure.retry]).toEqual([code, retry]);
  });
});

describe('an answer', () => {
  it('is no failure', () => {
    expect(readEnvelope(200, '{"result":[]}').kind).toBe('answer');
  });
});

describe("the portal's own code", () => {
  const codeShown = (error: unknown): unknown => failureOf(400, JSON.stringify({ error })).details.portalCode;

  it('is kept where it is a plain word in capitals', () => {
    expect(codeShown('INVALID_ARG_VALUE')).toBe('INVALID_ARG_VALUE');
    expect(codeShown(100)).toBe('100');
  });

  it.each(['Иванов', 'a b', '<b>', 'lower_case', 'A'.repeat(61), 'https://demo/rest/1/s3cret/'])(
    'is left out where it is %j',
    (error) => {
      expect(codeShown(error)).toBe('');
    },
  );
});

describe('what a failure says besides', () => {
  const details = (status: number, body: string): unknown => failureOf(status, body).details;

  it.each([
    [503, '{"error":"QUERY_LIMIT_EXCEEDED"}', { method: METHOD, status: 503 }],
    [502, '<html>bad gateway</html>', { method: METHOD, status: 502 }],
    [400, '{"error":"ACCESS_DENIED"}', { method: METHOD, portalCode: 'ACCESS_DENIED' }],
    [400, '{"error":"","error_description":"Access denied."}', { method: METHOD }],
    [400, '{"error":"INVALID_ARG_VALUE"}', { method: METHOD, status: 400, portalCode: 'INVALID_ARG_VALUE' }],
  ])('of status %i and body %s is %j', (status, body, said) => {
    expect(details(status, body)).toEqual(said);
  });
});
