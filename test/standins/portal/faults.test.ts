import * as faults from '../../../portal/faults';
import { ask } from './support';

const outcomeOf = (fault: faults.Fault) => {
  const { portal } = ask(undefined, { faults: faults.faultQueue([fault]) });
  const request = { method: 'POST', path: `${portal.webhookPath}profile`, headers: {}, body: '' };
  return { first: portal.handle(request), second: portal.handle(request), portal };
};

describe('faults (item 7)', () => {
  it.each([
    ['tooManyRequests', faults.tooManyRequests, 503, 'QUERY_LIMIT_EXCEEDED'],
    ['unavailableHtml', faults.unavailableHtml, 503, '<html>'],
    ['operationTimeLimit', faults.operationTimeLimit, 429, 'OPERATION_TIME_LIMIT'],
    ['overloadLimit', faults.overloadLimit, 503, 'OVERLOAD_LIMIT'],
    ['sqlFailure', faults.sqlFailure, 500, 'ERROR_CORE'],
    ['internalError', faults.internalError, 500, 'INTERNAL_SERVER_ERROR'],
    ['unexpectedAnswer', faults.unexpectedAnswer, 500, 'ERROR_UNEXPECTED_ANSWER'],
    ['badGateway', faults.badGateway, 502, '<html>'],
    ['gatewayTimeout', faults.gatewayTimeout, 504, '<html>'],
    ['htmlInsteadOfJson', faults.htmlInsteadOfJson, 200, '<html>'],
    ['wrongEncoding', faults.wrongEncoding, 200, 'WRONG_ENCODING'],
    ['inactiveUser', faults.inactiveUser, 401, 'authorization_error'],
    ['onlyIntranetUser', faults.onlyIntranetUser, 403, 'allowed_only_intranet_user'],
    ['emptyErrorCode', faults.emptyErrorCode, 200, '"error":""'],
  ])('answers one request by %s and the next one properly', (_, fault, status, text) => {
    const { first, second } = outcomeOf(fault);
    expect(first).toMatchObject({ status, body: expect.stringContaining(text) as string });
    expect(second).toMatchObject({ status: 200, body: expect.stringContaining('Анна') as string });
  });

  it('breaks bodies and connections', () => {
    expect(outcomeOf(faults.emptyBody).first).toMatchObject({ status: 200, body: '' });
    const cut = outcomeOf(faults.truncatedJson).first;
    expect(() => void JSON.parse(cut.kind === 'answer' ? cut.body : '{}')).toThrow(SyntaxError);
    expect(outcomeOf(faults.hang).first).toEqual({ kind: 'hang' });
    expect(outcomeOf(faults.reset).portal.requests.map(({ status }) => status)).toEqual(['reset', 200]);
    expect(outcomeOf(faults.lostAnswer).first).toEqual({ kind: 'reset' });
  });

  it('redirects within the host or away, and changes the types of an answer', () => {
    expect(outcomeOf(faults.redirectTo('/rest/1/x/profile', 307)).first).toMatchObject({
      status: 307,
      headers: { Location: '/rest/1/x/profile' },
    });
    expect(outcomeOf(faults.changedAnswer(() => ({ result: 5 }))).first).toMatchObject({
      body: '{"result":5}',
    });
  });

  it('hit only the requests that fit', () => {
    const rule = faults.faultQueue([faults.sqlFailure], ({ method }) => method === 'scope');
    const asked = ask(undefined, { faults: rule });
    expect(['profile', 'scope', 'scope'].map((method) => asked.post(method).status)).toEqual([200, 500, 200]);
  });
});
