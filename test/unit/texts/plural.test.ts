/** Russian plural forms and counts. */
import { counted, INVOICES, money, plural, PRODUCT_ROWS, REQUESTS } from '../../../src/texts/russian';

describe('a plural form', () => {
  it.each([
    [0, 'счетов'],
    [1, 'счёт'],
    [2, 'счёта'],
    [4, 'счёта'],
    [5, 'счетов'],
    [10, 'счетов'],
    [11, 'счетов'],
    [12, 'счетов'],
    [14, 'счетов'],
    [15, 'счетов'],
    [20, 'счетов'],
    [21, 'счёт'],
    [22, 'счёта'],
    [25, 'счетов'],
    [101, 'счёт'],
    [111, 'счетов'],
    [112, 'счетов'],
    [121, 'счёт'],
    [1001, 'счёт'],
    [1011, 'счетов'],
    [-1, 'счёт'],
    [-12, 'счетов'],
  ])('of %i is «%s»', (count, word) => {
    expect(plural(count, INVOICES)).toBe(word);
  });

  it('is the same for every number with the same last two digits', () => {
    for (let count = 0; count < 1000; count++) {
      expect(plural(count, PRODUCT_ROWS)).toBe(plural((count % 100) + 100, PRODUCT_ROWS));
    }
  });
});

describe('a count', () => {
  it.each([
    [0, '0 запросов'],
    [1, '1 запрос'],
    [999, '999 запросов'],
    [1000, '1\u00a0000 запросов'],
    [12_342, '12\u00a0342 запроса'],
    [1_234_561, '1\u00a0234\u00a0561 запрос'],
  ])('of %i is «%s»', (count, text) => {
    expect(counted(count, REQUESTS)).toBe(text);
  });
});

describe('a sum of money', () => {
  it.each([
    [0, '0,00'],
    [-0.5, '−0,50'],
    [1180, '1\u00a0180,00'],
    [12_345_678.9, '12\u00a0345\u00a0678,90'],
    [1e25, '1e+25'],
  ])('of %d is «%s»', (sum, text) => {
    expect(money(sum)).toBe(text);
  });
});
