/** Where a draft lies: a hidden sheet of its own, which is found again, reused and removed, and nobody else's. */
import { HiddenSheet, removeHidden } from '../../../src/sheets/HiddenSheet';
import { openGate } from '../../../simulator/service';
import { makeSpreadsheetApp, SpreadsheetModel, SpreadsheetUser } from '../../../simulator/spreadsheet';

const TITLE = 'Bitrix24 (черновик)';
const KEY = 'bitrix24-invoice-sheets-draft';

function aBook() {
  const book = new SpreadsheetModel({ timeZone: 'Europe/Moscow' });
  const user = new SpreadsheetUser(book);
  const options = { ui: null, activeAvailable: true, user: 'owner@example.com' };
  const workbook = makeSpreadsheetApp(book, openGate, options).getActiveSpreadsheet();
  /** As an execution of its own sees it. */
  const draft = (isSeen = false) => {
    const sheet = new HiddenSheet(workbook, 'draft', isSeen);
    return {
      read: () => sheet.read()?.[0] ?? null,
      write: (cells: readonly string[]) => sheet.write(1, cells),
      remove: () => sheet.remove(),
    };
  };
  const sheets = () => book.sheets.map(({ name, hidden }) => (hidden ? `(${name})` : name));
  const first = book.sheets[0]?.name ?? '';
  return { book, user, workbook, draft, sheets, first };
}

describe('a draft', () => {
  it('is read as it was written, from a hidden sheet behind all others', () => {
    const { user, draft, sheets, first } = aBook();
    user.addSheet('Заметки');
    expect(draft().read()).toBeNull();
    draft().write(['head', '007', '+1', '=A1']);
    expect(draft().read()).toEqual(['head', '007', '+1', '=A1']);
    expect(sheets()).toEqual([first, 'Заметки', `(${TITLE})`]);
  });

  it('takes the place of a longer one and of a shorter one, in the same sheet', () => {
    const { draft, sheets, first } = aBook();
    draft().write(['a', 'b', 'c']);
    draft().write(['d']);
    expect(draft().read()).toEqual(['d']);
    draft().write(['e', 'f']);
    expect(draft().read()).toEqual(['e', 'f']);
    expect(sheets()).toEqual([first, `(${TITLE})`]);
  });

  it('that was removed is gone with its sheet, and removing none does no harm', () => {
    const { user, draft, sheets, first } = aBook();
    user.addSheet('Заметки');
    draft().write(['a']);
    draft().remove();
    draft().remove();
    expect([draft().read(), sheets()]).toEqual([null, [first, 'Заметки']]);
  });

  it('is found by its mark where somebody has given its sheet another name, and removed with its copies', () => {
    const { user, draft, sheets, first } = aBook();
    draft().write(['a']);
    user.rename(TITLE, 'Что это?');
    expect(draft().read()).toEqual(['a']);
    draft().write(['b']);
    expect([draft().read(), sheets()]).toEqual([['b'], [first, '(Что это?)']]);
    user.duplicate('Что это?', 'Копия');
    draft().remove();
    expect(sheets()).toEqual([first]);
  });

  it('hides its sheet again where somebody has shown it', () => {
    const { book, draft, sheets, first } = aBook();
    draft().write(['a']);
    book.sheets.forEach((sheet) => (sheet.hidden = false));
    draft().write(['b']);
    expect(sheets()).toEqual([first, `(${TITLE})`]);
  });
});

describe('an empty sheet with the name of a draft', () => {
  it('was left by an execution that ended before it could mark it, and is used', () => {
    const { book, user, draft, sheets, first } = aBook();
    user.addSheet(TITLE);
    expect(draft().read()).toBeNull();
    draft().write(['a']);
    expect([draft().read(), sheets()]).toEqual([['a'], [first, `(${TITLE})`]]);
    expect(book.sheetNamed(TITLE)?.metadata.map(({ key }) => key)).toEqual([KEY]);
  });

  it('is marked once, however often a draft is written', () => {
    const { book, draft } = aBook();
    for (const cells of [['a'], ['b'], ['c']]) draft().write(cells);
    expect(book.sheetNamed(TITLE)?.metadata).toHaveLength(1);
  });
});

describe('a sheet that is not a draft', () => {
  it.each(['its name and something in it', 'another name and nothing in it'])(
    'is left alone, with %s',
    (what) => {
      const { user, draft, sheets, first } = aBook();
      const name = what.startsWith('its') ? TITLE : 'Лист2';
      user.addSheet(name);
      if (name === TITLE) user.enter(TITLE, 'A1', 'мой черновик');
      draft().remove();
      expect([draft().read(), sheets()]).toEqual([null, [first, name]]);
    },
  );

  it('may have its name, and the next one too: the draft takes the first that is free', () => {
    const { user, draft, sheets, first } = aBook();
    for (const name of [TITLE, `${TITLE} 2`]) {
      user.addSheet(name);
      user.enter(name, 'A1', 'моё');
    }
    draft().write(['a']);
    expect(sheets()).toEqual([first, TITLE, `${TITLE} 2`, `(${TITLE} 3)`]);
    draft().remove();
    expect(sheets()).toEqual([first, TITLE, `${TITLE} 2`]);
  });

  it('may have its name in other letters: whether Google takes both is nowhere said', () => {
    const { user, draft, sheets, first } = aBook();
    const names = [TITLE.toUpperCase(), `${TITLE.toLowerCase()} 2`];
    for (const name of names) user.addSheet(name);
    draft().write(['a']);
    expect([draft().read(), sheets()]).toEqual([['a'], [first, ...names, `(${TITLE} 3)`]]);
    draft().remove();
    expect(sheets()).toEqual([first, ...names]);
  });

  it('is passed over where it has no cells, even under the name of a draft', () => {
    const { user, draft, sheets, first } = aBook();
    user.addSheetWithoutGrid('Диаграмма');
    user.addSheetWithoutGrid(TITLE, 'DATASOURCE');
    draft().write(['a']);
    draft().remove();
    expect([draft().read(), sheets()]).toEqual([null, [first, 'Диаграмма', TITLE]]);
  });

  it('is not taken for one because of another mark', () => {
    const { user, workbook, draft, sheets, first } = aBook();
    user.addSheet('Заметки');
    workbook.getSheets()[1]?.addDeveloperMetadata('another', '1');
    draft().remove();
    expect(sheets()).toEqual([first, 'Заметки']);
  });
});

describe('whoever looks at the spreadsheet while a draft is made', () => {
  it.each([
    [true, 'Заметки'],
    [false, 'the first sheet'],
  ])('gets back what they looked at, where they wait for it: %j', (isSeen, shown) => {
    const { book, user, draft, first } = aBook();
    book.activeSheet = user.addSheet('Заметки');
    draft(isSeen).write(['a']);
    expect(book.activeSheet.name).toBe(shown === 'Заметки' ? shown : first);
  });

  it('is taken for nobody who waits unless it is said', () => {
    const { book, user, workbook, first } = aBook();
    book.activeSheet = user.addSheet('Заметки');
    new HiddenSheet(workbook, 'draft').write(1, ['a']);
    expect(book.activeSheet.name).toBe(first);
  });
});

describe('the grid of a draft', () => {
  it('is no larger than what has lain there, whatever Google makes a sheet of', () => {
    const { book, draft } = aBook();
    const size = () => [book.sheetNamed(TITLE)?.maxRows, book.sheetNamed(TITLE)?.maxColumns];
    draft().write(['a', 'b']);
    expect(size()).toEqual([2, 1]);
    draft().write(['c', 'd', 'e']);
    expect([draft().read(), size()]).toEqual([
      ['c', 'd', 'e'],
      [3, 1],
    ]);
  });

  it('is as large as Google makes it where the execution ended before it was cut', () => {
    const { user, draft } = aBook();
    user.addSheet(TITLE);
    draft().write(['a']);
    draft().write(['a', 'b', 'c']);
    expect(draft().read()).toEqual(['a', 'b', 'c']);
  });
});

describe('taking a draft away', () => {
  it('is done when Google says so, not when it may be', () => {
    const { workbook, draft, sheets, first } = aBook();
    draft().write(['a']);
    const seen: unknown[] = [];
    const platform = { workbook: () => workbook, spreadsheets: { flush: () => void seen.push(sheets()) } };
    removeHidden(platform as unknown as Parameters<typeof removeHidden>[0], 'draft');
    expect(seen).toEqual([[first]]);
  });

  it.each(['at once', 'when it comes to it'])('says where Google refuses, %s', (when) => {
    const { workbook, draft } = aBook();
    draft().write(['a']);
    const refuse = (): never => {
      throw new Error('Service error: Spreadsheets');
    };
    const refusing = {
      getSheets: () => workbook.getSheets(),
      createDeveloperMetadataFinder: () => workbook.createDeveloperMetadataFinder(),
      deleteSheet: refuse,
    };
    const platform = {
      workbook: () => (when === 'at once' ? refusing : workbook),
      spreadsheets: { flush: when === 'at once' ? () => undefined : refuse },
    };
    expect(() => {
      removeHidden(platform as unknown as Parameters<typeof removeHidden>[0], 'draft');
    }).toThrow('Service error: Spreadsheets');
  });
});
