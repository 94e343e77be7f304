/** The sentences of the settings. */
import { savingTexts } from '../../../src/texts/failure-texts';
import { OTHER_PERSON } from '../../../src/texts/person-texts';
import { settingsTexts } from '../../../src/texts/settings-texts';
import { faultsOf } from '../../support/russian-prose';

const sentences = { ...savingTexts, ...settingsTexts };

describe('every sentence of the settings', () => {
  it.each(Object.entries(sentences))('is clean Russian prose: %s', (_, text) => {
    expect([text, faultsOf(text)]).toEqual([text, []]);
  });

  it.each(Object.entries(sentences))('is one sentence that says what to do after a colon: %s', (_, text) => {
    expect(text).toMatch(/: [а-яё]/);
    expect(text).not.toMatch(/[.!?] [А-ЯЁA-Z]/);
  });

  it('differs from every other one', () => {
    expect(new Set(Object.values(sentences)).size).toBe(Object.keys(sentences).length);
  });
});

describe('the words for someone else', () => {
  it('fit into the middle of a sentence', () => {
    expect(OTHER_PERSON).toBe('другой пользователь');
  });
});
