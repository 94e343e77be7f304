/** How Russian is set: dashes, quotes, spaces, groups of figures, and the words that go wrong most often. */
import { PUT_IN } from './russian-texts';

/** Beginnings of words, whole words, and ends that no stressed «вы-» stands before: all never have a plain «е». */
const BEGINNINGS = ['отчет', 'расчет', 'учетн', 'звездоч', 'объем', 'четырех', 'надежн', 'желт'];
const WORDS = [
  ...['счет', 'счете', 'счетом', 'учет', 'учете', 'еще', 'ее', 'свое', 'трех'],
  ...['дает', 'передает', 'отдает', 'создает', 'создается', 'удается', 'остается', 'берется'],
];
const ENDS = [
  ...['удален', 'защищен', 'сохранен', 'менен', 'ключен', 'несен', 'сокращен', 'запрещен', 'разрешен'],
  ...['идет', 'йдет', 'ждет', 'берет', 'ведет', 'вернет'],
];
const WITHOUT_YO = new RegExp(
  `(?<![а-яё])(?:${BEGINNINGS.join('|')})` +
    `|(?:(?<![а-яё])(?:${WORDS.join('|')})|(?<!вы)(?:${ENDS.join('|')}))(?![а-яё])`,
  'i',
);

interface Rule {
  readonly fault: string;
  readonly pattern: RegExp;
}

const RULES: readonly Rule[] = [
  { fault: 'has a hyphen for a dash', pattern: /(?:^|\s)-\s/ },
  {
    fault: 'has an en dash that is not between two figures',
    pattern: /(?<![\dA-Z\ufffc] ?)–|–(?! ?[\dA-Z\ufffc])/,
  },
  { fault: 'has an em dash without spaces', pattern: /[^\s(«]—|—[^\s,»]/ },
  { fault: 'has straight quotes', pattern: /["'](?!JSON)/ },
  { fault: 'has a double space', pattern: /\S[ \u00a0]{2,}/ },
  { fault: 'has a space before a punctuation mark', pattern: /\s[.,;:!?](?![^\s])/ },
  { fault: 'has three points for an ellipsis', pattern: /\.\.\./ },
  {
    fault: 'may break between a figure and its unit',
    pattern: /[\d\ufffc] (?:%|с(?!\s\ufffc)|ч|мин|КБ|МБ|ГБ)(?![а-яёА-ЯЁ])/,
  },
  { fault: 'may break behind a number sign', pattern: /№ / },
  { fault: 'has a long number without groups', pattern: /(?<![\dA-Za-z._:/-])\d{5,}(?![\dA-Za-z._:/-])/ },
  { fault: 'may break inside a number', pattern: /\d \d{3}(?!\d)/ },
  {
    fault: 'counts by a word of one form only',
    pattern: /\ufffc (?:сч[её]т|строк[аи]?(?= |$)|запрос|замечан|ответ|товар|дн|час|раз(?![а-я]))/,
  },
  { fault: 'mixes alphabets in a word', pattern: /[А-Яа-яЁё][A-Za-z]|[A-Za-z][А-Яа-яЁё]/ },
  { fault: 'calls a column «колонка»', pattern: /колон(?:к|ок)/i },
  { fault: 'has «е» for «ё»', pattern: WITHOUT_YO },
];

/** The faults of a text, each with what stands around it; none for a good one. `PUT_IN` is taken for whatever fits. */
export function typographyFaults(text: string): string[] {
  const isUnbalanced = text.split('«').length !== text.split('»').length;
  return [
    ...RULES.flatMap(({ fault, pattern }) => {
      const found = pattern.exec(text);
      return found === null ? [] : [`${fault}: ${around(text, found.index)}`];
    }),
    ...(isUnbalanced ? [`does not close its quotes: ${around(text, 0)}`] : []),
  ];
}

const around = (text: string, index: number): string =>
  text.slice(Math.max(0, index - 25), index + 25).replaceAll(PUT_IN, '…');
