/** That whatever people read in Russian is set as Russian is: the add-on, its pages, the commands and the documents. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { tied } from '../../../src/texts/russian';
import { plainNumbersIn, textsOfHtml, textsOfMarkdown, textsOfSource } from '../../support/russian-texts';
import { typographyFaults } from '../../support/typography';

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(folder, name));

type Texts = readonly (readonly [file: string, texts: readonly string[]])[];
const read = (files: readonly string[], textsOf: (file: string) => string[]): Texts =>
  files.map((file) => [file, textsOf(file)] as const).filter(([, texts]) => texts.length > 0);

/** As pages show them. */
const catalogue = read(filesIn('src/texts', '.ts'), (file) => textsOfSource(file).map(tied));
const commands = read(
  ['cli', 'bundler', 'preview', 'tables'].flatMap((folder) => filesIn(folder, '.ts')),
  textsOfSource,
);
const html = read(
  ['src', 'preview', 'cli'].flatMap((folder) => filesIn(folder, '.html')),
  textsOfHtml,
);
const documents = read(
  ['README.ru.md', 'SECURITY.ru.md', 'docs/guide.ru.md', 'docs/analysts.ru.md'],
  textsOfMarkdown,
);

describe('The typography', () => {
  it.each([...catalogue, ...commands, ...html, ...documents])('is Russian in %s', (_, texts) => {
    expect(texts.flatMap(typographyFaults)).toEqual([]);
  });

  /** Names of invoices and rows, an answer's code, and what is never above a thousand. */
  const NEVER_GROUPED = ['id', 'row', 'status', 'minutes', 'seconds', 'hours', 'percent'];

  it.each(filesIn('src/texts', '.ts'))('groups the figures of every count in %s', (file) => {
    expect(plainNumbersIn(file).filter((name) => !NEVER_GROUPED.includes(name))).toEqual([]);
  });

  it('is looked at in all that there is to read', () => {
    const count = (texts: Texts): number => texts.flatMap(([, found]) => found).length;
    expect(count(catalogue)).toBeGreaterThan(300);
    expect(count(commands)).toBeGreaterThan(60);
    expect(count(html)).toBeGreaterThan(1);
    expect(count(documents)).toBeGreaterThan(300);
  });

  it.each([
    ['Отчёт - это таблица', 'has a hyphen for a dash'],
    ['Отчёт – это таблица', 'has an en dash that is not between two figures'],
    ['Отчёт—таблица', 'has an em dash without spaces'],
    ['Лист "Краткий"', 'has straight quotes'],
    ['Лист «Краткий', 'does not close its quotes'],
    ['Лист  «Краткий»', 'has a double space'],
    ['Лист , строка', 'has a space before a punctuation mark'],
    ['Загрузка...', 'has three points for an ellipsis'],
    ['Сэкономлено 97 % запросов', 'may break between a figure and its unit'],
    ['Осталось 5 мин', 'may break between a figure and its unit'],
    ['Счёт № 5', 'may break behind a number sign'],
    ['Больше 21600 с', 'has a long number without groups'],
    ['Больше 21 600', 'may break inside a number'],
    ['\ufffc счетов', 'counts by a word of one form only'],
    ['Лист СЧ-1 в CRMе', 'mixes alphabets in a word'],
    ['Текст в колонке', 'calls a column «колонка»'],
  ])('of «%s» is called wrong: it %s', (text, fault) => {
    expect(typographyFaults(text).map((found) => found.replace(/: .*/, ''))).toContain(fault);
  });

  it.each(['Счет', 'отчета', 'еще', 'учете', 'удален', 'отключен', 'найдет', 'остается', 'трех'])(
    'of «%s» is called wrong for its plain «е»',
    (word) => {
      expect(typographyFaults(`Слово ${word}.`)).toEqual([expect.stringMatching(/^has «е» for «ё»/)]);
    },
  );

  it.each([
    '01.04.2026 – 30.06.2026, столбцы B–I, дни 1–31',
    'Отчёт — это «таблица», а не счета',
    'Всего 12\u00a0345 счетов, 97\u00a0% за 5\u00a0с',
    'Доступ выключен и ожидает: кто не попадает в отчёт, тот выйдет',
    'Счёт №\u00a05 (id 5), учётная запись, черновик, включена, создаётся',
    'Счета, счетов и счетам: «Лист «Краткий» уже есть»',
    'Пусто…, адрес https://…/rest/1/…/ или .clasp.local.json',
  ])('of «%s» is right', (text) => {
    expect(typographyFaults(text)).toEqual([]);
  });
});
