/** How cells read what is written into them. Only what no locale changes. */
import type { Claims, Json, Platform } from './Claim';
import { refusal } from './refusal';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** What the first cell holds after `write`: its formula, else type and value. */
function cellAfter({ sheet }: Platform, write: (cell: Range) => unknown): string {
  const cell = sheet.getRange(1, 1);
  write(cell);
  const formula = cell.getFormula();
  if (formula !== '') return `formula ${formula}`;
  const value: unknown = cell.getValue();
  return Object.prototype.toString.call(value) === '[object Date]'
    ? 'date'
    : `${typeof value} ${String(value)}`;
}

const intoText =
  (value: string) =>
  (platform: Platform): Json =>
    cellAfter(platform, (cell) => cell.setNumberFormat('@').setValues([[value]]));
const intoAutomatic =
  (value: string) =>
  (platform: Platform): Json =>
    cellAfter(platform, (cell) => cell.setValues([[value]]));
const asRichText =
  (value: string) =>
  (platform: Platform): Json =>
    cellAfter(platform, (cell) =>
      cell.setRichTextValues([[platform.spreadsheets.newRichTextValue().setText(value).build()]]),
    );
const formatRead =
  (format: string) =>
  ({ sheet }: Platform): Json =>
    sheet.getRange(1, 1).setNumberFormat(format).getNumberFormat();

export const cellClaims: Claims = {
  '=1+1 в ячейке @': intoText('=1+1'),
  "'x в ячейке @": intoText("'x"),
  '+79161234567 в ячейке @': intoText('+79161234567'),
  '-abc в ячейке @': intoText('-abc'),
  '@name в ячейке @': intoText('@name'),
  '01234 в ячейке @': intoText('01234'),
  '1-2 в ячейке @': intoText('1-2'),
  '1E5 в ячейке @': intoText('1E5'),
  'TRUE в ячейке @': intoText('TRUE'),
  'пробелы и переводы строк в ячейке @': intoText(' a\n b '),
  '=1+1 в обычной ячейке': intoAutomatic('=1+1'),
  "'x в обычной ячейке": intoAutomatic("'x"),
  '01234 в обычной ячейке': intoAutomatic('01234'),
  '+79161234567 в обычной ячейке': intoAutomatic('+79161234567'),
  '1-2 в обычной ячейке': intoAutomatic('1-2'),
  'формат @ после записи': (platform) =>
    cellAfter(platform, (cell) => cell.setValue('01234').setNumberFormat('@')),
  '=1+1 как форматированный текст': asRichText('=1+1'),
  "'x как форматированный текст": asRichText("'x"),
  '01234 как форматированный текст': asRichText('01234'),
  'ссылка, цвет и подчёркивание форматированного текста': ({ sheet, spreadsheets }) => {
    const black = spreadsheets.newTextStyle().setForegroundColor('#000000').setUnderline(false).build();
    const text = spreadsheets.newRichTextValue().setText('№ 1').setLinkUrl('https://example.com/1');
    const read = sheet.getRange(1, 1).setRichTextValue(text.setTextStyle(black).build()).getRichTextValue();
    const style = read?.getTextStyle();
    return [read?.getLinkUrl() ?? null, style?.getForegroundColor() ?? null, style?.isUnderline() ?? null];
  },
  'null очищает ячейку': (platform) => cellAfter(platform, (cell) => cell.setValue(1).setValue(null)),
  '50 000 знаков в ячейке': ({ sheet }) =>
    String(sheet.getRange(1, 1).setValue('x'.repeat(50_000)).getValue()).length,
  '50 001 знак в ячейке': ({ sheet, spreadsheets }) =>
    refusal(() => {
      sheet.getRange(1, 1).setValue('x'.repeat(50_001));
      spreadsheets.flush();
    }),
  'формат обычной ячейки': ({ sheet }) => sheet.getRange(1, 1).getNumberFormat(),
  'формат чисел после записи': formatRead('#,##0.00'),
  'формат с тремя частями после записи': formatRead('#,##0.00;-#,##0.00;"нет"'),
  'формат с валютой после записи': formatRead('#,##0.00 [$USD]'),
  'число с форматом даты': (platform) =>
    cellAfter(platform, (cell) => cell.setNumberFormat('dd.mm.yyyy').setValue(46_000)),
  'показ числа с форматом даты': ({ sheet }) =>
    sheet.getRange(1, 1).setNumberFormat('dd.mm.yyyy').setValue(46_000).getDisplayValue(),
};
