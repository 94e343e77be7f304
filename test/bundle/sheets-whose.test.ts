/** Which sheets are the report's: renamed, moved, hidden, deleted, duplicated, cut down, copied with the file. */
import { COLLEAGUE, connect, type World } from '../../world/make-world';
import { inOneGo } from './support/long-worlds';
import { refreshed } from '../../world/scenario';
import { BRIEF, column, DETAIL, MEMORY, picture } from '../../world/sheets';
import {
  anOffice,
  attempt,
  BRIEF_END,
  copyOf,
  DETAIL_END,
  everything,
  HOWS,
  userOf,
} from './support/workbook';

/** Of the sheets that are the user's or the report's, in order. */
const names = ({ spreadsheet }: World): string[] =>
  spreadsheet.sheets.map(({ name }) => name).filter((name) => name !== MEMORY);
const addInvoice = ({ data }: World): unknown =>
  data.addInvoice({ ID: 4, COMPANY_ID: 4, OPPORTUNITY: 400, rows: [{}, {}] });

function written(): World {
  const world = anOffice();
  refreshed(world);
  return world;
}

describe.each(HOWS)('A refresh by %s', (how) => {
  it('finds sheets that were renamed, moved and hidden, and leaves them so', () => {
    const world = written();
    const user = userOf(world);
    user.rename(BRIEF, 'Май');
    user.move('Май', 0);
    user.hide('Май');
    user.rename(DETAIL, 'Подробно, «май»');
    addInvoice(world);
    expect(attempt(world, how).state).toBe('done');
    expect(names(world)).toEqual(['Май', 'Лист1', 'Подробно, «май»']);
    expect(world.spreadsheet.sheetNamed('Май')?.hidden).toBe(true);
    expect(column(world, 'Май', 'B')).toEqual(['1', '2', '3', '4']);
    expect(column(world, 'Подробно, «май»', 'B')).toHaveLength(8);
  });

  it('makes both again after they were deleted', () => {
    const world = written();
    for (const name of [BRIEF, DETAIL]) userOf(world).delete(name);
    expect(attempt(world, how).state).toBe('done');
    expect(names(world).sort()).toEqual(['Краткий', 'Лист1', 'Полный']);
    expect(picture(world)).toEqual(inOneGo(world));
  });
});

describe('A duplicate within the file', () => {
  function withDuplicate(): World {
    const world = written();
    userOf(world).duplicate(BRIEF, 'Краткий (май)');
    userOf(world).move('Краткий (май)', 0);
    return world;
  }

  const duplicateOf = ({ spreadsheet }: World) => JSON.stringify(spreadsheet.sheetNamed('Краткий (май)'));

  it('stays the user’s when the original is deleted, and the report gets a sheet of its own', () => {
    const world = withDuplicate();
    const before = duplicateOf(world);
    userOf(world).delete(BRIEF);
    addInvoice(world);
    refreshed(world);
    expect(duplicateOf(world)).toBe(before);
    expect(picture(world)).toEqual(inOneGo(world));
  });
});

describe('A sheet whose grid a user cut down', () => {
  it('to its first cell has room again after the next refresh, and no more than it needs', () => {
    const world = written();
    for (const name of [BRIEF, DETAIL]) {
      const sheet = userOf(world).sheet(name);
      sheet.deleteRows(2, sheet.maxRows - 1);
      sheet.deleteColumns(2, sheet.maxColumns - 1);
    }
    addInvoice(world);
    expect(attempt(world, 'sidebar').state).toBe('done');
    expect(picture(world)).toEqual(inOneGo(world));
    const sizes = [BRIEF, DETAIL].map((name) => userOf(world).sheet(name));
    expect(sizes.map(({ maxRows, maxColumns }) => [maxRows, maxColumns])).toEqual([
      [BRIEF_END + 1, 9],
      [DETAIL_END + 2, 9],
    ]);
  });
});

describe('In a copy of the file', () => {
  it('a new owner’s first refresh goes on with the report’s sheets and leaves the first file alone', () => {
    const world = written();
    userOf(world).rename(BRIEF, 'Май');
    const copy = copyOf(world);
    const before = everything(world);
    addInvoice(world);
    connect(copy);
    refreshed(copy);
    expect(names(copy)).toEqual(['Лист1', 'Май', DETAIL]);
    expect(column(copy, 'Май', 'B')).toEqual(['1', '2', '3', '4']);
    expect(everything(world)).toBe(before);
  });

  it('a duplicate made before the copy is still the user’s', () => {
    const world = written();
    userOf(world).duplicate(BRIEF, 'Снимок');
    const copy = copyOf(world);
    addInvoice(world);
    connect(copy);
    refreshed(copy);
    expect(column(copy, 'Снимок', 'B')).toEqual(['1', '2', '3']);
    expect(column(copy, BRIEF, 'B')).toEqual(['1', '2', '3', '4']);
  });

  it('protections that came along refuse an owner whom they shut out', () => {
    const world = written();
    userOf(world).protect(DETAIL, null, [COLLEAGUE]);
    const copy = copyOf(world);
    addInvoice(world);
    connect(copy);
    const before = everything(copy);
    expect(attempt(copy, 'sidebar')).toMatchObject({
      state: 'failed',
      message: 'Лист «Полный» защищён от изменений. Снимите защиту со столбцов B:I и обновите отчёт.',
      changes: [],
    });
    expect(everything(copy)).toBe(before);
  });
});
