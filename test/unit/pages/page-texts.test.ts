import * as consent from '../../../src/texts/consent-texts';
import * as form from '../../../src/texts/form-texts';
import * as frame from '../../../src/texts/frame-texts';
import { helpTexts } from '../../../src/texts/help-texts';
import * as progress from '../../../src/texts/progress-texts';
import * as setup from '../../../src/texts/setup-texts';
import * as status from '../../../src/texts/status-texts';
import { faultsOf } from '../../support/russian-prose';

const catalogue = { ...consent, ...form, ...frame, helpTexts, ...progress, ...setup, ...status };

const isSentence = (text: string): boolean => text.endsWith('.');

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const texts = textsOf(catalogue).flatMap((text) => text.split(/(?<=[.?]) (?=[А-ЯЁ])/));

describe('the texts of the pages', () => {
  it.each(texts.filter(isSentence))('are clean Russian prose: %s', (text) => {
    expect(faultsOf(text)).toEqual([]);
  });

  it.each(texts)('are tidy: %s', (text) => {
    expect(text).not.toMatch(/\s\s|^\s|\s$|["']|\s-\s|\s[.,;:!?]|[А-Яа-яЁё][A-Za-z]|[A-Za-z][А-Яа-яЁё]/);
  });

  it('count in Russian', () => {
    const { progressTexts, statusTexts } = catalogue;
    expect(progressTexts.invoices(1, 21)).toBe('1 из 21 счёт');
    expect(progressTexts.requests(3)).toBe('Отправлено: 3 запроса');
    expect(progressTexts.saved(1)).toBe('Взято из кэша: 1 ответ');
    expect(statusTexts.fromCache(12)).toBe('12 ответов из кэша');
  });
});
