import type { SheetPlan } from '../../../src/report/SheetPlan';
import { briefPlan, detailPlan, invoices } from './plans';
import { MARK_KEY, Workbench } from './workbench';

const NAMES = { brief: 'Краткий', detail: 'Полный' } as const;
const plans = (count: number): SheetPlan[] => [briefPlan(invoices(count)), detailPlan(invoices(count))];

function written(count: number): Workbench {
  const bench = new Workbench();
  bench.write(...plans(count));
  return bench;
}

/** Both sheets whole: a table of so many invoices on a new sheet, with what `change` does to it. */
function right(count: number, change: (bench: Workbench) => void = () => undefined): unknown[] {
  const bench = written(count);
  change(bench);
  return whole(bench);
}

const whole = (bench: Workbench): unknown[] => Object.values(NAMES).map((name) => bench.whole(name));

/** The table of n invoices ends in row n + 4 on the brief sheet, in row 2n + 2 on the detail sheet. */
const ROWS = [3, 4, 5, 6, 7, 8];

describe.each([NAMES.brief, NAMES.detail])('«%s»', (name) => {
  it.each(ROWS)('is whole again after a user inserted rows below row %i', (row) => {
    const bench = written(3);
    bench.user.insertRows(name, row - 1, 2);
    const isBelow = row - 1 >= (name === NAMES.brief ? 7 : 8);
    const moved = (other: Workbench) => isBelow && other.user.insertRows(name, row - 1, 2);
    bench.write(...plans(3));
    expect(whole(bench)).toEqual(right(3, moved));
    bench.write(...plans(4));
    bench.write(...plans(1));
    expect(whole(bench)).toEqual(right(1));
  });

  it.each(ROWS)('is whole again after a user deleted row %i', (row) => {
    const bench = written(3);
    bench.user.enter(name, 'C12', 'Согласовано: Иванова');
    bench.user.deleteRows(name, row, 1);
    bench.write(...plans(3));
    const agreed = (other: Workbench) => other.user.enter(name, 'C11', 'Согласовано: Иванова');
    expect(whole(bench)).toEqual(right(3, agreed));
  });

  it('is whole again after a user dragged a title over another one', () => {
    const bench = written(3);
    bench.user.drag(name, 'C2', 'F2');
    bench.write(...plans(4));
    expect(whole(bench)).toEqual(right(4));
  });

  it('is whole again where its name is deleted and a title overwritten', () => {
    const bench = written(3);
    bench.user.enter(name, 'D2', 'Покупатель');
    bench.sheet(name).namedAreas = [];
    bench.write(...plans(4));
    expect(whole(bench)).toEqual(right(4));
  });

  it('is written where rows and columns inserted before it have moved it', () => {
    const bench = written(3);
    const move = (other: Workbench) => {
      other.user.insertRows(name, 0, 3);
      other.user.insertColumns(name, 1, 2);
      other.user.enter(name, 'B1', 'Моё');
    };
    move(bench);
    for (const count of [3, 5, 3]) bench.write(...plans(count));
    const drawnAnew = (other: Workbench) => {
      move(other);
      other.properties.set(MARK_KEY, 'brief,detail');
      other.write(...plans(3));
    };
    expect(whole(bench)).toEqual(right(3, drawnAnew));
    expect(bench.write(...plans(3))).toBe(false);
  });

  it('is written from column A on where the empty column A was deleted', () => {
    const bench = written(3);
    bench.user.enter(name, 'J3', 'оплата 15.06, звонил');
    const move = (other: Workbench) => other.user.deleteColumns(name, 1, 1);
    move(bench);
    bench.write(...plans(2));
    const remarked = (other: Workbench) => {
      other.user.enter(name, 'J3', 'оплата 15.06, звонил');
      move(other);
    };
    expect(whole(bench)).toEqual(right(2, remarked));
  });

  it.each([3, 5, 9])('is left alone while a user’s column stands inside it, as column %i', (column) => {
    const bench = written(2);
    bench.user.insertColumns(name, column - 1, 1);
    bench.user.enter(name, `${'ABCDEFGHI'.charAt(column - 1)}3`, 'оплатить срочно');
    const before = whole(bench);
    const letter = 'ABCDEFGHI'.charAt(column - 1);
    expect(() => bench.write(...plans(3))).toThrow(
      `Внутри таблицы листа «${name}» вставлен столбец ${letter}. Перенесите его правее таблицы и обновите отчёт.`,
    );
    expect(whole(bench)).toEqual(before);
    expect(bench.properties.has(MARK_KEY)).toBe(false);
    bench.user.deleteColumns(name, column, 1);
    bench.write(...plans(3));
    expect(whole(bench)).toEqual(right(3));
  });

  it.each([2, 3, 9])(
    'is left alone where a user deleted column %i of it, until he renames the sheet',
    (column) => {
      const bench = written(2);
      const title = bench.user.cell(name, `${'ABCDEFGHI'.charAt(column - 1)}2`).value;
      bench.user.enter(name, 'J3', 'моё');
      bench.user.deleteColumns(name, column, 1);
      const before = bench.whole(name);
      expect(() => bench.write(...plans(3))).toThrow(
        `Из таблицы листа «${name}» удалён столбец «${String(title)}». Отмените удаление или переименуйте лист: отчёт сделает новый.`,
      );
      expect(bench.whole(name)).toEqual(before);
      bench.user.rename(name, 'Мой');
      bench.write(...plans(3));
      expect(bench.whole('Мой')).toEqual(before);
      expect(whole(bench)).toEqual(right(3));
      bench.write(...plans(1));
      expect(bench.whole('Мой')).toEqual(before);
    },
  );

  it.each([false, true])('is found by what stands in it where its name is lost, refused: %s', (refused) => {
    const bench = written(4);
    bench.book.quirks.lostNamesRefuse = refused;
    for (const sheet of bench.book.sheets)
      sheet.namedAreas = sheet.namedAreas.map((named) => ({ ...named, area: null }));
    for (const count of [2, 6]) bench.write(...plans(count));
    expect(whole(bench)).toEqual(right(6));
    expect(bench.write(...plans(6))).toBe(false);
  });

  it('is found by what stands in it where neither name nor marks are left', () => {
    const bench = written(4);
    bench.user.insertRows(name, 0, 2);
    for (const sheet of bench.book.sheets) Object.assign(sheet, { namedAreas: [], columnMetadata: [] });
    bench.write(...plans(2));
    expect(whole(bench)).toEqual(right(2, (other) => other.user.insertRows(name, 0, 2)));
  });

  it('keeps a header that a user overwrote where it is', () => {
    const bench = written(2);
    for (const cell of ['B2', 'D2', 'I2']) bench.user.enter(name, cell, 'Моё слово');
    bench.write(...plans(2));
    expect(whole(bench)).toEqual(right(2));
  });

  it('is whole again where its header was deleted', () => {
    const bench = written(3);
    bench.user.deleteRows(name, 2, 1);
    bench.write(...plans(3));
    expect(whole(bench)).toEqual(right(3));
  });
});

test('an older, longer version of the brief sheet’s cells that came back under today’s name is all replaced', () => {
  const older = written(9);
  const bench = written(3);
  restoreCells(bench, older, NAMES.brief);
  bench.write(briefPlan(invoices(3)));
  expect(bench.whole(NAMES.brief)).toEqual(right(3)[0]);
});

test('rows of an older, longer version below the detail sheet’s table are named and not left standing as the report', () => {
  const older = written(9);
  const bench = written(3);
  restoreCells(bench, older, NAMES.detail);
  const before = bench.whole(NAMES.detail);
  expect(() => bench.write(detailPlan(invoices(3)))).toThrow(
    'Строка 9 листа «Полный» похожа на строки отчёта',
  );
  expect(bench.whole(NAMES.detail)).toEqual(before);
});

test.each([NAMES.brief, NAMES.detail])(
  'what stood below an older, shorter «%s» is not taken for the report where its cells come back',
  (name) => {
    const older = written(2);
    older.user.enter(name, 'C10', 'Согласовано: Иванова');
    const bench = written(6);
    restoreCells(bench, older, name);
    bench.write(...plans(2));
    expect(bench.user.cell(name, 'C10').value).toBe('Согласовано: Иванова');
    expect(() => bench.write(...plans(9))).toThrow(`строка 10 листа «${name}» занята вашими данными`);
  },
);

test('a copy of the file that was made while the report was being written is right after its next report', () => {
  for (let changes = 1; ; changes += 1) {
    const bench = written(2);
    bench.changesLeft = changes;
    try {
      bench.write(...plans(5));
      break;
    } catch {
      const copy = new Workbench({ book: bench.book.copyAs('copy') });
      copy.write(...plans(3));
      expect(whole(copy)).toEqual(right(3));
    }
  }
});

test('a sheet that a user duplicated stays his, and the original stays the report’s', () => {
  const bench = written(2);
  bench.user.duplicate(NAMES.brief, 'Копия');
  const before = bench.whole('Копия');
  bench.write(...plans(4));
  expect(bench.whole('Копия')).toEqual(before);
  expect(whole(bench)).toEqual(right(4));
});

/** The cells of another time under the metadata and the names of today. */
function restoreCells(bench: Workbench, older: Workbench, name: string): void {
  const { namedAreas, metadata, columnMetadata } = bench.sheet(name);
  const restored = older.sheet(name).copy();
  Object.assign(restored, { namedAreas, metadata, columnMetadata, id: bench.sheet(name).id });
  bench.book.sheets.splice(bench.book.sheets.indexOf(bench.sheet(name)), 1, restored);
}
