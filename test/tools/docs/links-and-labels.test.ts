/** That documents lead to what is there: files, headings, and the buttons they tell a user to press. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { textsOfSource } from '../../support/russian-texts';

const read = (file: string): string => readFileSync(file, 'utf8');
const documents = [
  ...['README.md', 'README.ru.md', 'SECURITY.md', 'SECURITY.ru.md', 'CONTRIBUTING.md'],
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('docs', name)),
];

/** What GitHub makes of headings for links to them. */
const anchorsOf = (file: string): string[] =>
  [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

const linksOf = (file: string): string[] =>
  [...read(file).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^https?:/.test(link));

function leadsNowhere(from: string, link: string): boolean {
  const [place = '', anchor] = link.split('#');
  const file = place === '' ? from : path.join(path.dirname(from), place);
  return !existsSync(file) || (anchor !== undefined && !anchorsOf(file).includes(anchor));
}

/** Words of Google's and Bitrix24's own pages, and of sheets. */
const NOT_OURS = new Set([
  ...['Расширения', 'Apps Script', 'Файл', 'Печать', 'Дополнительные настройки', 'Продолжить', 'ОК', '+'],
  ...[
    'Сохранить как Google Таблицу',
    'Создать копию',
    'HTML',
    'Advanced',
    'Перейти на страницу…',
    'Go to…',
    'небезопасно',
  ],
  ...['Разработчикам', 'Другое', 'Входящий вебхук', 'Краткий', 'Полный', 'Счета Bitrix24'],
]);
const ours = readdirSync('src/texts').flatMap((name) => textsOfSource(path.join('src/texts', name)));

const QUOTED = /«([^«»]+)»/g;
/** What tells a user to press or choose something, and what else is named before the next full stop. */
const TOLD = /(?:нажмите|нажимает|выберите|выбирает|ответьте|кнопк[аиу]|предлагает)(?=\s[^.]*«)[^.]*/gi;

/** What stands in quotes in the numbered steps of a document, and where it tells to press or choose. */
function labelsOf(file: string): string[] {
  const steps = [...read(file).matchAll(/^\d+\. (?:.*\n)(?: {3}.*\n)*/gm)].map(([step]) => step);
  const told = [
    ...read(file)
      .replace(/^\|.*$/gm, '')
      .matchAll(TOLD),
  ].map(([sentence]) => sentence);
  return [...steps, ...told]
    .map((text) => text.replace(/\s+/g, ' '))
    .flatMap((text) => [...text.matchAll(QUOTED)].map(([, label = '']) => label));
}

describe('A document', () => {
  it.each(documents)('leads to files and headings that are there: %s', (file) => {
    expect(linksOf(file).filter((link) => leadsNowhere(file, link))).toEqual([]);
  });

  it.each(['docs/guide.ru.md', 'SECURITY.ru.md', 'README.ru.md'])(
    'names what a user sees in the add-on: %s',
    (file) => {
      const labels = labelsOf(file);
      expect(labels.length).toBeGreaterThan(5);
      expect(
        labels.filter((label) => !NOT_OURS.has(label) && !ours.some((text) => text.includes(label))),
      ).toEqual([]);
    },
  );

  it('names each page that is to be pasted by hand', () => {
    const pages = readdirSync('src/pages').filter((name) => name.endsWith('.html'));
    expect(pages.filter((name) => !read('docs/guide.ru.md').includes(`\`${name}\``))).toEqual([]);
  });
});
