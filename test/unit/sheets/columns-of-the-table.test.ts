/** In which columns a table is found, by its name, the marks on its columns and its titles. */
import { findColumn, type Search } from '../../../src/sheets/locate-columns';
import { columnName } from '../../../src/report/SheetPlan';
import { WriterError } from '../../../src/sheets/WriterError';
import { named, Reading, sideBySide, TITLES } from './reading';
import { WIDTH } from './plans';

/** The titles with some of them replaced, by their zero-based places. */
const titlesWith = (replaced: Readonly<Record<number, string>>): string[] =>
  TITLES.map((title, index) => replaced[index] ?? title);
const without = (index: number, marks: readonly (number | null)[]): (number | null)[] =>
  marks.map((mark, at) => (at === index ? null : mark));
const title = (index: number): string => TITLES[index] ?? '';
const last = WIDTH - 1;

const header = (row: number, column: number, titles: readonly string[] = TITLES): Reading =>
  new Reading().put(row, column, titles);

const inserted = (letter: string): [string, string] => [
  'COLUMN_INSERTED',
  `Внутри таблицы листа «Краткий» вставлен столбец ${letter}. Перенесите его правее таблицы и обновите отчёт.`,
];
const deleted = (index: number): [string, string] => [
  'COLUMN_DELETED',
  `Из таблицы листа «Краткий» удалён столбец «${title(index)}». ` +
    'Отмените удаление или переименуйте лист: отчёт сделает новый.',
];
const moved = (index: number): [string, string] => [
  'COLUMN_MOVED',
  `Столбец «${title(index)}» листа «Краткий» перенесён за пределы таблицы. Верните его на место и обновите отчёт.`,
];

const titleMoved = (index: number, at: string, place: string): [string, string] => [
  'TITLE_MOVED',
  `Заголовок «${title(index)}» листа «Краткий» стоит в ячейке ${at} вместо ${place}. ` +
    'Верните его на место и обновите отчёт.',
];

function expectRefusal(search: Search, [code, message]: [string, string]): void {
  const refusal = expect.objectContaining({ name: 'WriterError', code, message }) as Error;
  expect(() => findColumn(search)).toThrow(refusal);
}

describe('Where nothing but cells tells of a table', () => {
  it('none is found on an empty sheet, and none among a user’s words', () => {
    expect(findColumn(new Reading().search())).toBeNull();
    const words = header(2, 2, titlesWith({ [last]: 'Моё' })).put(5, 4, [title(0), title(1)]);
    expect(findColumn(words.search())).toBeNull();
  });

  it('it begins where all titles stand side by side, the first time that they do', () => {
    expect(findColumn(header(4, 3).search())).toBe(3);
    expect(findColumn(header(4, 3).put(9, 20, TITLES).search())).toBe(3);
  });
});

describe('The marks on its columns', () => {
  it('tell where a table begins although its titles are overwritten', () => {
    const search = header(2, 5, titlesWith({ 0: 'Моё', 3: 'слово' })).search({ marks: sideBySide(5) });
    expect(findColumn(search)).toBe(5);
    expect(findColumn(new Reading().search({ marks: sideBySide(5) }))).toBe(5);
  });

  it('tell the table from its copy in the same rows', () => {
    const search = header(4, 2).put(4, 15, TITLES).put(2, 15, ['Моё']);
    expect(findColumn(search.search({ marks: sideBySide(15) }))).toBe(15);
  });

  it.each([0, 3, last])('tell it where that of column %i is lost and its title is there', (index) => {
    const cells = header(2, 2, titlesWith({ [(index + 1) % WIDTH]: 'Моё' }));
    const anchor = named(2, 6);
    expect(findColumn(cells.search({ anchor, marks: without(index, sideBySide(2)) }))).toBe(2);
  });

  it.each([0, 3, last])('do not without mark and title of column %i, which is taken for deleted', (index) => {
    const cells = header(2, 1, titlesWith({ [index]: 'Моё' }));
    const search = cells.search({ anchor: named(2, 6, 1), marks: without(index, sideBySide(1)) });
    expectRefusal(search, deleted(index));
  });

  it('go with columns that a user has put in another order, which the report writes over', () => {
    const [one = 0, two = 0, ...others] = sideBySide(2);
    const cells = header(2, 2, [title(1), title(0), ...TITLES.slice(2)]);
    const anchor = named(2, 6);
    expect(findColumn(cells.search({ anchor, marks: [two, one, ...others] }))).toBe(2);
  });

  it('prove nothing where some are missing after a write was cut short', () => {
    const cells = header(2, 5, titlesWith({ 1: 'Моё' }));
    const marks = without(2, sideBySide(5));
    expect(findColumn(cells.search({ marks, isUnfinished: true }))).toBeNull();
    expectRefusal(cells.search({ marks }), deleted(2));
    expect(findColumn(cells.search({ marks: sideBySide(5), isUnfinished: true }))).toBe(5);
  });
});

describe('Whole titles in other columns than those of the name', () => {
  it.each([3, 9])('are those of an older version where they overlap it, as from column %i on', (column) => {
    const search = header(2, column).search({ anchor: named(2, 6), marks: sideBySide(2) });
    expect(findColumn(search)).toBe(column);
    const nameless = header(2, column).search({ anchor: named(2, 6, 2, WIDTH + 1) });
    expect(findColumn(nameless)).toBe(column);
  });

  it('are a copy where they lie apart from it, whose table is found by its name', () => {
    const overwritten = titlesWith({ 0: 'а', 1: 'б', 2: 'в', 3: 'г', 4: 'д' });
    for (const column of [1, 21]) {
      const cells = header(2, 11, overwritten).put(2, column, TITLES);
      expect(findColumn(cells.search({ anchor: named(2, 6, 11) }))).toBe(11);
    }
  });

  it.each([11 - WIDTH, 11 + WIDTH])('are no place to write to right beside it, in column %i', (column) => {
    const cells = new Reading().put(2, 11, ['Моё']).put(2, column, TITLES);
    expect(() => findColumn(cells.search({ anchor: named(2, 6, 11) }))).toThrow(WriterError);
  });

  it.each([
    [4, 2],
    [3, 3],
  ])('in a row of their own are not the header’s while %i titles stand in it', (kept, column) => {
    const replaced = TITLES.map((one, index) => (index < kept ? one : `Моё ${index}`));
    const cells = header(2, 2, replaced).put(40, 3, TITLES);
    expect(findColumn(cells.search({ anchor: named(2, 60) }))).toBe(column);
  });

  it('make up for a title that stands beside its place', () => {
    const cells = header(2, 2, titlesWith({ 3: title(2), 2: 'Моё' })).put(40, 3, TITLES);
    expect(findColumn(cells.search({ anchor: named(2, 60), marks: sideBySide(2) }))).toBe(2);
  });
});

describe('A title that stands beside its place', () => {
  const anchor = named(2, 6, 4);
  const marks = sideBySide(4);
  it.each([4 + WIDTH, 4 + WIDTH + 1])('is noticed as far behind it as column %i', (column) => {
    const cells = header(2, 4, titlesWith({ [last]: '' })).put(2, column, [title(last)]);
    expectRefusal(cells.search({ anchor, marks }), inserted(columnName(4 + last)));
    expectRefusal(cells.search({ anchor }), inserted(columnName(4 + last)));
  });

  it('is noticed in the column before the table', () => {
    const cells = header(2, 4, titlesWith({ 0: '' })).put(2, 3, [title(0)]);
    expectRefusal(cells.search({ anchor, marks }), inserted('D'));
  });

  it.each([2, 4 + WIDTH + 2])('is a user’s own word in column %i', (column) => {
    const cells = header(2, 4, titlesWith({ 0: 'Моё' })).put(2, column, [title(0)]);
    expect(findColumn(cells.search({ anchor, marks }))).toBe(4);
    expect(findColumn(cells.search({ anchor }))).toBe(4);
  });

  it.each([1, 4])('is pushed by a cell that a user inserted into the header, from column %i on', (column) => {
    const pushed = [...TITLES.slice(0, 3), 'Моё', ...TITLES.slice(3)];
    const cells = header(2, column, pushed);
    const gap = inserted(columnName(column + 3));
    const ofName = named(2, 6, column);
    expectRefusal(cells.search({ anchor: ofName, marks: sideBySide(column) }), gap);
    expectRefusal(cells.search({ anchor: ofName }), gap);
  });

  it('is pulled by a cell that a user deleted of the header', () => {
    const pulled = TITLES.filter((_, index) => index !== 2);
    const cells = header(2, 4, pulled);
    expectRefusal(cells.search({ anchor, marks }), deleted(2));
    expectRefusal(cells.search({ anchor }), deleted(2));
  });

  it('leaves a table alone whose columns a user has put in another order, titles or not', () => {
    const [one = 0, two = 0, ...others] = marks;
    const cells = header(2, 4, [title(1), title(0), ...TITLES.slice(2)]);
    expect(findColumn(cells.search({ anchor, marks: [two, one, ...others] }))).toBe(4);
  });
});

describe('A title that a user dragged over another one', () => {
  const titles = [...TITLES, 'КПП', 'Стадия'];
  const places = titles.map((_, index) => 4 + index);
  const pairs = titles.flatMap((_, from) =>
    titles.flatMap((__, to) => (from === to ? [] : [[from, to] as const])),
  );
  const dragged = ([from, to]: readonly [number, number]): Search => {
    const left = titles.map((one, index) =>
      index === from ? '' : index === to ? (titles[from] ?? '') : one,
    );
    const ofTable = { titles, fixedColumns: WIDTH, anchor: named(2, 6, 4, titles.length), marks: places };
    return header(2, 4, left).search(ofTable);
  };
  const isNextToIt = ([from, to]: readonly [number, number]): boolean => Math.abs(from - to) === 1;

  it('leaves the table where it is, since columns cannot have changed so', () => {
    const apart = pairs.filter((pair) => !isNextToIt(pair));
    for (const pair of apart) expect(findColumn(dragged(pair))).toBe(4);
    expect(findColumn({ ...dragged([1, 5]), marks: titles.map(() => null) })).toBe(4);
  });

  it('is named where it stands right beside its place, as it would with a column inserted and one deleted', () => {
    for (const [from, to] of pairs.filter(isNextToIt)) {
      if (from >= WIDTH) expect(findColumn(dragged([from, to]))).toBe(4);
      else
        expectRefusal(
          dragged([from, to]),
          titleMoved(from, `${columnName(4 + to)}2`, `${columnName(4 + from)}2`),
        );
    }
  });

  it('is not told from a deleted column where the last one stands in the place before it', () => {
    const cells = header(2, 4, titlesWith({ [last - 1]: title(last), [last]: '' }));
    expectRefusal(cells.search({ anchor: named(2, 6, 4), marks: sideBySide(4) }), deleted(last - 1));
    const back = header(2, 4, titlesWith({ [last]: title(last - 1), [last - 1]: '' }));
    const sentence = titleMoved(last - 1, `${columnName(4 + last)}2`, `${columnName(3 + last)}2`);
    expectRefusal(back.search({ anchor: named(2, 6, 4), marks: sideBySide(4) }), sentence);
  });

  it('is not told from columns that changed where another title is not in its place either', () => {
    const search = dragged([1, 5]);
    const cells = search.cells.map((row) => row.map((cell) => (cell === title(7) ? '' : cell)));
    expectRefusal({ ...search, cells }, deleted(5));
  });
});

describe('A name of too many columns or too few', () => {
  it('means an inserted column, which is named', () => {
    const wide = [...TITLES.slice(0, 3), '', ...TITLES.slice(3)];
    const search = header(2, 2, wide).search({ anchor: named(2, 6, 2, WIDTH + 1) });
    expectRefusal(search, inserted('E'));
    const marks = sideBySide(2).map((column) => (column < 5 ? column : column + 1));
    expectRefusal(header(2, 2, wide).search({ marks }), inserted('E'));
    expectRefusal(header(2, 2, wide).search({ marks, anchor: named(2, 6, 9, WIDTH + 1) }), inserted('E'));
  });

  it('means a deleted column, whose title is named', () => {
    const narrow = TITLES.filter((_, index) => index !== 3);
    const search = header(2, 2, narrow).search({ anchor: named(2, 6, 2, WIDTH - 1) });
    expectRefusal(search, deleted(3));
  });

  it('means an inserted column where a title is overwritten as well', () => {
    const search = (titles: readonly string[]): Search =>
      header(2, 2, titles).search({ anchor: named(2, 6, 2, WIDTH + 1) });
    const inTheMiddle = titlesWith({ [last]: 'Моё' });
    expectRefusal(search([...inTheMiddle.slice(0, 3), '', ...inTheMiddle.slice(3)]), inserted('E'));
    const [, ...others] = TITLES;
    expectRefusal(search(['Моё', '', ...others]), inserted('B'));
  });
});

describe('A column that a user has dragged out of the table', () => {
  it.each([1, 3, last - 1])('to the right is named, as column %i', (index) => {
    const marks = TITLES.map((_, at) => (at === index ? 20 : at < index ? 2 + at : 1 + at));
    const titles = TITLES.filter((_, at) => at !== index);
    const cells = header(2, 2, titles).put(2, 20, [title(index)]);
    expectRefusal(cells.search({ anchor: named(2, 6, 2, 19), marks }), moved(index));
    expectRefusal(cells.search({ marks }), moved(index));
  });

  it.each([1, 3, last])('to the left is named, as column %i', (index) => {
    const marks = TITLES.map((_, at) => (at === index ? 2 : at < index ? 9 + at : 8 + at));
    const titles = TITLES.filter((_, at) => at !== index);
    const cells = header(2, 9, titles).put(2, 2, [title(index)]);
    expectRefusal(cells.search({ anchor: named(2, 6, 8), marks }), moved(index));
  });

  it('leaves the column named that parts the first from the others, whoever put it there', () => {
    const marks = TITLES.map((_, at) => (at === 0 ? 2 : 9 + at));
    const cells = header(2, 9).put(2, 2, [title(0)]);
    expectRefusal(cells.put(2, 9, ['']).search({ marks }), inserted('C'));
  });
});
