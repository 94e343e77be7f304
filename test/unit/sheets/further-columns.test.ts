/** Columns of one's choice right of the fixed ones: taken only where nobody's content stands, and given back clean. */
import { briefPlan, detailPlan, invoices, withFurther } from './plans';
import { Killed, Workbench } from './workbench';

const SOME = ['Стадия', 'Остаток', 'КПП'];
const brief = (count: number, titles: readonly string[] = []) =>
  withFurther(briefPlan(invoices(count)), titles);
const detail = (count: number, titles: readonly string[] = []) =>
  withFurther(detailPlan(invoices(count)), titles);

function written(count: number, titles: readonly string[] = []): Workbench {
  const bench = new Workbench();
  bench.write(brief(count, titles), detail(count, titles));
  return bench;
}

/** All that a person can see, and how wide the columns are. */
const shown = (bench: Workbench) => ['Краткий', 'Полный'].map((name) => bench.whole(name));
const row = (bench: Workbench, at: number) =>
  bench.sheet('Краткий').map({ row: at, column: 9, rows: 1, columns: 5 }, (cell) => cell?.value ?? '')[0];

test('they stand in the table, header, cells and lines, and a second write finds nothing to do', () => {
  const bench = written(3, SOME);
  expect([row(bench, 2), row(bench, 3)]).toEqual([
    ['Дата оплаты', 'Стадия', 'Остаток', 'КПП', ''],
    [46_100, 'Стадия 0', 0, 'КПП 0', ''],
  ]);
  expect([10, 11, 12].map((column) => bench.sheet('Краткий').columnWidths[column])).toEqual([90, 91, 92]);
  expect(bench.sheet('Краткий').peek(3, 12)?.style.right?.style).toBe('SOLID_MEDIUM');
  expect(bench.write(brief(3, SOME), detail(3, SOME))).toBe(false);
});

test.each<[string, readonly string[], readonly string[], number]>([
  ['are added', [], SOME, 3],
  ['are added to others', ['Стадия'], SOME, 3],
  ['are added to a growing report', [], SOME, 6],
  ['are all taken away', SOME, [], 3],
  ['are taken away in part, from a shrinking report', SOME, ['Стадия'], 1],
  ['are taken away from a growing report', SOME, [], 6],
  ['change their places', SOME, [...SOME].reverse(), 3],
  ['are called otherwise', SOME, ['Этап', 'Долг', 'ИНН'], 3],
  ['are more than the fixed ones', [], Array.from({ length: 12 }, (_, index) => `Поле ${index}`), 3],
])('where they %s, the sheets are as if made anew', (_, before, after, count) => {
  const bench = written(3, before);
  expect(bench.write(brief(count, after), detail(count, after))).toBe(true);
  expect(shown(bench)).toEqual(shown(written(count, after)));
  expect(bench.write(brief(count, after), detail(count, after))).toBe(false);
});

test.each<[string, readonly string[], readonly string[], readonly string[], number]>([
  ['added, and then no more wanted', [], SOME, [], 3],
  ['taken away, and then wanted again', SOME, ['Стадия'], SOME, 2],
  ['put in another order, and then others', SOME, [...SOME].reverse(), ['КПП', 'Тема'], 5],
])(
  'a write killed before any change while they are %s leaves nothing that the next does not put right',
  (_, before, meanwhile, after, count) => {
    const start = new Workbench();
    start.write(brief(count, after));
    const right = start.whole('Краткий');
    for (let changes = 0; ; changes += 1) {
      const bench = new Workbench();
      bench.write(brief(3, before));
      bench.changesLeft = changes;
      try {
        bench.write(brief(4, meanwhile));
        expect(changes).toBeGreaterThan(12);
        return;
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      }
      bench.changesLeft = Infinity;
      bench.write(brief(count, after));
      expect(bench.whole('Краткий')).toEqual(right);
    }
  },
);

describe("a user's content in the way", () => {
  const enter =
    (cell: string, text: string) =>
    (bench: Workbench): void => {
      bench.user.enter('Краткий', cell, text);
    };

  const enterBoth = (bench: Workbench): void => {
    enter('L4', '1')(bench);
    enter('J5', '2')(bench);
  };

  it.each<[string, (bench: Workbench) => void, readonly string[], string]>([
    ['K5', enter('K5', 'обещал'), SOME, 'Столбцы J:L листа «Краткий» нужны отчёту, а ячейка K5'],
    ['J2', enter('J2', 'Мой столбец'), ['КПП'], 'Столбец J листа «Краткий» нужен отчёту, а ячейка J2'],
    ['L7', enter('L7', '=""'), SOME, 'Столбцы J:L листа «Краткий» нужны отчёту, а ячейка L7'],
    ['the first of two', enterBoth, SOME, 'а ячейка L4'],
  ])('refuses before anything is written: %s', (_, change, titles, sentence) => {
    const bench = written(3);
    change(bench);
    const before = shown(bench);
    expect(() => bench.write(brief(3, titles), detail(3, titles))).toThrow(sentence);
    expect([shown(bench), bench.properties.get('mark') ?? '']).toEqual([before, '']);
  });

  it('is told in whole, with where to put it', () => {
    const bench = written(3);
    bench.user.enter('Краткий', 'K7', 'моё');
    expect(() => bench.write(brief(3, SOME))).toThrow(
      'Столбцы J:L листа «Краткий» нужны отчёту, а ячейка K7 занята вашими данными. ' +
        'Перенесите их правее столбца L или уберите столбцы в настройках и обновите отчёт.',
    );
  });

  it.each(['M5', 'K1', 'K20'])('survives where it is not in the way: %s', (cell) => {
    const bench = written(3);
    bench.user.enter('Краткий', cell, 'моё');
    bench.write(brief(3, SOME), detail(3, SOME));
    expect(bench.user.cell('Краткий', cell).value).toBe('моё');
  });

  it('below the table refuses a growing one, which names its own last column', () => {
    const bench = written(3, SOME);
    bench.user.enter('Краткий', 'L9', 'моё');
    expect(() => bench.write(brief(6, SOME))).toThrow('правее столбца L');
  });

  it('below columns that are given back stays where it is', () => {
    const bench = written(3, SOME);
    bench.user.enter('Краткий', 'K9', 'моё');
    bench.write(brief(6));
    expect(bench.user.cell('Краткий', 'K9').value).toBe('моё');
    expect(row(bench, 5)).toEqual([46_100, '', '', '', '']);
  });

  it('as a note stays on its cell', () => {
    const bench = written(3);
    bench.sheet('Краткий').touch(4, 11).note = 'позвонить';
    bench.write(brief(3, SOME));
    bench.write(brief(3));
    expect(bench.sheet('Краткий').peek(4, 11)?.note).toBe('позвонить');
  });
});

describe('their place', () => {
  it('moves with the table when columns are inserted before it', () => {
    const bench = written(3, SOME);
    bench.user.insertColumns('Краткий', 1, 2);
    bench.write(brief(4, SOME));
    expect(bench.sheet('Краткий').peek(2, 14)?.value).toBe('КПП');
  });

  it('is refused a column inserted between them, or one of them deleted, as within the fixed ones', () => {
    const inserted = written(3, SOME);
    inserted.user.insertColumns('Краткий', 10, 1);
    expect(() => inserted.write(brief(3, SOME))).toThrow(
      /^Внутри таблицы листа «Краткий» вставлен столбец K/,
    );
    const deleted = written(3, SOME);
    deleted.user.deleteColumns('Краткий', 11, 1);
    expect(() => deleted.write(brief(3, SOME))).toThrow(
      /^Из таблицы листа «Краткий» удалён столбец «Остаток»/,
    );
  });

  it('is found again without its name', () => {
    const bench = written(3, SOME);
    for (const sheet of bench.book.sheets) sheet.namedAreas = [];
    bench.write(brief(2, SOME), detail(2, SOME));
    expect(shown(bench)).toEqual(shown(written(2, SOME)));
  });

  it('is protected against writing as a whole', () => {
    const bench = written(3, SOME);
    bench.user.protect('Краткий', 'L3:L4', ['owner@example.com']);
    const prepared = () => bench.writer('colleague@example.com').prepare([brief(3, SOME)]);
    expect(prepared).toThrow('Снимите защиту со столбцов B:L');
  });
});
