import { answersIn, methodOf } from '../../../cli/decode/recorded-answer';

describe('the method of a recorded answer', () => {
  it.each([
    ['docs.crm.item.list.1.json', 'crm.item.list'],
    ['docs.profile.12.json', 'profile'],
    ['docs.server.time.json', 'server.time'],
    ['portal.crm-item-productrow-list.json', 'crm.item.productrow.list'],
    ['portal.crm-item-list.2.json', 'crm.item.list'],
    ['scope.json', 'scope'],
  ])('is told by the file name: %s', (file, method) => {
    expect(methodOf(file)).toBe(method);
  });
});

describe('the answers in a recording', () => {
  const answer = (result: unknown, more: object = {}): unknown => ({
    kind: 'answer',
    envelope: expect.objectContaining({ result, ...more }) as unknown,
  });

  it('are one of a single call', () => {
    expect(answersIn('{"result":[1],"total":7,"next":50}')).toEqual([answer([1], { total: 7, next: 50 })]);
  });

  it('are as many as a batch has commands, each with its own totals, and its errors after them', () => {
    const batch = {
      result: {
        result: { a: [1], b: { items: [] } },
        result_error: { c: { error: 'ACCESS_DENIED' } },
        result_total: { a: 9 },
        result_next: [],
      },
    };
    expect(answersIn(JSON.stringify(batch))).toEqual([
      answer([1], { total: 9, next: null }),
      answer({ items: [] }, { total: null }),
      { kind: 'refusal', refusal: expect.objectContaining({ code: 'ACCESS_DENIED' }) as unknown },
    ]);
  });

  it('are found in a batch that PHP printed as lists', () => {
    const batch = { result: { result: [[1]], result_error: [{ error: '' }], result_total: [3] } };
    expect(answersIn(JSON.stringify(batch))).toEqual([
      answer([1], { total: 3 }),
      { kind: 'refusal', refusal: expect.objectContaining({ code: '' }) as unknown },
    ]);
  });

  it.each([
    ['an error body', '{"error":0,"error_description":"Access denied."}', 'refusal'],
    ['a page', '<html></html>', 'html'],
    ['half an answer', '{"result":[', 'broken'],
    ['an answer without a result', '{"time":{}}', 'broken'],
  ])('tell %s', (_, body, kind) => {
    expect(answersIn(body)).toEqual([expect.objectContaining({ kind })]);
  });
});
