import { openGate } from '../../../../simulator/service';
import { makeSpreadsheetApp } from '../../../../simulator/spreadsheet/index';
import { openSpreadsheet, refusalOf } from './support';

describe('Sheets', () => {
  test("are found by name and id, and a user's renaming keeps the id", () => {
    const { spreadsheet, user } = openSpreadsheet();
    const sheet = spreadsheet.insertSheet('Краткий');
    user.rename('Краткий', 'Мой отчёт');
    expect(sheet.getName()).toBe('Мой отчёт');
    expect(spreadsheet.getSheetByName('Краткий')).toBeNull();
    expect(spreadsheet.getSheetById(sheet.getSheetId())?.getName()).toBe('Мой отчёт');
    expect(spreadsheet.getSheetById(123)).toBeNull();
  });

  test('are inserted after the active one or at an index, and become active', () => {
    const { spreadsheet, user } = openSpreadsheet();
    spreadsheet.insertSheet('A');
    spreadsheet.insertSheet('B', 0);
    spreadsheet.insertSheet();
    const names = () => spreadsheet.getSheets().map((sheet) => `${sheet.getIndex()} ${sheet.getName()}`);
    expect(names()).toEqual(['1 B', '2 Лист4', '3 Лист1', '4 A']);
    expect(spreadsheet.getActiveSheet().getName()).toBe('Лист4');
    user.move('A', 0);
    expect(names()).toEqual(['1 A', '2 B', '3 Лист4', '4 Лист1']);
  });

  test('have a name of their own of 1 to 100 characters', () => {
    const { spreadsheet, sheet } = openSpreadsheet();
    spreadsheet.insertSheet('Краткий');
    const taken = 'Exception: A sheet with the name "краткий" already exists. Please enter another name.';
    expect(refusalOf(() => spreadsheet.insertSheet('краткий'))).toBe(taken);
    expect(refusalOf(() => sheet.setName('краткий'))).toBe(taken);
    expect(refusalOf(() => sheet.setName(''))).toBe('Exception: The sheet name cannot be empty.');
    expect(refusalOf(() => sheet.setName('x'.repeat(101)))).toContain('greater than 100 characters');
    expect(sheet.setName('x'.repeat(100)).getName()).toHaveLength(100);
  });

  test.each(['OBJECT', 'DATASOURCE'] as const)(
    'of the type %s have no grid and say so when asked',
    (type) => {
      const { spreadsheet, sheet, user } = openSpreadsheet();
      user.addSheetWithoutGrid('Диаграмма', type);
      const other = spreadsheet.getSheets()[1];
      if (other === undefined) throw new Error('expected the sheet');
      const refused = `Exception: The action is not supported for ${type} sheet`;
      expect(refusalOf(() => other.getRange('A:A'))).toBe(refused);
      expect(refusalOf(() => other.getMaxRows())).toBe(refused);
      expect(refusalOf(() => other.getLastRow())).toBe(refused);
      expect(refusalOf(() => other.getDeveloperMetadata())).toBe(refused);
      expect([other.getName(), String(other.getType()), String(sheet.getType())]).toEqual([
        'Диаграмма',
        type,
        'GRID',
      ]);
      expect(other.setName('График').getIndex()).toBe(2);
    },
  );

  test('cannot all be deleted or hidden', () => {
    const { spreadsheet, sheet, user } = openSpreadsheet();
    const last = "Exception: You can't remove all the sheets in a document.";
    expect(refusalOf(() => spreadsheet.deleteSheet(sheet))).toBe(last);
    expect(refusalOf(() => sheet.hideSheet())).toBe(
      "Exception: You can't hide all the sheets in a document.",
    );
    const second = spreadsheet.insertSheet('второй');
    user.hide('Лист1');
    expect([sheet.isSheetHidden(), second.isSheetHidden()]).toEqual([true, false]);
    expect(refusalOf(() => spreadsheet.deleteSheet(second))).toBe(last);
    sheet.showSheet();
    spreadsheet.deleteSheet(second);
    expect(spreadsheet.getSheets()).toHaveLength(1);
    expect(spreadsheet.getActiveSheet().getName()).toBe('Лист1');
  });

  test('deleted by a user fail whatever is asked of them', () => {
    const { spreadsheet, user } = openSpreadsheet();
    const sheet = spreadsheet.insertSheet('Краткий');
    const range = sheet.getRange('A1');
    user.delete('Краткий');
    const gone = `Exception: Sheet ${sheet.getSheetId()} not found`;
    const uses = [
      () => sheet.getName(),
      () => range.getDisplayValue(),
      () => range.setValue(1),
      () => sheet.getMaxRows(),
    ];
    expect(uses.map(refusalOf)).toEqual([gone, gone, gone, gone]);
  });
});

describe('Developer metadata', () => {
  test('stays with its sheet under any name and is found from the spreadsheet', () => {
    const { app, spreadsheet, user } = openSpreadsheet();
    const visibility = app.DeveloperMetadataVisibility;
    spreadsheet.insertSheet('Краткий').addDeveloperMetadata('sheet', 'brief', visibility.PROJECT);
    spreadsheet.insertSheet('Полный').addDeveloperMetadata('sheet', 'detail');
    spreadsheet.addDeveloperMetadata('sheet', 'book');
    user.rename('Краткий', 'Другое имя');
    const found = spreadsheet.createDeveloperMetadataFinder().withKey('sheet').withValue('brief').find();
    expect(found.map((metadata) => metadata.getLocation().getSheet()?.getName())).toEqual(['Другое имя']);
    expect(found.map((metadata) => metadata.getVisibility())).toEqual([visibility.PROJECT]);
    expect(spreadsheet.createDeveloperMetadataFinder().withKey('sheet').find()).toHaveLength(3);
    expect(spreadsheet.getDeveloperMetadata().map((metadata) => metadata.getValue())).toEqual(['book']);
  });

  test('can be changed and removed, and goes with its sheet', () => {
    const { spreadsheet, user } = openSpreadsheet();
    const sheet = spreadsheet.insertSheet('Краткий').addDeveloperMetadata('a', '1').addDeveloperMetadata('b');
    const finder = () => spreadsheet.createDeveloperMetadataFinder();
    finder().withKey('a').find()[0]?.setValue('2');
    finder().withKey('b').find()[0]?.remove();
    const pairs = sheet.getDeveloperMetadata().map((metadata) => [metadata.getKey(), metadata.getValue()]);
    expect(pairs).toEqual([['a', '2']]);
    user.delete('Краткий');
    expect(finder().find()).toEqual([]);
  });
});

describe('The application', () => {
  test('has no user interface or spreadsheet where the execution has none', () => {
    const { book } = openSpreadsheet();
    const app = makeSpreadsheetApp(book, openGate, { ui: null, activeAvailable: false });
    expect([app.getActive(), app.getActiveSpreadsheet()]).toEqual([null, null]);
    expect(refusalOf(() => app.getUi())).toBe(
      'Exception: Cannot call SpreadsheetApp.getUi() from this context.',
    );
    const ui = {};
    expect(makeSpreadsheetApp(book, openGate, { ui, activeAvailable: true }).getUi()).toBe(ui);
  });

  test('knows the document and keeps what it toasts', () => {
    const { spreadsheet, book } = openSpreadsheet({
      id: 'abc',
      name: 'Счета',
      locale: 'de_DE',
      timeZone: 'UTC',
    });
    const known = [spreadsheet.getId(), spreadsheet.getName(), spreadsheet.getUrl()];
    expect(known).toEqual(['abc', 'Счета', 'https://docs.google.com/spreadsheets/d/abc/edit']);
    expect([spreadsheet.getSpreadsheetLocale(), spreadsheet.getSpreadsheetTimeZone()]).toEqual([
      'de_DE',
      'UTC',
    ]);
    spreadsheet.toast('Готово', 'Отчёт', 3);
    expect(book.toasts).toEqual([{ message: 'Готово', title: 'Отчёт', timeoutSeconds: 3 }]);
  });
});

test('A copy of the file has the same sheets under another id and changes apart from the original', () => {
  const { sheet, book } = openSpreadsheet();
  sheet.addDeveloperMetadata('sheet', 'brief').getRange('A1').setValue('общее');
  const copy = book.copyAs('copy');
  sheet.getRange('A1').setValue('своё');
  const copied = makeSpreadsheetApp(copy, openGate, { ui: null, activeAvailable: true }).getActiveSheet();
  expect([copy.id, copied.getSheetId(), copied.getRange('A1').getValue()]).toEqual(['copy', 0, 'общее']);
  expect(copied.getDeveloperMetadata().map((metadata) => metadata.getValue())).toEqual(['brief']);
});
