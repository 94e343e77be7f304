import { CHECK_NAMES } from '../../../src/domain/check-names';
import { CHECK_TITLES } from '../../../src/texts/check-titles';
import { tied } from '../../../src/texts/russian';

describe('the titles of the checks', () => {
  it('stand in the order of their lines, one for each', () => {
    expect(Object.keys(CHECK_TITLES)).toEqual(CHECK_NAMES);
    expect(new Set(Object.values(CHECK_TITLES)).size).toBe(CHECK_NAMES.length);
  });

  it.each(Object.values(CHECK_TITLES))('are a few words without a full stop: %s', (title) => {
    expect(title).toMatch(/^[А-ЯЁ][^.]*$/);
    expect(tied(title).length).toBeLessThanOrEqual(40);
  });
});
