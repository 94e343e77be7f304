/** What an answer's status and body make of it. */
import { readEnvelope, type Envelope } from '../../../src/bitrix24/envelope';

const NO_TIME = { startedAt: null, offset: null, operating: null, operatingResetAt: null };

function answerOf(body: object): Envelope {
  const reading = readEnvelope(200, JSON.stringify(body));
  if (reading.kind !== 'answer') throw new Error(`Expected an answer but received ${reading.kind}`);
  return reading.envelope;
}

describe('an answer', () => {
  it('is its result with what stands beside it', () => {
    expect(answerOf({ result: { items: [] }, next: 50, total: 120 })).toEqual({
      result: { items: [] },
      next: 50,
      total: 120,
      time: NO_TIME,
    });
  });

  it.each([null, false, 0, '', []])('may have the result %j', (result) => {
    expect(answerOf({ result })).toEqual({ result, next: null, total: null, time: NO_TIME });
  });

  it('takes numbers that came as text, and null for absent', () => {
    expect(answerOf({ result: [], next: '50', total: null })).toMatchObject({ next: 50, total: null });
  });

  it('is one beside an error that is null', () => {
    expect(answerOf({ error: null, result: [1], total: 1 })).toEqual({
      result: [1],
      next: null,
      total: 1,
      time: NO_TIME,
    });
  });

  it('does not look for `next` inside the result', () => {
    expect(answerOf({ result: { next: 50, total: 3 } })).toMatchObject({ next: null, total: null });
  });
});

describe("the portal's clock", () => {
  it('is a fraction on older portals and a whole number on newer ones', () => {
    expect(answerOf({ result: 1, time: { start: 1_779_267_600.25 } }).time.startedAt).toBe(1_779_267_600_250);
    expect(answerOf({ result: 1, time: { start: 1_779_267_600 } }).time.startedAt).toBe(1_779_267_600_000);
  });

  it('is read from the printed time where there is no number', () => {
    const time = { date_start: '2026-05-20T12:00:00+03:00' };
    expect(answerOf({ result: 1, time }).time.startedAt).toBe(Date.parse('2026-05-20T09:00:00Z'));
  });

  it.each([{}, [], null, { start: 'soon' }, { start: null, date_start: 'soon' }])(
    'is unknown in %j',
    (time) => {
      expect(answerOf({ result: 1, time }).time).toEqual(NO_TIME);
    },
  );

  it.each([
    ['2026-05-20T12:00:00+03:00', 180],
    ['2026-05-20T12:00:00-03:30', -210],
    ['2026-05-20T12:00:00Z', null],
    ['2026-05-20T12:00:00', null],
  ])('tells its zone in %s', (written, offset) => {
    expect(answerOf({ result: 1, time: { date_start: written } }).time.offset).toBe(offset);
  });

  it('is not missed where the answer says no time at all', () => {
    expect(answerOf({ result: 1 }).time).toEqual(NO_TIME);
  });

  it('comes with the operating figures, or without the second one', () => {
    const time = { start: 1, operating: 12.5, operating_reset_at: 600 };
    expect(answerOf({ result: 1, time }).time).toEqual({
      startedAt: 1000,
      offset: null,
      operating: 12.5,
      operatingResetAt: 600,
    });
    expect(answerOf({ result: 1, time: { operating: 3 } }).time).toEqual({
      startedAt: null,
      offset: null,
      operating: 3,
      operatingResetAt: null,
    });
  });
});

describe('a refusal', () => {
  it.each([
    ['', ''],
    [0, '0'],
    ['0', '0'],
    [100, '100'],
    ['INVALID_ARG_VALUE', 'INVALID_ARG_VALUE'],
    [null, ''],
    [{ code: 1 }, ''],
  ])('may have the error %j', (error, code) => {
    const body = JSON.stringify({ error, error_description: 'Access denied.' });
    expect(readEnvelope(400, body)).toEqual({
      kind: 'refusal',
      refusal: { status: 400, code, description: 'Access denied.' },
    });
  });

  it.each(['', 0, '0', 'WRONG_ENCODING'])(
    'may come with status 200: the key `error` with %j decides',
    (error) => {
      expect(readEnvelope(200, JSON.stringify({ error, result: [] })).kind).toBe('refusal');
    },
  );

  it('is any JSON object with a status of 400 and more', () => {
    expect(readEnvelope(400, '{"result":[]}').kind).toBe('refusal');
    expect(readEnvelope(503, '{}')).toEqual({
      kind: 'refusal',
      refusal: { status: 503, code: '', description: '' },
    });
  });
});

const NOTICE =
  '<br />\n<b>Notice</b>:  Undefined index: {x} in <b>/www/init.php</b> on line <b>7</b><br />\n';
const WARNING = 'PHP Warning:  include("a.php"): failed to open stream in /www/init.php on line 7\n';

describe('what a boxed portal prints before an answer', () => {
  it.each([
    '\uFEFF',
    '\uFEFF\uFEFF\r\n',
    '\n\n',
    '\u00a0',
    NOTICE,
    WARNING,
    `\uFEFF${NOTICE}${WARNING}`,
    `${NOTICE}\uFEFF`,
  ])('is passed over: %j', (printed) => {
    for (const body of [
      '{"result":{"items":[{"result":1}]},"total":1}',
      '{ "error" : null, "result": "{" }',
    ]) {
      expect(readEnvelope(200, printed + body)).toEqual(readEnvelope(200, body));
      expect(readEnvelope(200, `${printed}${body}\n`).kind).toBe('answer');
    }
    const refusal = '{"error":"ACCESS_DENIED","error_description":"no"}';
    expect(readEnvelope(400, printed + refusal)).toEqual(readEnvelope(400, refusal));
  });

  it('does not make an answer whole that is cut short or of another kind', () => {
    const body = '{"result":{"items":[{"result":{"a":1}}]},"time":{"start":1}}';
    for (let length = 0; length < body.length; length += 1) {
      expect(readEnvelope(200, NOTICE + body.slice(0, length))).toEqual({ kind: 'html' });
      expect(readEnvelope(200, WARNING + body.slice(0, length))).toEqual({ kind: 'text' });
    }
    expect(readEnvelope(200, `${NOTICE}{"items":[]}`)).toEqual({ kind: 'html' });
    expect(readEnvelope(200, `<html><script>x = {"result":[]}</script></html>`)).toEqual({ kind: 'html' });
  });

  it.each(['[{"result":1}', '{"items":{"result":1}', '"{"result":1}'])(
    'is not the beginning of an answer that was damaged: %s',
    (body) => {
      expect(readEnvelope(200, body)).toEqual({ kind: 'broken' });
    },
  );
});

describe('an answer that is none', () => {
  it.each(['<html></html>', '\n  <!DOCTYPE html><p>', '<'])('is a page for people: %j', (body) => {
    expect(readEnvelope(200, body)).toEqual({ kind: 'html' });
  });

  it.each([
    '',
    ' ',
    '{"result":[1,',
    'null',
    '1',
    '"text"',
    '[]',
    '[{"result":1}]',
    '{}',
    '{"time":{}}',
    '{"error":null}',
  ])('is broken: %j', (body) => {
    expect(readEnvelope(200, body)).toEqual({ kind: 'broken' });
  });

  it.each(['result', 'error code: 1020', 'Forbidden'])('is a text for people: %j', (body) => {
    expect(readEnvelope(200, body)).toEqual({ kind: 'text' });
  });

  it.each([{ next: 'soon' }, { next: 1.5 }, { total: {} }, { time: 'noon' }, { time: [1] }])(
    'is broken where %j stands beside the result',
    (odd) => {
      expect(readEnvelope(200, JSON.stringify({ result: [], ...odd }))).toEqual({ kind: 'broken' });
    },
  );
});
