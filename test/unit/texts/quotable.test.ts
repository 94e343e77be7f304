import { isQuotable, quoted } from '../../../src/texts/russian';

describe('a sentence quotes a text of the CRM', () => {
  it.each(['№ 15/2 «Ёж»', '=1+1', 'Дата отгрузки', '🧾', 'а'.repeat(20)])(
    'that is short and plain: %s',
    (text) => {
      expect(isQuotable(text, 20)).toBe(true);
    },
  );

  it.each([
    ['longer than it may be', 'а'.repeat(21)],
    ['empty', ''],
    ['blank', ' \u00a0'],
    ['of two lines', 'а\nб'],
    ['with a tab', 'а\tб'],
    ['with a NUL', 'а\u0000б'],
    ['that turns the direction', 'а\u202eб'],
    ['with invisible characters', 'а\u200bб'],
    ['with a byte order mark', '\ufeffа'],
    ['with half a surrogate pair', 'а\ud83d'],
    ['with a line separator', 'а\u2028б'],
  ])('but none %s', (_, text) => {
    expect(isQuotable(text, 20)).toBe(false);
  });
});

describe('quotes around a text', () => {
  it('end where the text ends, whatever quotes are in it', () => {
    expect(quoted('Итоги «Весна» и «')).toBe('«Итоги „Весна“ и „»');
  });
});
