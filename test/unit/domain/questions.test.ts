/** The small words of the domain: a query, a task of two of them, a field's name, a decimal, a secret. */
import { toScaled } from '../../../src/domain/decimal';
import { isFilterableAnywhere } from '../../../src/domain/filter-name';
import { query, queryKey, type Query } from '../../../src/domain/query';
import { ask, askBoth, carryOut, type Task } from '../../../src/domain/task';
import { webhookAt } from '../../support/webhook-at';

test('A query is of a kind alone where nothing else is said, and its name tells all three parts', () => {
  expect(query('stages')).toEqual({ kind: 'stages', id: 0, version: '' });
  expect(query('link', 7)).toEqual({ kind: 'link', id: 7, version: '' });
  expect(queryKey(query('rows', 7, '2026-05-01'))).toBe('rows:7:2026-05-01');
});

describe('A task', () => {
  const told = (asked: Query[][], answers: Readonly<Record<string, unknown>>) => (task: Task<unknown>) => {
    let step = task.next([]);
    while (!step.done) {
      asked.push([...step.value]);
      step = task.next(step.value.map(({ kind }) => answers[kind]));
    }
    return step.value;
  };

  test('asks two queries at once and is given both answers in their order', () => {
    const asked: Query[][] = [];
    const [link, total] = [query('link', 3), query('total')];
    expect(told(asked, { link: 9, total: 60 })(askBoth(link, total))).toEqual([9, 60]);
    expect(asked).toEqual([[link, total]]);
  });

  test('is carried out from one answer to the next', () => {
    function* twice(): Task<unknown> {
      const first = yield* ask(query('link', 1));
      const [second, third] = yield* askBoth(query('link', 2), query('total'));
      return [first, second, third];
    }
    expect(carryOut(twice(), ({ kind, id }) => `${kind} ${id}`)).toEqual(['link 1', 'link 2', 'total 0']);
  });
});

test.each([
  ['BEGINDATE', true],
  ['A1', true],
  ['UF_CRM_PAID', true],
  ['UF_CRM_1_5', true],
  ['UF_CRM_A1', false],
  ['UF_CRM_1A', false],
])('Whether any portal can filter by %s: %p', (name, isFilterable) => {
  expect(isFilterableAnywhere(name)).toBe(isFilterable);
});

test.each(['-0', -0, '-0.00', '0e5'])('A decimal is never a zero below zero: %p', (value) => {
  expect(Object.is(toScaled(value)?.mantissa, 0)).toBe(true);
});

describe('A secret of four to seven characters', () => {
  const tells = (secret: string, text: string) =>
    webhookAt(`https://demo.bitrix24.ru/rest/17/${secret}/`).isToldBy(text);

  test('is told by any word that holds it, where it is more than a number', () => {
    expect(tells('ab12', 'Счёт ab12 не найден')).toBe(true);
    expect(tells('12ab', 'Счёт 12ab не найден')).toBe(true);
    expect(tells('abcd', 'Счёт abcd не найден')).toBe(true);
  });

  test('is told by the address alone, where it is a number', () => {
    expect(tells('1234', 'Счёт 1234 не найден')).toBe(false);
    expect(tells('1234', 'https://demo.bitrix24.ru/rest/17/1234/')).toBe(true);
    expect(tells('12345678', 'Счёт 12345678 не найден')).toBe(true);
  });
});
