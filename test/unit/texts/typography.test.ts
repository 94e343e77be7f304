import fc from 'fast-check';
import { tied } from '../../../src/texts/russian';

describe('a line does not break', () => {
  it.each([
    ['Читаем в CRM', 'Читаем в_CRM'],
    ['листы не изменились', 'листы не_изменились'],
    ['«О портале»', '«О_портале»'],
    ['Это — всё', 'Это_— всё'],
    ['Счёт № 5', 'Счёт №_5'],
    ['34 запроса за 5 с', '34_запроса за_5_с'],
    ['95 % запросов', '95_% запросов'],
    ['через несколько минут', 'через несколько минут'],
  ])('inside what belongs together: %s', (text, shown) => {
    expect(tied(text)).toBe(shown.replaceAll('_', '\u00a0'));
  });

  it('and nothing but spaces is ever changed', () => {
    const texts = fc
      .array(fc.constantFrom('в', '—', '5', 'Альфа', ' ', '', 'к.', '№'))
      .map((words) => words.join(' '));
    fc.assert(fc.property(texts, (text) => tied(text).replaceAll('\u00a0', ' ') === text));
  });
});
