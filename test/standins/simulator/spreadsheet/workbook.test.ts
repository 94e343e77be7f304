import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from '@protobi/exceljs';
import { saveWorkbook } from '../../../../simulator/spreadsheet/index';
import { openSpreadsheet, type Opened } from './support';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workbook-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function saved({ book }: Opened): Promise<ExcelJS.Workbook> {
  const path = join(folder, 'report.xlsx');
  await saveWorkbook(book, path);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

async function savedSheet(opened: Opened): Promise<ExcelJS.Worksheet> {
  const [worksheet] = (await saved(opened)).worksheets;
  if (!worksheet) throw new Error('expected a sheet');
  return worksheet;
}

test('A character of two units is whole wherever it lies in the file', async () => {
  const opened = openSpreadsheet();
  // Odd and even places, past many times the 16,384 units that the library's archive takes at once.
  const texts = ['🧾'.repeat(16_000), `x${'🧾'.repeat(16_000)}`, `xx${'🧾'.repeat(16_001)}`];
  opened.sheet.getRange('A1:C1').setNumberFormat('@').setValues([texts]);
  const worksheet = await savedSheet(opened);
  const broken = texts.filter((text, index) => worksheet.getCell(1, index + 1).value !== text);
  expect(broken.map((text) => text.length)).toEqual([]);
});

test('Values keep their types, and texts that look like something else stay texts', async () => {
  const opened = openSpreadsheet();
  const texts = ['=1+1', '0012', '1-2', '+7', "'x", 'TRUE', '1E5', ' a  b ', 'строка\nвторая'];
  opened.sheet.getRange('A1:I1').setNumberFormat('@').setValues([texts]);
  opened.sheet.getRange('A2:C2').setValues([[1234.5, true, '=SUM(A2:A9)']]);
  opened.user.enterFormula('Лист1', 'D2', '=A2*2', 2469);
  const worksheet = await savedSheet(opened);
  const row = texts.map((_, index) => worksheet.getCell(1, index + 1));
  expect(row.map((cell) => cell.value)).toEqual(texts);
  expect(row.map((cell) => cell.numFmt)).toEqual(texts.map(() => '@'));
  expect([worksheet.getCell('A2').value, worksheet.getCell('B2').value]).toEqual([1234.5, true]);
  expect(worksheet.getCell('C2').formula).toBe('SUM(A2:A9)');
  expect(worksheet.getCell('D2').value).toEqual({ formula: 'A2*2', result: 2469 });
});

test('Dates are day numbers with their format', async () => {
  const opened = openSpreadsheet();
  opened.sheet.getRange('A1').setNumberFormat('dd.mm.yyyy').setValue(45_000);
  const cell = (await savedSheet(opened)).getCell('A1');
  expect([cell.value, cell.numFmt]).toEqual([new Date('2023-03-15T00:00:00Z'), 'dd.mm.yyyy']);
});

test("Number formats go out as they are, General as Excel's unspoken default", async () => {
  const opened = openSpreadsheet();
  const formats = ['#,##0.00', '#,##0.00;-#,##0.00;"нет"', '#,##0.00 [$USD]', 'General', 'h:mm am/pm'];
  opened.sheet.getRange('A1:E1').setValue(1).setNumberFormats([formats]);
  const worksheet = await savedSheet(opened);
  const read = formats.map((_, index) => worksheet.getCell(1, index + 1).numFmt);
  expect(read).toEqual([...formats.slice(0, 3), undefined, 'h:mm AM/PM']);
});

test('Fills, fonts, alignment and wrapping are those of the cell', async () => {
  const opened = openSpreadsheet();
  const range = opened.sheet.getRange('B2').setValue('Номер');
  range.setBackground('#FCE4D6').setFontWeight('bold').setFontColor('#FF0000').setFontStyle('italic');
  range.setHorizontalAlignment('center').setVerticalAlignment('middle').setWrap(true);
  const { font, fill, alignment } = (await savedSheet(opened)).getCell('B2');
  expect(fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FFFCE4D6' } });
  expect(font).toMatchObject({
    bold: true,
    italic: true,
    color: { argb: 'FFFF0000' },
    name: 'Arial',
    size: 10,
  });
  expect(alignment).toEqual({ horizontal: 'center', vertical: 'middle', wrapText: true });
});

test('Borders of every style stand on both sides of the line', async () => {
  const opened = openSpreadsheet();
  const { BorderStyle } = opened.app;
  const { sheet } = opened;
  const styles = [
    [BorderStyle.SOLID, 'thin'],
    [BorderStyle.SOLID_MEDIUM, 'medium'],
    [BorderStyle.SOLID_THICK, 'thick'],
    [BorderStyle.DASHED, 'dashed'],
    [BorderStyle.DOTTED, 'dotted'],
    [BorderStyle.DOUBLE, 'double'],
  ] as const;
  sheet.getRange('B2:B14').setValue('x');
  styles.forEach(([style], index) => {
    sheet.getRange(2 * index + 2, 2).setBorder(true, null, true, true, null, null, '#ff0000', style);
  });
  const worksheet = await savedSheet(opened);
  const line = (style: string) => ({ style, color: { argb: 'FFFF0000' } });
  styles.forEach(([, style], index) => {
    const row = 2 * index + 2;
    const { border } = worksheet.getCell(row, 2);
    expect([border.top, border.bottom, border.right]).toEqual([line(style), line(style), line(style)]);
    expect(worksheet.getCell(row + 1, 2).border.top).toEqual(line(style));
    expect(border.left).toBeUndefined();
  });
});

test('Cells that differ only in a line of their neighbour differ in the file', async () => {
  const opened = openSpreadsheet();
  opened.sheet.getRange('A1:C3').setValue('x');
  opened.sheet.getRange('B2').setBorder(null, null, true, true, null, null);
  const worksheet = await savedSheet(opened);
  const line = { style: 'thin', color: { argb: 'FF000000' } };
  expect(worksheet.getCell('A1').border).toEqual({});
  expect(worksheet.getCell('B3').border).toEqual({ top: line });
  expect(worksheet.getCell('C2').border).toEqual({ left: line });
});

test('A link keeps the look of its text: black and not underlined where the script said so', async () => {
  const opened = openSpreadsheet();
  const { app, sheet } = opened;
  const plain = app.newTextStyle().setUnderline(false).setForegroundColor('#000000').build();
  const link = app.newRichTextValue().setText('=7').setLinkUrl('https://portal.example/a?b=1&c=2');
  sheet.getRange('A1').setRichTextValue(link.setTextStyle(plain).build());
  sheet.getRange('A2').setValue('без ссылки');
  const worksheet = await savedSheet(opened);
  const cell = worksheet.getCell('A1');
  expect(cell.value).toMatchObject({ text: '=7', hyperlink: 'https://portal.example/a?b=1&c=2' });
  expect([cell.font.color, cell.font.underline]).toEqual([{ argb: 'FF000000' }, undefined]);
  expect(worksheet.getCell('A2').value).toBe('без ссылки');
});

test('A text in several looks stays in several looks', async () => {
  const opened = openSpreadsheet();
  const bold = opened.app.newTextStyle().setBold(true).build();
  const value = opened.app.newRichTextValue().setText('Итого: 5').setTextStyle(0, 6, bold).build();
  opened.sheet.getRange('A1').setRichTextValue(value);
  const cell = (await savedSheet(opened)).getCell('A1');
  const { richText } = cell.value as ExcelJS.CellRichTextValue;
  expect(richText.map(({ text, font }) => [text, font?.bold ?? false])).toEqual([
    ['Итого:', true],
    [' 5', false],
  ]);
});

test('Sheets keep their order, their visibility, frozen rows, widths and notes', async () => {
  const opened = openSpreadsheet();
  const { spreadsheet } = opened;
  const sheet = spreadsheet.insertSheet('Краткий', 0);
  spreadsheet.insertSheet('Черновик', 1).hideSheet();
  sheet.setColumnWidth(1, 20).setColumnWidth(2, 110).setRowHeight(2, 40).setFrozenRows(2);
  sheet.getRange('B2').setNote('Период: июнь\nПортал: «пример»');
  const workbook = await saved(opened);
  expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ['Краткий', 'visible'],
    ['Черновик', 'hidden'],
    ['Лист1', 'visible'],
  ]);
  const [brief] = workbook.worksheets;
  expect(brief?.views[0]).toMatchObject({ state: 'frozen', xSplit: 0, ySplit: 2 });
  expect(brief?.getColumn(1).width).toBeCloseTo(15 / 7, 6);
  expect(brief?.getColumn(2).width).toBe(15);
  expect(brief?.getRow(2).height).toBe(30);
  const note = brief?.getCell('B2').note;
  expect(typeof note === 'string' ? note : note?.texts?.map(({ text }) => text).join('')).toBe(
    'Период: июнь\nПортал: «пример»',
  );
});

test('Rows are high enough for wrapped texts, unless somebody set their height', async () => {
  const opened = openSpreadsheet();
  const { sheet } = opened;
  const long = 'Общество с ограниченной ответственностью';
  sheet.getRange('A1:A4').setValues([[long], [long], ['кратко'], [long]]);
  sheet.getRange('A2:A4').setWrap(true);
  sheet.setRowHeight(4, 100);
  const worksheet = await savedSheet(opened);
  const heights = [1, 2, 3, 4].map((row) => worksheet.getRow(row).height);
  expect(heights).toEqual([undefined, 42.75, undefined, 75]);
});

test('Names that Excel does not take are cut and kept apart', async () => {
  const opened = openSpreadsheet();
  opened.spreadsheet.insertSheet('a/b:c');
  opened.spreadsheet.insertSheet(`${'x'.repeat(40)}1`);
  opened.spreadsheet.insertSheet(`${'x'.repeat(40)}2`);
  const names = (await saved(opened)).worksheets.map(({ name }) => name);
  expect(new Set(names)).toEqual(new Set(['Лист1', 'a_b_c', 'x'.repeat(31), `${'x'.repeat(27)} (2)`]));
});

test('A text over 32,767 characters is cut to 32,766 and an ellipsis', async () => {
  const opened = openSpreadsheet();
  const fits = 'а'.repeat(32_767);
  opened.sheet.getRange('A1:A2').setValues([[fits], [`${fits}а`]]);
  const worksheet = await savedSheet(opened);
  expect(worksheet.getCell('A1').value === fits).toBe(true);
  expect(worksheet.getCell('A2').value === `${'а'.repeat(32_766)}…`).toBe(true);
});

test('Characters that XML cannot hold are spelled out and come back', async () => {
  const opened = openSpreadsheet();
  const text = 'a\u0000\u0007\u000b\u001f\u007f\r\n\tb _x0041_ _X0041_ <&>"\' 😀';
  opened.sheet.getRange('A1').setValue(text);
  opened.sheet.getRange('A2').setValue('\ud800x\udc00\uffff');
  const worksheet = await savedSheet(opened);
  expect(worksheet.getCell('A1').value).toBe(text);
  expect(worksheet.getCell('A2').value).toBe('\ufffdx\ufffd\ufffd');
});

test('A save that fails leaves the old file and no draft', async () => {
  const { book } = openSpreadsheet();
  const taken = join(folder, 'report.xlsx');
  await mkdir(taken);
  await writeFile(join(taken, 'old'), '');
  await expect(saveWorkbook(book, taken)).rejects.toThrow();
  await expect(saveWorkbook(book, join(folder, 'none', 'report.xlsx'))).rejects.toThrow('ENOENT');
  expect(await readdir(folder)).toEqual(['report.xlsx']);
  expect(await readdir(taken)).toEqual(['old']);
});

test('A new report replaces the old file', async () => {
  const opened = openSpreadsheet();
  await saved(opened);
  opened.sheet.getRange('A1').setValue('новый');
  expect((await savedSheet(opened)).getCell('A1').value).toBe('новый');
  expect(await readdir(folder)).toEqual(['report.xlsx']);
});

test('Pages are A4 landscape, one wide, numbered, with the frozen rows on each', async () => {
  const opened = openSpreadsheet();
  opened.sheet.setFrozenRows(2);
  opened.sheet.getRange('A1').setValue('x');
  const path = join(folder, 'printed.xlsx');
  await saveWorkbook(opened.book, path, { footer: 'Лист &P из &N' });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const [sheet] = workbook.worksheets;
  expect(sheet?.pageSetup).toMatchObject({
    ...{ paperSize: 9, orientation: 'landscape' },
    ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:2' },
  });
  expect(sheet?.headerFooter.oddFooter).toBe('&CЛист &P из &N');
});
