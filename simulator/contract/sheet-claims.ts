/** Sheets: sizes, refusals, content, metadata. */
import type { Claims } from './Claim';
import { refusal } from './refusal';

export const sheetClaims: Claims = {
  'строк и столбцов на новом листе': ({ sheet }) => [sheet.getMaxRows(), sheet.getMaxColumns()],
  'лишняя строка данных': ({ sheet }) =>
    refusal(() =>
      sheet.getRange(1, 1, 1, 2).setValues([
        [1, 2],
        [3, 4],
      ]),
    ),
  'лишний столбец данных': ({ sheet }) => refusal(() => sheet.getRange(1, 1, 1, 2).setValues([[1, 2, 3]])),
  'диапазон за краем листа': ({ sheet }) => refusal(() => sheet.getRange(sheet.getMaxRows() + 1, 1)),
  'диапазон без строк': ({ sheet }) => refusal(() => sheet.getRange(1, 1, 0, 1)),
  'последняя строка без учёта оформления': ({ sheet }) => {
    sheet.getRange(9, 9).setBackground('#ff0000').setNumberFormat('@');
    sheet.getRange(4, 2).setValue('x');
    return [sheet.getLastRow(), sheet.getLastColumn()];
  },
  'пустой лист': ({ sheet }) => [sheet.getLastRow(), sheet.getDataRange().getA1Notation()],
  'занятое название листа': ({ sheet }) => refusal(() => sheet.getParent().insertSheet(sheet.getName())),
  'закрепление всех строк': ({ sheet, spreadsheets }) =>
    refusal(() => {
      sheet.setFrozenRows(sheet.getMaxRows());
      spreadsheets.flush();
    }),
  'удаление всех строк': ({ sheet, spreadsheets }) =>
    refusal(() => {
      sheet.deleteRows(1, sheet.getMaxRows());
      spreadsheets.flush();
    }),
  'когда виден отказ из-за предела ячеек': ({ sheet, spreadsheets }) => {
    if (refusal(() => sheet.insertRowsAfter(1, 10_000_000)) !== null) return 'сразу';
    return refusal(() => spreadsheets.flush()) === null ? 'никогда' : 'при flush';
  },
  'метаданные после переименования': ({ sheet }) => {
    sheet.addDeveloperMetadata('claim', 'kept');
    sheet.setName(`${sheet.getName()} 2`);
    const found = sheet.createDeveloperMetadataFinder().withKey('claim').find();
    const values = found.map((metadata) => metadata.getValue());
    for (const metadata of found) metadata.remove();
    return values;
  },
  'значение перечисления в JSON': ({ spreadsheets }) =>
    JSON.stringify({ style: spreadsheets.BorderStyle.SOLID }),
  'неверные аргументы': ({ sheet }) => {
    const range = sheet.getRange(1, 1) as unknown as { setNote(...args: unknown[]): unknown };
    return refusal(() => range.setNote('a', 'b'));
  },
  'числа, логические и пустые значения при чтении': ({ sheet }) => {
    sheet.getRange(1, 1, 1, 2).setValues([[1.5, true]]);
    return sheet.getRange(1, 1, 1, 3).getValues();
  },
};
