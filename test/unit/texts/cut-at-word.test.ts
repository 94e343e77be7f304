import { cutAtWord } from '../../../src/texts/russian';

describe('a sentence that is too long', () => {
  it('stays as it is where it just fits', () => {
    expect(cutAtWord('Раз два три', 11)).toBe('Раз два три');
  });

  it.each([
    [10, 'Раз два…'],
    [8, 'Раз два…'],
    [7, 'Раз…'],
  ])('keeps the words that fit into %d with the sign that some are missing', (longest, shown) => {
    expect(cutAtWord('Раз два три', longest)).toBe(shown);
  });

  it('is cut within a word that is longer than all there is room for', () => {
    expect(cutAtWord('абвгдежз', 5)).toBe('абвг…');
  });
});
