/** What a result tells of overdue debts. */
import { debtsOf } from '../../../src/debts/debts-model';
import { overdueIn } from '../../../src/debts/overdue';
import { outcomeTexts } from '../../../src/texts/outcome-texts';
import { factsOf, type Case, type Owed } from './some-debts';

const told = (owed: readonly Owed[], facts: Partial<Case> = {}): string | null => {
  const overdue = overdueIn(debtsOf(factsOf({ owed, ...facts })));
  return overdue === null ? null : outcomeTexts.overdue(overdue);
};
const LATE = { due: '2026-03-20' };
const TODAY = { due: '2026-04-05' };
const of = (currency: string, opportunity: number, facts: Owed = LATE): Owed => ({
  ...{ currency: currency, opportunity },
  ...facts,
});

it.each<[string, readonly Owed[], string | null]>([
  ['no debts', [], null],
  ['what is due today, or some day', [of('RUB', 1, TODAY), of('RUB', 2, { due: null })], null],
  ['one', [of('RUB', 1_234_567), of('RUB', 5, TODAY)], 'просрочен 1 счёт на 1\u00a0234\u00a0567,00'],
  [
    'many, with a refund among them',
    [...Array.from({ length: 11 }, () => of('RUB', 100.1)), of('RUB', -1)],
    'просрочено 12 счетов на 1\u00a0100,10',
  ],
  ['one without a sum', [{ ...LATE, opportunity: null }], 'просрочен 1 счёт на 0,00'],
  ['two currencies', [of('USD', 500), of('RUB', 1)], 'просрочено 2 счёта на 1,00\u00a0RUB и 500,00\u00a0USD'],
  ['one currency of two', [of('USD', 500), of('RUB', 1, TODAY)], 'просрочен 1 счёт на 500,00\u00a0USD'],
  [
    'three currencies',
    [of('USD', 1), of('EUR', 2), of('RUB', 3)],
    'просрочено 3 счёта на 3,00\u00a0RUB, 2,00\u00a0EUR и 1,00\u00a0USD',
  ],
  ['21', Array.from({ length: 21 }, () => of('RUB', 1)), 'просрочен 21 счёт на 21,00'],
])('of %s', (_, owed, sentence) => {
  expect(told(owed)).toBe(sentence === null ? null : `Долги: ${sentence}.`);
});

it('counts invoices outside the report too', () => {
  expect(told([of('RUB', 1)], { older: [{ ...of('RUB', 2), id: 9 }] })).toBe(
    'Долги: просрочено 2 счёта на 3,00.',
  );
});
